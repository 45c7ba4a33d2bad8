"""Hypothesis: what its API finds, what its sidebar exports, and single annotations.

Its positions count UTF-16 units among the text nodes of a page as browsers build it, which is not
the text of an article: the words and those around them tell where a highlight is. A tag is a label,
so that an annotation with several becomes several highlights; replies are told in the note.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.foreign_values import ForeignArticle, ForeignFile, ForeignHighlight, Holds
from annotator.formats.shared.json_lines import Found, first_object, objects_in, sample_of
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.span_values import BadSpanError, words
from annotator.formats.shared.times import iso_time
from annotator.formats.shared.web_selectors import Segment, segment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_LISTS = ("rows", "annotations")
_OF_EXPORT = {"export_date", "export_userid", "client_version"}
_MOST_AT_ONCE = 5_000
_REMARKS = (("hidden", "(hidden by a moderator)"), ("flagged", "(flagged)"))


class HypothesisFormat:
    """Reads annotations of Hypothesis with their tags, notes and replies."""

    name = "hypothesis"
    title = "Hypothesis"
    suffixes = (".json",)
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(
        (Holds.OVERLAP, Holds.NOTE, Holds.REVIEWER, Holds.TIME, Holds.ID, Holds.QUOTE, Holds.TITLE)
    )

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first annotation with a list of targets, or what is around an export."""
        first = first_object(path, head)
        return _is_list(first) or _is_annotation(first) or b'"export_userid"' in head

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds; the texts are those of the articles at its addresses.

        Raises:
            AnnotatorError: it cannot be read.

        """
        first = next(iter(sample_of(path, options, 1)), {})
        if not (_is_list(first) or _is_annotation(first) or "target" in first):
            raise NotAnnotationsError(path, wanted=self.title)
        return ForeignFile(self.name, lambda: _Reader(path, options).items())

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _is_annotation(value: Mapping[str, Any]) -> bool:
    targets = value.get("target")
    if "type" in value or "@context" in value or not isinstance(targets, list):
        return False
    known = "uri" in value and "permissions" in value
    return known or any(isinstance(one, dict) and "selector" in one for one in targets)


def _is_list(value: Mapping[str, Any]) -> bool:
    if value.keys() & _OF_EXPORT and isinstance(value.get("annotations"), list):
        return True
    rows = value.get("rows")
    if "total" not in value or not isinstance(rows, list):
        return False
    return not rows or (isinstance(rows[0], dict) and _is_annotation(rows[0]))


class _Reader:
    """Goes through one file: first for the replies, then for what they reply to."""

    def __init__(self, path: Path, options: ExchangeOptions) -> None:
        self._path, self._options = path, options
        self._left: Counter[str] = Counter()
        self._replies: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def items(self) -> Iterator[ForeignItem]:
        """Yield the highlights by article as they follow on each other, and what is none."""
        for one in self._annotations():
            if isinstance(one, Found) and _references(one.values):
                said = f"{_name(one.values)}: {words(one.values.get('text'))}"
                made = words(one.values.get("created"))
                self._replies[_references(one.values)[0]].append((made, said))
        article: ForeignArticle | None = None
        found: list[ForeignHighlight] = []
        for each in self._annotations():
            if isinstance(each, AnnotatorError):
                yield each
                continue
            try:
                told = list(self._highlights(each))
            except BadSpanError as error:
                yield DamagedAnnotationsError(self._path, place=each.place, reason=str(error))
                continue
            own = _article(each.values)
            if article is not None and told and (own != article or len(found) >= _MOST_AT_ONCE):
                yield replace(article, highlights=tuple(found))
                found = []
            article = own if told else article
            found += told
        if article is not None and found:
            yield replace(article, highlights=tuple(found))
        self._left["replies to what is not in it"] = sum(map(len, self._replies.values()))
        for what, count in self._left.items():
            if count:
                yield left_out(self._path, what, count)

    def _annotations(self) -> Iterator[Found | AnnotatorError]:
        for one in objects_in(self._path, self._options):
            if isinstance(one, AnnotatorError) or not _is_list(one.values):
                yield one
                continue
            listed = next(one.values[key] for key in _LISTS if key in one.values)
            for number, item in enumerate(listed, 1):
                place = f"annotation {number}"
                if isinstance(item, dict):
                    yield Found(place, item)
                else:
                    reason = "it is no object"
                    yield DamagedAnnotationsError(self._path, place=place, reason=reason)

    def _highlights(self, one: Found) -> Iterator[ForeignHighlight]:
        """Yield what an annotation marks, once for each of its tags.

        Raises:
            BadSpanError: it is no annotation, or a position in it is none.

        """
        values = one.values
        targets = values.get("target")
        if not isinstance(targets, list):
            raise BadSpanError("it has no target")
        replies = self._replies.pop(words(values.get("id")), [])
        if _references(values):
            return
        segment = _segment(targets)
        if not segment.quote:
            self._left["annotations without words of a page"] += 1
            return
        marks = [said for key, said in _REMARKS if values.get(key) is True]
        note = [words(values.get("text")), *(said for _, said in sorted(replies)), *marks]
        note = [said for said in note if said.strip()]
        whole = ForeignHighlight(
            (),
            "",
            quotes=(segment.quote,),
            prefix=segment.prefix,
            suffix=segment.suffix,
            id=words(values.get("id")),
            reviewer=_name(values),
            reviewer_id=words(values.get("user")),
            created=iso_time(values.get("created")),
            modified=iso_time(values.get("updated")),
            claim={"note": "\n".join(note)} if note else {},
            place=one.place,
        )
        tags = values.get("tags")
        labels = [words(tag) for tag in tags if words(tag)] if isinstance(tags, list) else []
        for number, label in enumerate(dict.fromkeys(labels or [""]), 1):
            again = f"{whole.id}#{number}" if whole.id and number > 1 else whole.id
            yield replace(whole, label=label, id=again)


def _segment(targets: list[Any]) -> Segment:
    selectors = (one.get("selector") for one in targets if isinstance(one, dict))
    found = (segment_of(selector) for selector in selectors if selector)
    return next((one for one in found if one.quote), Segment())


def _article(values: Mapping[str, Any]) -> ForeignArticle:
    uri = words(values.get("uri"))
    document = values.get("document")
    titles = document.get("title") if isinstance(document, dict) else ""
    title = titles[0] if isinstance(titles, list) and titles else titles
    return ForeignArticle(title=words(title), id=uri, url=uri)


def _references(values: Mapping[str, Any]) -> list[str]:
    """Return what an annotation replies to, the beginning of the conversation first."""
    found = values.get("references")
    return [words(one) for one in found] if isinstance(found, list) else []


def _name(values: Mapping[str, Any]) -> str:
    """Return the name under which somebody is shown, else that of the account."""
    info = values.get("user_info")
    shown = words(info.get("display_name")) if isinstance(info, dict) else ""
    return shown or words(values.get("user")).removeprefix("acct:").rpartition("@")[0]
