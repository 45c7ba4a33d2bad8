"""What documents and books declare of themselves by the elements of the Dublin Core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.document_errors import DamagedDocumentError
from annotator.service.reading.declared import (
    author_names,
    one_line,
    primary_language,
    published_date,
)
from annotator.service.reading.xml_trees import xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from annotator.service.reading.archive import Archive

_DC = "{http://purl.org/dc/elements/1.1/}"


class DublinCore:
    """The metadata below an element, in the form in which articles keep it; empty where none is."""

    def __init__(self, root: _Element | None) -> None:
        self._root = root

    @property
    def title(self) -> str:
        """The first title."""
        return next(self._values(f"{_DC}title"), "")

    @property
    def authors(self) -> tuple[str, ...]:
        """The creators: one element for each, or one with several names."""
        given = tuple(dict.fromkeys(self._values(f"{_DC}creator")))
        return author_names(given[0]) if len(given) == 1 and ";" in given[0] else given

    @property
    def publisher(self) -> str:
        """The first publisher."""
        return next(self._values(f"{_DC}publisher"), "")

    @property
    def language(self) -> str:
        """The first language, without its region."""
        return primary_language(next(self._values(f"{_DC}language"), ""))

    def day(self, *tags: str) -> str:
        """Return the day in the first of these elements, the date without one, that has it."""
        found = (value for tag in (*tags, f"{_DC}date") for value in self._values(tag))
        return published_date(next(found, ""))

    def values(self, tag: str) -> tuple[str, ...]:
        """Return what the elements of one name say."""
        return tuple(self._values(tag))

    def _values(self, tag: str) -> Iterator[str]:
        if self._root is not None:
            yield from filter(None, (one_line("".join(x.itertext())) for x in self._root.iter(tag)))


def core_in(path: Path, archive: Archive, name: str) -> DublinCore:
    """Return what a member of an archive declares; an article without metadata is still one."""
    if name not in archive:
        return DublinCore(None)
    try:
        return DublinCore(xml_tree(path, archive.read(name), part=name))
    except DamagedDocumentError:
        return DublinCore(None)
