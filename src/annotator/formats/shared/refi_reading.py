"""Reading projects of the REFI-QDA standard: who, which labels, and source after source."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.foreign_values import ForeignArticle
from annotator.core.table_errors import shown_name
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.refi_codes import CodeTree, description
from annotator.formats.shared.refi_faults import guid, made_faults
from annotator.formats.shared.refi_readings import is_ours
from annotator.formats.shared.refi_selections import Selections, told_text
from annotator.formats.shared.remarks import apart
from annotator.formats.shared.xml_parts import Beginning, XmlParts
from annotator.service.reading.archive import opened_packed
from annotator.service.reading.encodings import marked_encoding
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.reading.archive import Archive

WANTED = "REFI-QDA project (.qdpx)"
_NAMESPACE = "urn:QDA-XML:project"
_PROJECT = "project.qde"
_INSIDE = "internal://"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_FOLDERS = ("sources/", "")
_FIRST = frozenset(("User", "Code", "Note", "Variable", "Case", "Set", "Link", "Graph"))
_IN_NOTES = "a selection in a note"  # which is no tag
_OTHERS = {
    "Variable": "variables",
    "Case": "cases",
    "Set": "sets",
    "Link": "links",
    "Graph": "drawings",
    "PictureSource": "pictures",
    "AudioSource": "recordings",
    "VideoSource": "films",
    "PDFSelection": "selections on the pages of a PDF",
    "Coding": "codes of whole documents",
    "Note": "notes that belong to no selection",
    _IN_NOTES: "selections in notes",
}
_HEAD = frozenset(("Description", "PlainTextContent"))
_SOURCES = frozenset(("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"))


@dataclass(slots=True)
class RefiProject:
    """What is said before the sources, and behind them: by whom, with what, and all notes."""

    origin: str
    codes: CodeTree
    users: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)


def read_project(path: Path) -> RefiProject:
    """Return what a project holds beside its sources.

    Raises:
        AnnotatorError: the archive cannot be read, or is no such project.
    """
    with opened_packed(path, wanted=WANTED) as archive:
        texts = _Texts(path, archive)
        parts = XmlParts(path, part=_PROJECT, wanted=_FIRST)
        found = RefiProject("", CodeTree(path))
        for element in parts.read(texts.project()):
            _take(found, element, texts)
    if not parts.namespace.startswith(_NAMESPACE) or parts.root.tag != "Project":
        raise NotAnnotationsError(path, wanted=WANTED)
    found.origin = parts.root.get("origin", "")
    return found


def _take(found: RefiProject, element: Element, texts: _Texts) -> None:
    if element.tag == "User":
        name = element.get("name", "") or element.get("id", "")
        own = guid(element.get("guid", ""))
        if not own or own in found.users:
            found.codes.faults.append((f"user “{name}”", Remark.BAD_USER.of()))
        found.users[own] = name
    elif element.tag == "Code":
        found.codes.add(element)
    elif element.tag == "Note":
        found.others[_IN_NOTES] += len(element.findall("PlainTextSelection"))
        text, _ = texts.of(element)
        found.notes[guid(element.get("guid", ""))] = (text or description(element)).strip()
    else:
        found.others[element.tag] += 1


def read_sources(path: Path, project: RefiProject) -> Iterator[ForeignItem]:
    """Yield the articles of a project one after another, and what is wrong or left out."""
    yield from project.codes.problems
    others, used = project.others.copy(), set[str]()
    with opened_packed(path, wanted=WANTED) as archive:
        texts = _Texts(path, archive)
        parts = XmlParts(path, part=_PROJECT, wanted=_SOURCES, kept=_HEAD, parted=_has_text)
        begun: _Source | None = None
        for element in parts.read(texts.project()):
            source, more = _text_source(element, others), isinstance(element, Beginning)
            if source is not None:
                begun = begun or _Source(source, project, texts)
                yield from begun.items(source, more=more)
                used |= begun.used
            begun = begun if more else None
    others["Note"] += len(project.notes.keys() - used)
    for tag, count in sorted((+others).items()):
        yield left_out(path, _OTHERS[tag], count)


def _has_text(opened: Sequence[Element]) -> bool:
    """Tell whether the text of what is open is known, so that its highlights may come in parts."""
    of = opened[-1]
    told = of.get("plainTextPath") or of.find("PlainTextContent") is not None
    return opened[0].tag in {"TextSource", "PDFSource"} and bool(told)


def _text_source(element: Element, others: Counter[str]) -> Element | None:
    """Return what has a source's text, if that has any, and count what else is in it."""
    others.update(one.tag for one in element if one.tag in _OTHERS)
    if element.tag == "TextSource":
        return element
    found = element.find("Representation")
    if element.tag != "PDFSource":
        others[element.tag] += 1
    elif found is not None and not found.get("name"):
        found.set("name", element.get("name", ""))
    return found if element.tag == "PDFSource" else None


