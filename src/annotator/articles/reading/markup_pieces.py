"""The text of a piece of HTML that some other file carries: all that it shows, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.articles.reading.visible_text import release_what_follows, visible_lines
from annotator.service.reading.html_trees import html_tree

if TYPE_CHECKING:
    from pathlib import Path


def text_of_piece(path: Path, markup: str) -> str:
    """Return the lines that a piece of HTML shows, one for each paragraph.

    Raises:
        MissingExtraError: the library for it is not installed.
        DamagedMarkupError: it is nested too deeply to be followed.

    """
    root = html_tree(path, markup.replace("\0", "\ufffd").encode("utf-8", "replace"))
    if root is None:
        return ""
    release_what_follows(root)
    return "\n".join(line for line in visible_lines(root) if line.strip())
