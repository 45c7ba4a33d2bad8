"""Encodings of Eastern Asia that write with the bytes of ASCII: ISO-2022 and HZ.

Each is good UTF-8 as well, full of nonsense, so that it is told by the sequences by which it
goes over to other letters.
"""

from __future__ import annotations

import re
from typing import Final

from annotator.service.reading.encodings import DecodedText, encoding_name

# Korean comes first: another one reads it too, without its letters.
_ISO_2022: Final = ("iso2022_kr", "iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004")
_DESIGNATIONS: Final = (b"\x1b$", b"\x1b(")
_HZ: Final = (b"~{", b"~}")
_CHINESE: Final = re.compile(rb"\x1b\$(?:\)[AEG]|\*H)")
# Left over where a sequence was not understood.
_LEFT: Final = re.compile("[\x0e\x0f\x1b]")


def seven_bit(data: bytes) -> DecodedText | None:
    """Return a text in such an encoding, and UTF-8 among those that would do as well.

    >>> seven_bit(b"~{4s0S~} is a dam").text
    '大坝 is a dam'
    >>> seven_bit(b"~{name} is a field")
    """
    found = {name: text for name in _candidates(data) if (text := _read(data, name))}
    if not found:
        return None
    # Each of those that read it alike would be no choice.
    different = {text: encoding_name(name) for name, text in reversed(found.items())}
    text = next(iter(found.values()))
    best = different.pop(text)
    return DecodedText(text, best, guessed=True, others=("UTF-8", *reversed(different.values())))


def chinese_at(data: bytes) -> int:
    r"""Return the position of a sequence of ISO-2022-CN, which Python cannot read; -1 if none.

    >>> chinese_at(b"a \x1b$)A\x0eIz\x0f"), chinese_at(b"\x1b$BIz\x1b(B")
    (2, -1)
    """
    found = _CHINESE.search(data) if data.isascii() and b"\x0e" in data else None
    return found.start() if found else -1


def _candidates(data: bytes) -> tuple[str, ...]:
    if any(one in data for one in _DESIGNATIONS):
        return _ISO_2022
    return ("hz",) if all(one in data for one in _HZ) else ()


def _read(data: bytes, name: str) -> str:
    """Return the text, empty where it has no letters of its own, or not all was understood."""
    try:
        text = data.decode(name)
    except UnicodeError:
        return ""
    return "" if text.isascii() or _LEFT.search(text) else text
