"""Reading brat's documents one by one, with what this program left beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignHighlight, ForeignLabel
from annotator.core.table_errors import shown_name
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.brat_data import (
    GENERATOR,
    KIND,
    META,
    PROJECT_FILE,
    fragments_of,
    joined,
    one_line,
    told_highlight,
)
from annotator.formats.shared.brat_documents import ANN, TXT, opened_documents, pairs
from annotator.formats.shared.brat_faults import label_faults, line_faults, types_in
from annotator.formats.shared.brat_labels import declared
from annotator.formats.shared.brat_lines import NOTES, read_lines
from annotator.formats.shared.carried_data import told_fields, told_spans
from annotator.formats.shared.label_data import whole_label
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.our_data import told_article
from annotator.formats.shared.span_values import BadSpanError, texts_of, words
from annotator.service.reading.encodings import known_encoding, marked_encoding
from annotator.service.reading.json_values import BadJsonError, value_of
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.brat_documents import Documents
    from annotator.formats.shared.brat_lines import Bound, Comment, Lines


class Beside(NamedTuple):
    """What stands beside the documents: the project's id, labels, their ids by type, guideline.

    ``conf`` is the configuration of brat's types, ``looks`` that of their names and colors.
    """

    project: str
    labels: tuple[ForeignLabel, ...]
    ids: Mapping[str, str]
    guideline: str = ""
    conf: str = ""
    looks: str = ""
    verdicts: tuple[str, ...] = ()


def read_beside(path: Path) -> Beside:
    """Return what is told of a project beside its documents.

    Raises:
        AnnotatorError: nothing can be read.

    """
    with opened_documents(path) as documents:
        told = _object(_nearest(documents, PROJECT_FILE))
        confs = [_nearest(documents, f"{one}.conf") for one in ("annotation", "visual")]
        types, looks = (one.decode("utf-8", "replace") for one in confs)
        if told.get("generator") == GENERATOR:
            return _ours(told)._replace(conf=types, looks=looks)
        return Beside("", declared(types, looks), {}, conf=types)


def faults_in(path: Path, encoding: str, beside: Beside) -> Iterator[tuple[str, str]]:
    """Yield what the lines of all documents say wrong of each other, each with its place.

    Raises:
        AnnotatorError: nothing can be read.

    """
    types = types_in(beside.conf)
    for name in sorted(beside.ids.keys() - types.get("entities", frozenset())):
        yield "annotation.conf", Remark.UNDECLARED.of(name=name)
    if beside.ids:
        yield from label_faults(beside.labels, beside.ids, beside.conf, beside.looks)
    with opened_documents(path) as documents:
        for name in pairs(documents.names):
            try:
                one = _Document(path, name, documents, encoding, beside.ids)
            except DamagedAnnotationsError:
                continue  # which is told by reading it
            yield from one.faults(types, ours=bool(beside.ids))


def _nearest(documents: Documents, name: str) -> bytes:
    """Return the file of that name that lies least deep; nothing without one."""
    found = (one for one in documents.names if one == name or one.endswith(f"/{name}"))
    nearest = min(found, key=lambda one: (one.count("/"), one), default="")
    return (documents.read(nearest) if nearest else None) or b""


def read_documents(path: Path, encoding: str, ids: Mapping[str, str]) -> Iterator[ForeignItem]:
    """Yield the articles of all documents, and at last what has no place in a project.

    Raises:
        AnnotatorError: nothing can be read.

    """
    left: Counter[str] = Counter()
    chosen = known_encoding(path, encoding) if encoding else ""
    with opened_documents(path) as documents:
        for name in pairs(documents.names):
            try:
                yield from _Document(path, name, documents, chosen, ids).items(left)
            except DamagedAnnotationsError as error:
                yield error
    for what, count in sorted(left.items()):
        yield left_out(path, what, count)


class _Document:
    """A text with its annotations."""

    def __init__(
        self, path: Path, name: str, documents: Documents, encoding: str, ids: Mapping[str, str]
    ) -> None:
        self._path, self._name, self._ids, self._encoding = path, name, ids, encoding
        self._shown = shown_name(name)
        self._text = self._read(documents, name + TXT)
        self._lines = read_lines(self._read(documents, name + ANN))
        self._meta = _object(documents.read(name + META))
        if self._meta.get("generator") != GENERATOR:
            self._meta = {}
        self._taken: set[str] = set()

    def items(self, left: Counter[str]) -> Iterator[ForeignItem]:
        """Yield what is wrong in it and the article, and count what has no place."""
        for number, reason in self._lines.wrong:
            yield self._damaged(f"{self._shown}{ANN}, line {number}", reason)
        left.update(self._lines.left)
        found = [self._highlight(one, self._lines) for one in self._lines.bound]
        others, wrong = self._others()
        yield from wrong
        article = told_article(self._meta, self._text, f"{self._shown}{TXT}")
        title = article.title or self._name.rpartition("/")[2]
        yield replace(article, id=self._name, title=title, highlights=(*found, *others))

    def faults(self, types: dict[str, frozenset[str]], *, ours: bool) -> Iterator[tuple[str, str]]:
        """Yield what is wrong in its lines, and what is lost of this program's own."""
        place = f"{self._shown}{ANN}, line "
        for number, fault in line_faults(self._lines, types):
            yield f"{place}{number}", fault
        for one in self._lines.bound:
            kept = [each for each in self._lines.remarks.get(one.id, []) if each.kind == KIND]
            if kept and not self._data(kept):
                yield f"{place}{one.line}", Remark.NOTED_BADLY.of()
            elif ours and not kept:
                yield f"{place}{one.line}", Remark.NOTED_NOTHING.of()
        if ours and not self._meta:
            yield f"{self._shown}{META}", Remark.NO_WRITER.of()

    def _read(self, documents: Documents, name: str) -> str:
        shown = shown_name(name)
        try:
            data = documents.read(name)
        except AnnotatorError as error:
            raise self._damaged(shown, str(error)) from error
        if data is None:
            raise self._damaged(shown, "it is missing")
        encoding = self._encoding or marked_encoding(data) or "UTF-8"
        try:
            text = data.decode(encoding)
        except UnicodeError as error:
            at = getattr(error, "start", 0)
            raise self._damaged(shown, f"it is not in {encoding} at byte {at}") from error
        refusal = text_refusal(text)
        if refusal:
            raise self._damaged(shown, refusal)
        return text.removeprefix("\ufeff") if name.endswith(ANN) else text

    def _damaged(self, place: str, reason: str) -> DamagedAnnotationsError:
        return DamagedAnnotationsError(self._path, place=place, reason=reason)

    def _highlight(self, one: Bound, lines: Lines) -> ForeignHighlight:
        place = f"{self._shown}{ANN}, line {one.line}"
        remarks = lines.remarks.get(one.id, [])
        data = self._data(remarks)
        spans, quotes = self._placed(one, data)
        label = self._ids.get(one.label, one.label)
        fields = self._fields(one, data, remarks)
        inexact = len(quotes) != len(spans)
        return ForeignHighlight(spans, label, quotes=quotes, inexact=inexact, place=place, **fields)

    def _data(self, remarks: Iterable[Comment]) -> dict[str, Any]:
        """Return the data of this program in the notes on an annotation; empty without any."""
        for one in remarks:
            if one.kind == KIND:
                found = _object(one.words.encode())
                if found and words(found.get("id")) not in self._taken:
                    self._taken.add(words(found.get("id")))
                    return found
        return {}

    def _fields(
        self, one: Bound, data: Mapping[str, Any], remarks: list[Comment]
    ) -> dict[str, Any]:
        seen = (_said(each) for each in remarks if each.kind != KIND)
        note = "\n".join(filter(None, seen))
        if not data:
            return {"id": f"{self._name} {one.id}", "claim": {"note": note} if note else {}}
        exact = words(data.get("note"))
        note = exact if exact and one_line(exact) == note else note
        try:
            return told_fields(data, note)
        except BadSpanError:
            return told_fields({**data, "cue": None}, note)

    def _placed(
        self, one: Bound, data: Mapping[str, Any]
    ) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
        """Return spans and quotes of an annotation."""
        text, fragments = self._text, one.fragments
        slices = [text[start:end] for start, end in fragments]
        if " ".join(slices) != one.words:
            return fragments, _by_length(one)
        spans = joined(text, fragments)
        try:
            told = told_spans(data["spans"]) if "spans" in data else spans
        except BadSpanError:
            told = spans
        # Where brat moved it, brat is right.
        spans = told if fragments_of(text, told) == fragments else spans
        return spans, tuple(text[start:end] for start, end in spans)

    def _others(self) -> tuple[list[ForeignHighlight], list[DamagedAnnotationsError]]:
        """Return the highlights that have no place in brat, and what is wrong with them."""
        found, wrong = [], []
        held = self._meta.get("highlights")
        for number, one in enumerate(held if isinstance(held, list) else (), 1):
            place = f"{self._shown}{META}, highlight {number}"
            try:
                if not isinstance(one, Mapping):
                    raise BadSpanError("it is no object")  # noqa: TRY301 - one way to refuse
                found.append(told_highlight(one, self._text, place))
            except BadSpanError as error:
                wrong.append(self._damaged(place, str(error)))
        return found, wrong


def _said(one: Comment) -> str:
    return one.words if one.kind == NOTES or not one.words else f"{one.kind}: {one.words}"


def _by_length(one: Bound) -> tuple[str, ...]:
    """Return the words of each fragment where their lengths are as the positions say."""
    if len(one.words) != one.length:
        return (one.words,) if one.words else ()
    found, at = [], 0
    for start, end in one.fragments:
        found.append(one.words[at : at + end - start])
        at += end - start + 1
    return tuple(found)


def _object(data: bytes | None) -> dict[str, Any]:
    """Return an object of JSON; empty for anything else."""
    try:
        found = value_of((data or b"").decode("utf-8"))
    except (BadJsonError, UnicodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _ours(told: Mapping[str, Any]) -> Beside:
    held = told.get("labels")
    labels, ids = [], {}
    for one in held if isinstance(held, list) else ():
        if isinstance(one, Mapping) and words(one.get("id")):
            label = whole_label(one, color="color", parent="parent")
            labels.append(label)
            ids[words(one.get("type"))] = label.id
    guideline = words(told.get("guideline"))
    verdicts = texts_of(told.get("verdicts"))
    return Beside(words(told.get("project_id")), tuple(labels), ids, guideline, verdicts=verdicts)
