"""Reading Argilla's records, those of its first version as well as those of its second."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.core.foreign_values import ForeignFile, Reading, Unit
from annotator.formats.shared.carried_highlights import CARRIED, recognized, unaltered
from annotator.formats.shared.json_lines import Found, objects_in, required_text
from annotator.formats.shared.our_data import told_article, told_unit
from annotator.formats.shared.span_values import (
    highlights_in,
    highlights_of,
    is_span,
    words,
)
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.core.foreign_values import ForeignHighlight, ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions

QUESTION = "highlights"
"""The name of the question whose answers are highlights, as it is written."""
REVIEWERS = "reviewers"
"""Where the metadata have the names of reviewers, each behind its id."""
DIGEST = "spans_digest"
"""Where the metadata have what tells that nobody has marked anything since."""
_DISCARDED = "discarded"


class _Answer(NamedTuple):
    """What somebody answered to a question, or what was suggested as its answer."""

    value: object
    reviewer_id: str
    reviewer: str
    suggested: bool


def read_argilla(
    path: Path, options: ExchangeOptions, *, tool: str, suggestions: bool
) -> ForeignFile:
    """Return what a file of records holds.

    Raises:
        AnnotatorError: it cannot be read.

    """
    ours = all(
        _is_as_written(one.values) for one in objects_in(path, options) if isinstance(one, Found)
    )
    field = dict(options.mapping).get("text", "")

    def items() -> Iterator[ForeignItem]:
        left = 0
        for one in objects_in(path, options):
            if isinstance(one, AnnotatorError):
                yield one
                continue
            answers = list(_answers(one.values))
            spans = [each for each in answers if _has_spans(each.value)]
            left += len(answers) - len(spans)
            if not suggestions and not all(each.suggested for each in spans):
                spans = [each for each in spans if not each.suggested]
            yield from _record(path, one, field, spans)
        if left:
            what = f"answers that mark no words ({left})"
            yield LeftOutError(path, what=what, remedy="keep the file to have them")

    # Its pages count otherwise than its server: what was marked there has to be found out.
    return ForeignFile(tool, items, reading=Reading() if ours else None, settled=ours)


def spans_digest(spans: Iterable[tuple[str, int, int, str]]) -> str:
    """Return what tells whether spans, each by reviewer, place and label, were marked elsewhere.

    >>> spans_digest([("u", 0, 3, "A")]) == spans_digest([("u", 0, 3, "B")])
    False
    """
    told = json.dumps(sorted(spans), ensure_ascii=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:16]


def _is_as_written(values: Mapping[str, Any]) -> bool:
    """Tell whether a record has the spans that this program wrote into it."""
    metadata = _mapping(values.get("metadata"))
    if told_unit(metadata) != Unit.CODE_POINT:
        return False
    found = []
    for answer in _answers(values):
        spans = answer.value if isinstance(answer.value, list) else [None]
        try:
            for one in spans:
                (highlight,) = highlights_of(one, "")
                (place,) = highlight.spans
                found.append((answer.reviewer_id, *place, highlight.label))
        except ValueError:
            return False
    return metadata.get(DIGEST) == spans_digest(found)


def _record(path: Path, one: Found, field: str, answers: list[_Answer]) -> Iterator[ForeignItem]:
    metadata = _mapping(one.values.get("metadata"))
    try:
        text = required_text(path, _text(_mapping(one.values.get("fields")), field), one.place)
    except DamagedAnnotationsError as error:
        yield error
        return
    names = _names(metadata.get(REVIEWERS))
    found: list[ForeignHighlight] = []
    for each in answers:
        name = names.get(each.reviewer_id, each.reviewer)
        for item in highlights_in(each.value, path, one.place):
            if isinstance(item, AnnotatorError):
                yield item
            else:
                found.append(replace(item, id="", reviewer=name, reviewer_id=each.reviewer_id))
    article = told_article(metadata, text, one.place)
    own_id = words(one.values.get("id"))
    if article.article_id:
        # Of very many, those that are no more of use take as much as those that are.
        found = _with_words(found, text, metadata)
        found = list(recognized(found, metadata.get(CARRIED)))
    highlights = tuple(found)
    if article.article_id:
        faults = partial(_faults, one.values, highlights, article.faults)
        yield replace(article, highlights=highlights, faults=faults)
    else:
        yield replace(article, id=own_id, highlights=highlights)


def _faults(
    values: Mapping[str, Any],
    found: Sequence[ForeignHighlight],
    before: Callable[[], Iterable[str]],
) -> Iterator[str]:
    """Yield what a record that this program wrote says twice and otherwise."""
    yield from before()
    metadata = _mapping(values.get("metadata"))
    if words(values.get("id")) != words(metadata.get("article_id")):
        yield Remark.OTHER_RECORD.of()
    names = _names(metadata.get(REVIEWERS))
    for own_id, name in sorted({(one.reviewer_id, one.reviewer) for one in found if one.ours}):
        if names.get(own_id, name) != name:
            yield Remark.OTHER_REVIEWER_ID.of(name=names[own_id], id=own_id)
    parted = sum(len(one.spans) > 1 for one in found)
    same = len(unaltered(found, metadata.get(CARRIED))) + parted == len(found)
    if DIGEST in metadata and same and not _is_as_written(values):
        yield Remark.OTHER_DIGEST.of()


def _with_words(
    found: list[ForeignHighlight], text: str, metadata: Mapping[str, Any]
) -> list[ForeignHighlight]:
    """Return highlights, those that nobody moved with the words at their place.

    What the pages save counts otherwise than what they were given, and stands beside it.
    """
    same = unaltered(found, metadata.get(CARRIED))
    return [
        replace(each, quotes=tuple(text[start:end] for start, end in each.spans))
        if number in same
        else each
        for number, each in enumerate(found)
    ]


def _answers(values: Mapping[str, Any]) -> Iterator[_Answer]:
    """Yield the answers of a record, whichever version wrote it."""
    responses, suggestions = values.get("responses"), values.get("suggestions")
    if isinstance(responses, Mapping):
        for several in responses.values():
            yield from map(_response, _mappings(several))
    for each in _mappings(responses):
        if each.get("status") != _DISCARDED:
            for answer in _mapping(each.get("values")).values():
                yield _response({**each, **_mapping(answer)})
    named = suggestions.values() if isinstance(suggestions, Mapping) else suggestions
    for each in _mappings(list(named) if named else []):
        yield _Answer(each.get("value"), "", words(each.get("agent")), suggested=True)


def _response(values: Mapping[str, Any]) -> _Answer:
    user = words(values.get("user_id"))
    return _Answer(values.get("value"), user, user, suggested=False)


def _has_spans(value: object) -> bool:
    """Tell whether an answer is a list of spans, which may be empty; not one of names."""
    return isinstance(value, list) and (not value or any(map(_is_object, value)))


def _is_object(value: object) -> bool:
    return isinstance(value, Mapping) and (is_span(value) or "start" in value)


def _text(fields: Mapping[str, Any], field: str) -> object:
    """Return the text that was marked: that of the field chosen, of "text", or of the first."""
    if field:
        return fields.get(field)
    if isinstance(fields.get("text"), str):
        return fields["text"]
    return next((one for one in fields.values() if isinstance(one, str)), None)


def _names(value: object) -> dict[str, str]:
    told = [words(one) for one in value] if isinstance(value, list) else []
    return {one.partition(" ")[0]: one.partition(" ")[2] for one in told}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, Any]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, Mapping)]
