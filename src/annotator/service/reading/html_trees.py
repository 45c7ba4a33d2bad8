"""Trees of web pages as browsers make them, broken or not: no network, bounded in depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.reading_errors import (
    DamagedMarkupError,
    MissingExtraError,
    ReaderMemoryError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.html import HtmlElement

# What a browser makes of numbered characters where no text has any.
_CONTROLS: dict[int, int | None] = {
    code: ord(bytes((code,)).decode("cp1252", "replace")) for code in range(0x80, 0xA0)
}
# A tree can hold neither a form feed, which is a space, nor these: changing it would fail.
_CONTROLS[0x0C] = 0x20
_CONTROLS |= dict.fromkeys((*range(1, 9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF))


def html_tree(path: Path, data: bytes, *, encoding: str | None = "utf-8") -> HtmlElement | None:
    """Return the root of a page, nothing where it is empty; without an encoding as it declares.

    It is without the characters that none may hold.

    Raises:
        MissingExtraError: the library for it is not installed.
        DamagedMarkupError: it is nested too deeply to be followed.
        ReaderMemoryError: there is no memory for all of it.

    """
    try:
        from lxml.etree import (  # noqa: PLC0415 - part of an extra
            LxmlError,
        )
        from lxml.html import (  # noqa: PLC0415 - part of an extra
            HTMLParser,
            document_fromstring,
        )
    except ImportError as error:
        raise MissingExtraError(path, what="web pages", extra="html") from error
    # Trees are bounded in depth all the same, and a text in them by the size of its file.
    parser = HTMLParser(encoding=encoding, no_network=True, huge_tree=True)
    try:
        root: HtmlElement = document_fromstring(data, parser=parser, ensure_head_body=True)
    except (LxmlError, ValueError, LookupError):
        root = None
    refuse_without_memory(path, parser.error_log)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # What lies deeper was not taken up.
        raise DamagedMarkupError(path, reason="it is nested too deeply")
    for element in () if root is None else root.iter():
        element.text, element.tail = map(_without_controls, (element.text, element.tail))
    return root


def _without_controls(text: str | None) -> str | None:
    return text and text.translate(_CONTROLS)


def refuse_without_memory(path: Path, log: Iterable[Any]) -> None:
    """Tell what a parser without memory takes for an error of the file as what it is.

    Raises:
        ReaderMemoryError: the log says so.

    """
    if any(entry.type_name == "ERR_NO_MEMORY" for entry in log):
        raise ReaderMemoryError(path)
