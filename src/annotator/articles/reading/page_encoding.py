"""The encoding of a web page: by its mark, as it or its carrier declares, or guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.file_errors import EncodingError
from annotator.service.article_ports import Doubt
from annotator.service.reading.encodings import (
    NO_ENCODINGS,
    DecodedText,
    decoded,
    encoding_name,
    marked_encoding,
)

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

# A browser looks into 1,024 bytes; pages saved by one may put more before the declaration.
DECLARED_WITHIN = 4096
_META = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
# What a browser takes these names for: the larger encodings that pages so labeled are in.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-7": "utf-8",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
}
# So many characters beyond ASCII cannot be good UTF-8 by chance.
_FEWEST_BEYOND = 3
_MOST_BAD = 0.01


class PageText(NamedTuple):
    """A page's markup as text, and what had to be guessed or replaced for it."""

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()
    encodings: tuple[str, ...] = ()


def page_text(path: Path, data: bytes, options: ReadOptions, *, declared: str = "") -> PageText:
    """Return a page's markup; ``declared`` is the encoding that its carrier tells.

    Raises:
        UnknownEncodingError: the chosen encoding does not exist.
        WrongEncodingError: the bytes are not in the encoding that was chosen or is marked.
        EncodingError: nothing fits that could be guessed.

    """
    codec = _known(declared) or _known(_declared_within(data))
    if not codec or options.encoding or marked_encoding(data):
        return _as_doubted(_guessed(path, data, options))
    utf8 = _decoded(data, "utf-8")
    if utf8 is not None and codec != "utf-8":
        beyond = sum(not one.isascii() for one in utf8[: 10 * DECLARED_WITHIN])
        if beyond >= _FEWEST_BEYOND:  # what it declares is a lie
            others = (encoding_name(codec),)
            return _as_doubted(DecodedText(utf8, "UTF-8", guessed=True, others=others))
    text = _decoded(data, codec)
    if text is not None:
        return PageText(text, encoding_name(codec))
    replaced = data.decode(codec, "replace")
    if replaced.count("\ufffd") <= _MOST_BAD * len(replaced):
        return PageText(replaced, encoding_name(codec), (Doubt.REPLACED,))
    return _as_doubted(replace(_guessed(path, data, options), guessed=True))


def _guessed(path: Path, data: bytes, options: ReadOptions) -> DecodedText:
    try:
        return decoded(path, data, options)
    except EncodingError:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") > _MOST_BAD * len(text):
            raise
        return DecodedText(text, "UTF-8", guessed=True)


def _as_doubted(found: DecodedText) -> PageText:
    doubts = [Doubt.ENCODING] if found.guessed else []
    doubts += [Doubt.REPLACED] if "\ufffd" in found.text and found.guessed else []
    return PageText(found.text, found.encoding, tuple(doubts), found.others)


def _declared_within(data: bytes) -> str:
    head = data[:DECLARED_WITHIN]
    found = _XML.search(head) or _META.search(_COMMENT.sub(b"", head))
    return found[1].decode("ascii") if found else ""


def _known(name: str) -> str:
    """Return the codec that a browser would use for a declared name; empty for no encoding."""
    try:
        codec = codecs.lookup(name).name
        " ".encode(codec)
    except (LookupError, ValueError):
        return ""
    return "" if codec.replace("-", "_") in NO_ENCODINGS else _LARGER.get(codec, codec)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeError:
        return None
