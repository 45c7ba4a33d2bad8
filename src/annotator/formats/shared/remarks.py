"""What other programs have no place for, in a line of its own behind what people read.

A description in a file of theirs ends with it. Nothing breaks where they cut it off or change
what stands before it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from annotator.service.reading.json_values import BadJsonError, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = "[Fact Annotator] "
# What XML cannot hold in any form.
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def with_remark(text: str, remark: Mapping[str, Any]) -> str:
    r"""Return a text with a remark behind it; empty ones are left out where nothing is mistaken.

    >>> with_remark("A note", {"part": 2})
    'A note\n[Fact Annotator] {"part": 2}'
    """
    plain = said(text)
    told = remark if plain == text else {**remark, "exact": text}
    if not told and not text.rpartition("\n")[2].startswith(MARK):
        return plain
    line = _UNSAYABLE.sub(_numbered, json.dumps(told, ensure_ascii=False))
    return f"{plain}\n{MARK}{line}" if plain else f"{MARK}{line}"


def apart(text: str) -> tuple[str, dict[str, Any]]:
    r"""Return what people wrote, and the remark behind it; empty where there is none.

    >>> apart('A note\n[Fact Annotator] {"part": 2}')
    ('A note', {'part': '2'})
    """
    words, _, line = text.rpartition("\n")
    if not line.startswith(MARK):
        return text, {}
    try:
        remark = value_of(line.removeprefix(MARK))
    except BadJsonError:
        return text, {}
    if not isinstance(remark, dict):
        return text, {}
    exact = remark.pop("exact", None)
    return (exact if isinstance(exact, str) and said(exact) == words else words), remark


def said(text: str) -> str:
    r"""Return a text as XML can hold it.

    >>> said("a\x0bb")
    'a�b'
    """
    return _UNSAYABLE.sub("�", text)


def xml_text(text: str) -> str:
    """Return a text as it stands between two tags."""
    return escape(said(text), {"\r": "&#13;"})


def xml_value(text: str) -> str:
    """Return a text as the value of an attribute, with its quotation marks."""
    return quoteattr(said(text))


def _numbered(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
