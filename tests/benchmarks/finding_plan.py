"""What a project made for measuring holds: its articles, and what is done to them step by step."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.canonical import text_digest
from annotator.core.records import Codebook, Label, Reviewer, Source
from annotator.core.span import Span
from annotator.service.article_ports import PreparedArticle, ReadArticle
from annotator.service.bulk_commands import TagSpans
from annotator.service.commands import AddArticles, DescribeClaim, Together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARAGRAPHS, SENTENCES, WORDS = 10, 5, 10
QUOTED_WORDS, QUOTED_CHARACTERS = 10, 20
# Highlights lie in slots of a paragraph, so that no two of them are on the same words.
SLOTS, SLOT_WORDS, SLOT_CHARACTERS = 10, 4, 9
VOCABULARY, CHARACTERS = 40_000, 3_000
SPEAKERS = 500
ARTICLES_AT_ONCE = 100
ROUNDS = 2
REVIEWERS = tuple(
    Reviewer(f"0190a1b2-0000-7000-8000-0000000000a{number}", name)
    for number, name in enumerate(("Ada", "Bo", "Cleo", "Dora", "Emil"))
)
LABELS = tuple(
    Label(
        id=f"0190a1b2-0000-7000-8000-0000000000b{number:x}",
        key=f"label_{number}",
        name=f"Label {number}",
        letter=str(number),
        color_light="#ffeeaa",
        color_dark="#443311",
        line_style="solid",
        position=number,
    )
    for number in range(1, 13)
)
CODEBOOK = Codebook(1, "", LABELS)
# Early work, all of it: whoever goes through the newest first finds this last.
RARE_REVIEWER, RARE_LABEL, EARLY = 4, 11, 2
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
IDEOGRAPHS = [chr(0x4E00 + number * 6) for number in range(CHARACTERS)]
_CHARACTER_WEIGHTS = list(accumulate(1 / (n + 1) for n in range(CHARACTERS)))
_VERDICTS = ("", "", "False", "Mostly true")
_CHINESE_EVERY, _JAPANESE_EVERY = 25, 50


class Text(NamedTuple):
    """One paragraph with the ends of its sentences, and where its words begin and end."""

    text: str
    ends: tuple[int, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]


class Step(NamedTuple):
    """What one reviewer does to one article as one change.

    Each stretch is a paragraph's number with a start and an end in it; those of a label follow
    one another. ``claims`` are numbers of stretches, each with the fields of its claim record.
    """

    at: str
    reviewer: Reviewer
    article: int
    tags: list[tuple[int, list[tuple[int, int, int]]]]
    claims: list[tuple[int, tuple[tuple[str, str], ...]]]

    @property
    def title(self) -> str:
        """What the change is called."""
        return f"Review {self.article}"


@dataclass(frozen=True)
class Plan:
    """A project of so many articles and highlights; the same plan gives the same project."""

    articles: int
    highlights: int

    @cached_property
    def words(self) -> list[str]:
        """The words it is written with, the most common first."""
        chance = random.Random(1)
        weights = range(len(_LETTERS), 0, -1)
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            length = chance.randint(2, 10)
            found["".join(chance.choices(_LETTERS, weights=weights, k=length))] = None
        words = list(found)
        chance.shuffle(words)
        return words

    @cached_property
    def _weights(self) -> list[float]:
        # As in any language: the second word is half as frequent as the first one.
        return list(accumulate(1 / (n + 1) for n in range(VOCABULARY)))

    @cached_property
    def texts(self) -> list[list[Text]]:
        """The paragraphs of every article, by its number from 0."""
        return [self._paragraphs(article) for article in range(self.articles)]

    def _paragraphs(self, article: int) -> list[Text]:
        chance = random.Random(article)
        if article % _CHINESE_EVERY == 0:
            between = "の" if article % _JAPANESE_EVERY == 0 else ""
            return [_characters(chance, between) for _ in range(PARAGRAPHS)]
        draw = PARAGRAPHS * SENTENCES * WORDS
        words = chance.choices(self.words, cum_weights=self._weights, k=draw)
        size = SENTENCES * WORDS
        return [_text(words[low : low + size]) for low in range(0, draw, size)]

    def prepared(self, article: int) -> PreparedArticle:
        """Return an article ready to be added."""
        paragraphs = self.texts[article]
        text, first = "\n".join(one.text for one in paragraphs), paragraphs[0]
        published = f"20{article % 20 + 5:02}-{article % 12 + 1:02}-{article % 28 + 1:02}"
        return PreparedArticle(
            read=ReadArticle(
                title=first.text[: first.stops[min(5, len(first.stops) - 1)]],
                text=text,
                source=Source(f"{article}.txt", "", len(text), "utf-8", "plain text"),
                published=published,
            ),
            text_sha256=text_digest(text),
            language="en" if article % _CHINESE_EVERY else "zh",
            direction="ltr",
            sentence_ends=tuple(one.ends for one in paragraphs),
            segmenter="plain 1",
        )

    def batches(self) -> Iterator[range]:
        """Yield the numbers of the articles that are added at once, the first ones one by one."""
        first = min(len(REVIEWERS), self.articles)
        yield from (range(number, number + 1) for number in range(first))
        for low in range(first, self.articles, ARTICLES_AT_ONCE):
            yield range(low, min(low + ARTICLES_AT_ONCE, self.articles))

    def steps(self) -> Iterator[Step]:
        """Yield what is done to the articles, each of which is gone through twice."""
        chance = random.Random(2)
        each, number = self.highlights // self.articles, 0
        for round_ in range(ROUNDS):
            for article in range(self.articles):
                number += 1
                # The second reading is by somebody else than the first.
                by = (article * 4 // self.articles + round_) % 4
                by = RARE_REVIEWER if article == round_ + 1 == EARLY - 1 else by
                slots = range(round_, each, ROUNDS)
                yield _step(chance, number, REVIEWERS[by], (article, self.texts[article]), slots)


def added(plan: Plan, batch: range) -> AddArticles:
    """Return the command that adds some articles."""
    return AddArticles(tuple(plan.prepared(article) for article in batch))


def command_of(step: Step, article_id: str, starts: Sequence[int], ids: Sequence[str]) -> Together:
    """Return a step as a command; ``ids`` are those that its highlights will have."""
    tags = tuple(
        TagSpans(
            article_id,
            tuple(
                Span(starts[number] + low, starts[number] + high) for number, low, high in tagged
            ),
            LABELS[label].key,
        )
        for label, tagged in step.tags
    )
    claims = tuple(DescribeClaim(ids[place], fields) for place, fields in step.claims)
    return Together(step.title, (*tags, *claims))


def id_of(number: int) -> str:
    """Return the id of the object that is made as this one in turn."""
    return f"01970000-{number >> 32:04x}-7000-8000-{number:012x}"


def _text(words: Sequence[str]) -> Text:
    starts: list[int] = []
    stops: list[int] = []
    pieces: list[str] = []
    ends: list[int] = []
    place = 0
    for number, word in enumerate(words, 1):
        starts.append(place)
        place += len(word)
        stops.append(place)
        last = number % WORDS == 0
        pieces.append(f"{word}. " if last else f"{word} ")
        place += 1 + last
        if last:
            ends.append(place)
    text = "".join(pieces).rstrip()
    return Text(text, (*ends[:-1], len(text)), tuple(starts), tuple(stops))


def _characters(chance: random.Random, between: str) -> Text:
    """Return a paragraph of Chinese, or of what search takes for Japanese."""
    weights, draw = _CHARACTER_WEIGHTS, SENTENCES * WORDS * 2
    characters = chance.choices(IDEOGRAPHS, cum_weights=weights, k=draw)
    pieces: list[str] = []
    ends: list[int] = []
    for low in range(0, len(characters), WORDS * 2):
        words = characters[low : low + WORDS * 2]
        pieces.append(between.join(words) + "。")
        ends.append(sum(map(len, pieces)))
    text = "".join(pieces)
    return Text(text, tuple(ends), tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def _step(
    chance: random.Random,
    number: int,
    reviewer: Reviewer,
    about: tuple[int, Sequence[Text]],
    slots: range,
) -> Step:
    article, texts = about
    by_label: dict[int, list[tuple[int, int, int]]] = {}
    for slot in slots:
        paragraph = slot % PARAGRAPHS
        # Every other label is half as common as the one before; the last one is rarer than that.
        label = min(int(chance.expovariate(0.4)), RARE_LABEL - 1)
        if article == EARLY - 1 and slot < PARAGRAPHS:
            label = RARE_LABEL
        by_label.setdefault(label, []).append(
            (paragraph, *_stretch(chance, texts[paragraph], slot // PARAGRAPHS % SLOTS))
        )
    claims = [
        (place, _claim(number * len(slots) + place))
        for place in range(len(slots))
        if place % 10 == number % 10
    ]
    return Step(_at(number), reviewer, article, sorted(by_label.items()), claims)


def _stretch(chance: random.Random, text: Text, slot: int) -> tuple[int, int]:
    if text.text.isascii():
        first = slot * SLOT_WORDS + chance.randrange(SLOT_WORDS)
        return text.starts[first], text.stops[first + QUOTED_WORDS - 1]
    first = slot * SLOT_CHARACTERS + chance.randrange(SLOT_CHARACTERS)
    return first, min(first + QUOTED_CHARACTERS, len(text.text))


def _claim(number: int) -> tuple[tuple[str, str], ...]:
    fields = [("speaker", f"Speaker{number % SPEAKERS} Ministry")]
    if number % 3:
        fields.append(("note", f"Look again at number {number}."))
    if _VERDICTS[number % len(_VERDICTS)]:
        fields.append(("verdict", _VERDICTS[number % len(_VERDICTS)]))
    return tuple(fields)


def _at(number: int) -> str:
    """Return the time of a step."""
    day = f"2025-{number // 2000 % 12 + 1:02}-{number // 72 % 28 + 1:02}"
    return f"{day}T{number // 6 % 12 + 8:02}:{number % 6 * 10:02}:00.000Z"
