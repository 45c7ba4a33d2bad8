"""Reading projects that INCEpTION exported: each document once for everyone who marked it.

Annotations lie in ``annotation/DOCUMENT/USER.EXT``, what was settled in
``curation/DOCUMENT/CURATION_USER.EXT``, in the form that was chosen for the export; what Java
wrote for itself (``.ser``) lies beside them and is never read.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.file_errors import FileProblemError
from annotator.core.foreign_values import ForeignArticle
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.cas_json_reading import read_cas_json
from annotator.formats.shared.cas_xmi_reading import read_cas_xmi
from annotator.formats.shared.layer_labels import INITIAL, reviewer_of
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.webanno_reading import read_webanno
from annotator.service.reading.archive import opened_archive, opened_packed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignItem
    from annotator.service.reading.archive import Archive

WANTED = "INCEpTION project"
PROJECT = "exportedproject"
_MARKED = ("annotation", "curation")
_SERIALIZED = ("annotation_ser", "curation_ser")
_READ = ("json", "xmi", "zip", "tsv")
_UNREAD = "files of annotations in other forms"


class SerializedOnlyError(FileProblemError):
    """A project whose annotations are there only as Java wrote them for itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "holds annotations only as Java objects, which are never read; export the project"
            " again with the format “UIMA CAS JSON”.",
        )


class _Member(NamedTuple):
    name: str
    user: str
    kind: str
    place: str = ""


@dataclass(slots=True)
class _Document:
    members: list[_Member] = field(default_factory=list)
    source: str = ""


def check_project(path: Path) -> None:
    """Refuse what holds nothing that could be read.

    Raises:
        FileProblemError: it is no such project, damaged, or has annotations only for Java.
    """
    with opened_packed(path, wanted=WANTED) as archive:
        if not any(one.startswith(PROJECT) for one in archive.names):
            raise NotAnnotationsError(path, wanted=WANTED)
        documents, others = _documents(archive)
        serialized = any(one.split("/", 1)[0] in _SERIALIZED for one in archive.names)
        readable = any(one.members for one in documents.values())
        if (serialized or others["ser"]) and not readable:
            raise SerializedOnlyError(path)


def read_project(path: Path) -> Iterator[ForeignItem]:
    """Yield the articles of a project, one for each document and each of those who marked it."""
    with opened_packed(path, wanted=WANTED) as archive:
        documents, others = _documents(archive)
        for name, one in documents.items():
            yield from _articles(path, archive, name, one)
    unread = others.total() - others["ser"]
    if unread:
        yield left_out(path, _UNREAD, unread)


def _documents(archive: Archive) -> tuple[dict[str, _Document], Counter[str]]:
    """Return the documents by name, and how many files of annotations there are of other forms."""
    found: dict[str, _Document] = {}
    others: Counter[str] = Counter()
    for name in archive.names:
        folder, *rest = name.split("/")
        if folder == "source" and rest:
            found.setdefault("/".join(rest), _Document()).source = name
        elif folder in _MARKED and len(rest) > 1:
            stem, _, suffix = rest[-1].rpartition(".")
            if suffix.lower() in _READ:
                member = _Member(name, stem, suffix.lower())
                found.setdefault("/".join(rest[:-1]), _Document()).members.append(member)
            else:
                others[suffix.lower()] += 1
    return found, others


def _articles(path: Path, archive: Archive, title: str, one: _Document) -> Iterator[ForeignItem]:
    marked = [each for each in one.members if each.user != INITIAL] or one.members
    for member in marked:
        reviewer = reviewer_of(member.user)
        try:
            yield from _member(path, archive, member, title=title, reviewer=reviewer)
        except FileProblemError as error:
            yield error
    if not marked and one.source.lower().endswith(".txt"):
        yield _plain(path, archive, one.source, title)


def _member(
    path: Path, archive: Archive, member: _Member, *, title: str, reviewer: str
) -> Iterator[ForeignItem]:
    name, place = member.name, member.place or member.name
    if member.kind == "zip":
        yield from _packed(path, archive, member, title=title, reviewer=reviewer)
    elif member.kind == "xmi":
        content = read_cas_xmi(path, archive.chunks(name), place=place)
        yield from content.items(title=title, reviewer=reviewer)
    elif member.kind == "json":
        content = read_cas_json(path, io.BytesIO(archive.read(name)), place=place)
        yield from content.items(title=title, reviewer=reviewer)
    else:
        file = io.BytesIO(archive.read(name))
        yield from read_webanno(path, file, title=title, place=place, reviewer=reviewer)


def _packed(
    path: Path, archive: Archive, member: _Member, *, title: str, reviewer: str
) -> Iterator[ForeignItem]:
    """Yield what lies in an archive in the archive: XMI with its type system, or another form."""
    with opened_archive(path, archive.read(member.name), wanted=WANTED) as inner:
        for name in inner.names:
            kind = name.rpartition(".")[2].lower()
            if kind in _READ and kind != "zip":
                one = _Member(name, member.user, kind, f"{member.name}, {name}")
                yield from _member(path, inner, one, title=title, reviewer=reviewer)


def _plain(path: Path, archive: Archive, name: str, title: str) -> ForeignArticle | AnnotatorError:
    """Return a document that nobody marked."""
    try:
        text = archive.read(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        return DamagedAnnotationsError(path, place=name, reason="it is no UTF-8")
    except FileProblemError as error:
        return error
    refusal = text_refusal(text)
    if refusal:
        return DamagedAnnotationsError(path, place=name, reason=refusal)
    return ForeignArticle(title=title, text=text, place=name)
