"""The encoding of a text: by its mark, strictly UTF-8, as declared, or guessed with other choices.

What guesses are made of, see ``reading.guessed_encodings`` and ``reading.seven_bit_encodings``.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.file_errors import EncodingError
from annotator.core.reading_errors import UnknownEncodingError, WrongEncodingError

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
# Codecs of Python that are no encodings of texts.
NO_ENCODINGS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "charmap"}
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf_8_sig": "UTF-8",
    "utf-16-le": "UTF-16-LE",
    "utf-16-be": "UTF-16-BE",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "cp866": "IBM866",
    "gb18030": "GB18030",
    "gbk": "GBK",
    "big5": "Big5",
    "shift_jis": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "mac-roman": "macintosh",
    "iso2022_kr": "ISO-2022-KR",
    "iso2022_jp": "ISO-2022-JP",
    "iso2022_jp_2": "ISO-2022-JP-2",
    "iso2022_jp_ext": "ISO-2022-JP-EXT",
    "iso2022_jp_2004": "ISO-2022-JP-2004",
    "hz": "HZ",
}
# A text with so many good sequences for each bad one is UTF-8 that was damaged.
_GOOD_FOR_BAD = 10
_SEQUENCE = 2


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text out of bytes: the encoding used, if it was guessed, and others that would do."""

    text: str
    encoding: str
    guessed: bool = False
    others: tuple[str, ...] = ()


def decoded(path: Path, data: bytes, options: ReadOptions) -> DecodedText:
    """Return a text by what was chosen, by its mark, as UTF-8 or by a guess, in this order.

    What is UTF-8 only because it has no other bytes than ASCII is looked at first.

    Raises:
        UnknownEncodingError: the chosen encoding does not exist.
        WrongEncodingError: the bytes are not in the encoding that was chosen or is marked.
        EncodingError: it is damaged UTF-8, or nothing that could be guessed.

    """
    if options.encoding:
        return _in(path, data, known_encoding(path, options.encoding))
    mark = marked_encoding(data)
    if mark:
        return _in(path, data, mark)
    from annotator.service.reading.guessed_encodings import (  # noqa: PLC0415 - seldom needed
        guessed,
        unmarked_wide,
    )
    from annotator.service.reading.seven_bit_encodings import (  # noqa: PLC0415 - it needs this
        chinese_at,
        seven_bit,
    )

    shifted = seven_bit(data)
    if shifted:
        return shifted
    wide = unmarked_wide(data)
    if wide:
        return DecodedText(data.decode(wide), wide, guessed=True)
    chinese = chinese_at(data)
    if chinese >= 0:
        raise EncodingError(path, position=chinese, byte=data[chinese])
    try:
        return DecodedText(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        refusal = EncodingError(path, position=error.start, byte=data[error.start])
    if damaged_utf8(data):
        raise refusal
    found = guessed(data, options.languages)
    if found is None:
        raise refusal
    return found


def marked_encoding(data: bytes) -> str:
    r"""Return the encoding that a byte order mark tells; empty without one.

    >>> marked_encoding(b"\xff\xfea\x00"), marked_encoding(b"a")
    ('UTF-16-LE', '')
    """
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def known_encoding(path: Path, name: str) -> str:
    """Return the name by which people know an encoding of texts.

    Raises:
        UnknownEncodingError: there is none of that name.

    """
    try:
        found = codecs.lookup(name)
        # What Python would not write texts with, such as base64, refuses here.
        " ".encode(found.name)
    except (LookupError, ValueError) as error:
        raise UnknownEncodingError(path, encoding=name) from error
    if found.name.replace("-", "_") in NO_ENCODINGS:
        raise UnknownEncodingError(path, encoding=name)
    return encoding_name(found.name)


def encoding_name(codec: str) -> str:
    """Return the name by which people know a codec; Python knows it by that too.

    >>> encoding_name("cp1251"), encoding_name("iso8859_2"), encoding_name("koi8_u")
    ('windows-1251', 'ISO-8859-2', 'KOI8-U')
    """
    name = codecs.lookup(codec).name
    if name.startswith("cp125") and len(name) == len("cp1251"):
        return "windows-" + name.removeprefix("cp")
    if name.startswith("iso8859"):
        return "ISO-8859" + name.removeprefix("iso8859")
    return _NAMES.get(name, name)


def damaged_utf8(data: bytes) -> bool:
    """Tell UTF-8 with some wrong or missing bytes from a text in another encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = (len(text.encode("utf-8")) - len(text)) // _SEQUENCE
    return good > _GOOD_FOR_BAD * _SEQUENCE * bad


def _in(path: Path, data: bytes, encoding: str) -> DecodedText:
    try:
        return DecodedText(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise WrongEncodingError(path, encoding=encoding, position=error.start) from error
    except UnicodeError as error:  # UTF-16 and UTF-32 without their mark, to some codecs
        raise WrongEncodingError(path, encoding=encoding, position=0) from error
