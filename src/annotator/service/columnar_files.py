"""Files of rows or lines whose columns do not tell what they hold, for whoever says it."""

from __future__ import annotations

import codecs
from typing import Final

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PACKED: Final = b"PK\x03\x04"
_SEPARATORS: Final = ",;|"


def columnar(head: bytes) -> str:
    r"""Return the name of the format that reads a file by its columns; empty for no such file.

    >>> columnar(b'{"body": "a"}\n'), columnar(b"from\tto\n1\t2\n"), columnar(b"a,b\n1,2\n")
    ('jsonl', 'tsv', 'csv')
    >>> columnar(b"Nothing of the kind."), columnar(b"")
    ('', '')
    """
    if head.startswith(_PACKED):
        return "xlsx" if b"[Content_Types].xml" in head else ""
    text = head.decode("utf-16" if head.startswith(_UTF16) else "utf-8", "replace")
    lines = text.lstrip("\ufeff").lstrip().splitlines()
    if "\0" in text or not lines:
        return ""
    first = lines[0]
    if first.startswith(("{", "[{", "[ {")) or lines[0] == "[":
        return "jsonl"
    if "\t" in first:
        return "tsv"
    return "csv" if len(lines) > 1 and any(one in first for one in _SEPARATORS) else ""