class _Source:
    """One source, which comes in parts if it has very many selections."""

    def __init__(self, source: Element, project: RefiProject, texts: _Texts) -> None:
        self._path = texts.path
        self._place = f"source “{shown_name(source.get('name', '') or source.get('guid', ''))}”"
        self._text, reason = texts.of(source)
        self._reason = reason or text_refusal(self._text or "")
        codes = {label.id for label in project.codes.labels}
        self._project = project
        self._selections = Selections(
            texts.path, project.users, project.notes, origin=project.origin, codes=codes
        )

    @property
    def used(self) -> set[str]:
        """The ids of the notes that belong to highlights."""
        return self._selections.used

    def items(self, source: Element, *, more: bool) -> Iterator[ForeignItem]:
        """Yield the article with the highlights of a part, after which ``more`` come or not."""
        if self._reason:
            if not more:
                yield DamagedAnnotationsError(self._path, place=self._place, reason=self._reason)
            return
        _, remark = apart(description(source))
        yield from self._selections.read(source, self._place)
        unplaced = () if more else self._selections.unplaced(remark)
        one = self._project
        people, notes, ours = one.users.keys(), one.notes.keys(), is_ours(one.origin)
        faults = partial(made_faults, source, people, notes, ours=ours)
        yield ForeignArticle(
            title=told_text(remark, "title") or source.get("name", ""),
            text=self._text,
            highlights=(*self._selections.found(more=more), *unplaced),
            id=guid(source.get("guid", "")),
            article_id=told_text(remark, "article_id"),
            text_sha256=told_text(remark, "text_sha256"),
            url=told_text(remark, "url"),
            publisher=told_text(remark, "publisher"),
            authors=_authors(remark.get("authors")),
            published=told_text(remark, "published"),
            language=told_text(remark, "language"),
            direction=told_text(remark, "direction"),
            place=self._place,
            faults=tuple if more else faults,
        )


def _authors(told: object) -> tuple[str, ...]:
    return tuple(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()


class _Texts:
    """The texts in an archive, by what the project calls them; none outside it is ever opened."""

    def __init__(self, path: Path, archive: Archive) -> None:
        self.path, self._archive = path, archive
        self._names = {name.casefold(): name for name in archive.names}

    def project(self) -> Iterator[bytes]:
        """Yield the project's own part."""
        return self._archive.chunks(self._names.get(_PROJECT, _PROJECT))

    def of(self, source: Element) -> tuple[str | None, str]:
        """Return the text of a source or note, or None and why there is none."""
        inline = source.find("PlainTextContent")
        if inline is not None:
            return inline.text or "", ""
        told = source.get("plainTextPath", "")
        if not told:
            return None, (
                "its text is in a file of a word processor alone"
                if source.get("richTextPath")
                else "it has no text"
            )
        name = self._name(told.removeprefix(_INSIDE))
        if not name:
            outside = not told.startswith(_INSIDE) and _SCHEME.match(told)
            return None, (
                "its text is outside of the file, where nothing is read"
                if outside
                else "its text is not in the file"
            )
        return self._decoded(self._archive.read(name))

    def _name(self, told: str) -> str:
        low = told.lstrip("/").casefold()
        return next((self._names[one] for each in _FOLDERS
                     if (one := each + low) in self._names), "")  # fmt: skip

    def _decoded(self, data: bytes) -> tuple[str | None, str]:
        try:
            return data.decode(marked_encoding(data) or "utf-8"), ""
        except UnicodeDecodeError:
            return None, "its text is no UTF-8"
