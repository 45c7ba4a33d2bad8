"""Writing words with tags, one a line, and comments by which all finds back to its place."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, TextIO

from annotator.core.foreign_values import Holds
from annotator.formats.shared.carried_data import as_line, highlight_data
from annotator.formats.shared.conll_tags import Entity, tags_of
from annotator.formats.shared.our_data import article_data
from annotator.formats.shared.word_tokens import TokenText, chosen
from annotator.service.exchange_ports import Loss
from annotator.service.loss_names import (
    LONGEST_KEPT,
    ONE_FOR_EACH_SPAN,
    OVER_SENTENCES,
    OVERLAPPING,
    SEVERAL_SPANS,
    TAGS_COVER_WORDS,
    WITHIN_WORDS,
    WORDLESS,
    WORDS_HAVE_TAGS,
)
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.formats.shared.word_tokens import Sentence, Tagged
    from annotator.service.exchange_ports import Sent, SentArticle

PLAIN, CONLL_2003 = "plain", "conll2003"
GENERATOR = "Fact Annotator"
_BARE = frozenset((PLAIN, CONLL_2003))
_UNSEEN = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
_LOSSES = {
    "overlapping": (OVERLAPPING, LONGEST_KEPT),
    "within": (WITHIN_WORDS, TAGS_COVER_WORDS),
    "wordless": (WORDLESS, WORDS_HAVE_TAGS),
    "parted": (SEVERAL_SPANS, ONE_FOR_EACH_SPAN),
    "sentences": (OVER_SENTENCES, "written as one for each sentence"),
    "texts": ("texts whose spaces or line ends were others", "this variant has words alone"),
    "bare": ("articles without a word", ""),
}
_UNTOLD = (
    Holds.TITLE, Holds.METADATA, Holds.NOTE, Holds.CLAIM, Holds.REVIEWER, Holds.TIME, Holds.ID
)  # fmt: skip


def write_words(sent: Sent, target: Path, variant: str) -> Iterator[Loss | Holds]:
    """Write the file, and yield what is lost, which variants without comments lose most of.

    Raises:
        FileProblemError: the system refuses, or the disk is full.

    """
    counts: Counter[str] = Counter()
    with replacing(target) as file:
        if variant not in _BARE:
            file.write(f"# generator = {GENERATOR}\n")
        for article in sent.articles():
            _Page(file, article, variant, counts).write()
    if variant in _BARE:
        yield from _UNTOLD
    yield from (Loss(what, counts[key], why) for key, (what, why) in _LOSSES.items() if counts[key])


class _Page:
    """One article while it is written."""

    def __init__(
        self, file: TextIO, article: SentArticle, variant: str, counts: Counter[str]
    ) -> None:
        self._file, self._article, self._variant = file, article, variant
        self._bare = variant in _BARE
        self._tokens = TokenText(article.revision)
        self._kept, left = chosen(self._tokens, article)
        counts["overlapping"] += len(left)
        counts["within"] += sum(one.within_words for one in self._kept)
        if self._bare:
            counts["wordless"] += sum(not one.stretches for one in self._kept)
            counts["parted"] += sum(_parts(one) > 1 for one in self._kept if one.stretches)
            counts["sentences"] += sum(_parts(one) == 1 < len(one.stretches) for one in self._kept)
            counts["texts"] += (
                bool(self._tokens.sentences) and self._laid_out() != self._tokens.text
            )
            counts["bare"] += not self._tokens.sentences

    def write(self) -> None:
        """Write the sentences with what goes before them."""
        if self._bare:
            columns = " -X- -X- O" if self._variant == CONLL_2003 else "\tO"
            self._file.write(f"-DOCSTART-{columns}\n\n")
        else:
            self._write_head()
        told = self._by_sentence()
        found = self._entities()
        end = 0
        for number, one in enumerate(self._tokens.sentences):
            if not self._bare:
                self._write_comments(one, end, told.get(number, ()))
            self._write_tokens(one, found.get(number, ()))
            end = one.end
        if not (self._bare or self._tokens.sentences):
            self._file.write("\n")

    def _laid_out(self) -> str:
        """Return the text that words make which tell nothing of what was between them."""
        one = self._tokens
        words = [one.text[start:end] for start, end in zip(one.starts, one.ends, strict=True)]
        lines = (" ".join(words[each.first_token : each.last_token]) for each in one.sentences)
        return "\n".join(lines)

    def _write_head(self) -> None:
        data = article_data(self._article)
        self._comment("newdoc id", self._article.article.id)
        for name, value in data.items():
            shown = _UNSEEN.sub(" ", value) if isinstance(value, str) else _json(value)
            self._comment(name, shown)
        end = self._tokens.sentences[-1].end if self._tokens.sentences else 0
        if self._tokens.text[end:]:
            self._comment("after", _json(self._tokens.text[end:]))
        for one in self._kept:
            if not one.stretches:
                self._comment("highlight", self._told(one))

    def _write_comments(self, sentence: Sentence, end: int, told: Sequence[Tagged]) -> None:
        text = self._tokens.text
        if text[end : sentence.start]:
            self._comment("before", _json(text[end : sentence.start]))
        self._comment("start", str(sentence.start))
        self._comment("text", text[sentence.start : sentence.end])
        for one in told:
            self._comment("highlight", self._told(one))

    def _write_tokens(self, sentence: Sentence, found: Sequence[Entity]) -> None:
        tokens, first = self._tokens, sentence.first_token
        tags = tags_of(found, sentence.last_token - first, self._variant)
        between = " -X- O " if self._variant == CONLL_2003 else "\t"
        self._file.writelines(
            f"{tokens.text[tokens.starts[first + at] : tokens.ends[first + at]]}{between}{tag}\n"
            for at, tag in enumerate(tags)
        )
        self._file.write("\n")

    def _comment(self, name: str, value: str) -> None:
        self._file.write(f"# {name} = {value}\n")

    def _told(self, one: Tagged) -> str:
        """Return what a comment tells of a highlight: what tags are its own, and all the rest."""
        tokens = self._tokens
        tags = [[tokens.starts[first], tokens.ends[last - 1]] for first, last in one.stretches]
        spans = [[span.start, span.end] for span in one.sent.highlight.spans]
        exact = {"spans": spans} if spans != tags else {}
        label = {} if tags else {"label": one.sent.label.key}
        return as_line({"tags": tags, **label, **exact, **highlight_data(one.sent)})

    def _by_sentence(self) -> Mapping[int, list[Tagged]]:
        """Return the highlights by the sentence in which they begin."""
        found: dict[int, list[Tagged]] = {}
        for one in self._kept:
            if one.stretches:
                number = self._tokens.sentence_of(one.stretches[0][0])
                found.setdefault(number, []).append(one)
        return found

    def _entities(self) -> Mapping[int, list[Entity]]:
        """Return the entities of each sentence, in the order and by the numbers of its words."""
        pieces = sorted(
            (first, last, one.sent.label.key) for one in self._kept for first, last in one.stretches
        )
        found: dict[int, list[Entity]] = {}
        for first, last, key in pieces:
            number = self._tokens.sentence_of(first)
            zero = self._tokens.sentences[number].first_token
            found.setdefault(number, []).append(Entity(key, first - zero, last - zero))
        return found


def _parts(one: Tagged) -> int:
    return sum(bool(len(span)) for span in one.sent.highlight.spans)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
