"""The text of a piece of HTML that some other file carries: all that it shows, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.articles.reading.visible_text import release_what_follows, visible_lines
from annotator.core.reading_errors import DamagedMarkupError, MissingExtraError

if TYPE_CHECKING:
    from pathlib import Path

# What a browser makes of numbered characters where no text has any.
_CONTROLS: dict[int, int | None] = {
    code: ord(bytes((code,)).decode("cp1252", "replace")) for code in range(0x80, 0xA0)
}
_CONTROLS |= dict.fromkeys((*range(1, 9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF))


def text_of_piece(path: Path, markup: str) -> str:
    """Return the lines that a piece of HTML shows, one for each paragraph.

    Raises:
        MissingExtraError: the library for it is not installed.
        DamagedMarkupError: it is nested too deeply to be followed.

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
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    data = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = document_fromstring(data, parser=parser, ensure_head_body=True)
    except LxmlError:
        return ""  # there is nothing in it
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DamagedMarkupError(path, reason="it is nested too deeply")
    release_what_follows(root)
    return "\n".join(line for line in visible_lines(root) if line.strip()).translate(_CONTROLS)
