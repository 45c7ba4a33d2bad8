"""Reading rows of datasets: texts with spans, or tokens with tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignHighlight
from annotator.formats.shared.json_lines import Found, checked_text, objects_in
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.our_data import joined, told_article
from annotator.formats.shared.span_values import BadSpanError, apart, highlights_in, span_of, words
from annotator.formats.shared.token_tags import stretches
from annotator.service.reading.json_values import BadJsonError, Number, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions

_SPANS = ("spans", "entities", "highlights", "annotations")
_TAGS = ("ner_tags", "tags", "labels", "ner")
_TEXT = "text"
BESIDE = "metadata"
"""The column whose words are an object with what no column has for itself."""


def is_row(row: Mapping[str, Any]) -> bool:
    """Tell whether a row has a text with spans, or tokens with tags."""
    spans = _TEXT in row and any(isinstance(row.get(key), list | dict) for key in _SPANS)
    return spans or isinstance(row.get("tokens"), list)


class RowReader:
    """Reads the rows of several files; ``names`` are what numbers stand for, by feature."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._names = names
        self._left: Counter[Path] = Counter()

    def items(self, paths: Iterable[Path], options: ExchangeOptions) -> Iterator[ForeignItem]:
        """Yield an article for each row, and what is wrong in them."""
        for path in paths:
            for one in objects_in(path, options):
                if isinstance(one, AnnotatorError):
                    yield one
                else:
                    yield from self._row(path, one)
            if self._left[path]:
                what = "rows without spans and tags"
                yield left_out(path, what, self._left[path])

    def _row(self, path: Path, one: Found) -> Iterator[ForeignItem]:
        place, values = f"{path.name}, {one.place}", one.values
        if not is_row(values):
            self._left[path] += 1
            return
        try:
            if isinstance(values.get("tokens"), list):
                text, good = self._of_tokens(values, place)
                bad: list[DamagedAnnotationsError] = []
            else:
                text = words(values.get(_TEXT)) if _TEXT in values else ""
                key = next(key for key in _SPANS if isinstance(values.get(key), list | dict))
                spans = [self._span(span) for span in _rows(values[key])]
                good, bad = apart(highlights_in(spans, path, place))
            text = checked_text(path, text, place) or ""
        except BadSpanError as error:
            yield DamagedAnnotationsError(path, place=place, reason=str(error))
            return
        except DamagedAnnotationsError as error:
            yield error
            return
        yield from bad
        article = told_article({**_object(values.get(BESIDE)), **values}, text, place)
        yield replace(article, highlights=joined(good) if article.article_id else tuple(good))

    def _span(self, span: object) -> object:
        """Return a span with its label's name, and its claim as it was before it was words."""
        if not isinstance(span, dict):
            return span
        made = dict(span)
        label = made.get("label")
        if isinstance(label, Number):
            made["label"] = self._name("label", label)
        made["claim"] = _object(made.get("claim"))
        if isinstance(cue := made.get("cue"), str):
            made["cue"] = _value(cue)
        return made

    def _of_tokens(
        self, values: Mapping[str, Any], place: str
    ) -> tuple[str, list[ForeignHighlight]]:
        """Return the text of tokens, and what their tags mark.

        Raises:
            BadSpanError: there is not a tag for each of them, or a place is none.

        """
        tokens = [words(one) for one in values["tokens"]]
        key = next((key for key in _TAGS if isinstance(values.get(key), list)), "")
        tags = [self._tag(key, one) for one in values.get(key, ())]
        if len(tags) != len(tokens):
            raise BadSpanError("it has not as many tags as tokens")
        text, places = _placed(values, tokens)
        found = [
            ForeignHighlight(
                ((places[first][0], places[last - 1][1]),),
                label,
                quotes=(text[places[first][0] : places[last - 1][1]],),
                place=f"{place}, token {first + 1}",
            )
            for first, last, label in stretches(tags)
        ]
        return text, found

    def _tag(self, key: str, tag: object) -> str:
        return self._name(key, tag) if isinstance(tag, Number) else words(tag)

    def _name(self, feature: str, number: Number) -> str:
        names = self._names.get(feature, ())
        known = number.isdecimal() and len(number) < 9 and int(number) < len(names)  # noqa: PLR2004 - digits of a number of a name
        return names[int(number)] if known else "" if number == "-1" else str(number)


def _object(value: object) -> Mapping[str, Any]:
    """Return an object, which may be written as words; an empty one for anything else."""
    found = _value(value) if isinstance(value, str) else value
    return found if isinstance(found, dict) else {}


def _value(told: str) -> object:
    try:
        return value_of(told) if told else None
    except BadJsonError:
        return None


def _rows(value: object) -> list[Any]:
    """Return a list of spans, of which each key may have a list of its own."""
    if isinstance(value, dict):
        columns = {key: held for key, held in value.items() if isinstance(held, list)}
        length = max(map(len, columns.values()), default=0)
        return [
            {key: held[number] for key, held in columns.items() if number < len(held)}
            for number in range(length)
        ]
    return list(value) if isinstance(value, list) else []


def _placed(
    values: Mapping[str, Any], tokens: Sequence[str]
) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return a text and where its tokens are: as the row says, else with spaces between them.

    Raises:
        BadSpanError: a place is none.

    """
    starts, ends, text = values.get("token_starts"), values.get("token_ends"), values.get(_TEXT)
    if isinstance(starts, list) and isinstance(ends, list) and isinstance(text, str):
        if not len(starts) == len(ends) == len(tokens):
            raise BadSpanError("it has not as many places as tokens")
        places = [span_of(start, end) for start, end in zip(starts, ends, strict=True)]
        told = all(
            text[start:end] == token for (start, end), token in zip(places, tokens, strict=True)
        )
        if told:
            return text, places
        raise BadSpanError("a token is not what stands at its place")
    found: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        found.append((at, at + len(token)))
        at += len(token) + 1
    return " ".join(tokens), found
