"""The one form in which texts are kept: no byte order mark, LF line ends, nothing unsayable."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from annotator.core.errors import AnnotatorError

_BYTE_ORDER_MARK = "\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")


class NulCharacterError(AnnotatorError):
    """A NUL character in a text, the usual sign of a binary file or a wrong encoding."""

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(
            f"The text holds a NUL character at character {position}: it is probably no text"
            " or in another encoding; save it as UTF-8 text and try again."
        )


class LoneSurrogateError(AnnotatorError):
    """Half of a UTF-16 pair in a text, which no encoding can write."""

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(
            f"The text holds half a character (a lone surrogate) at character {position}:"
            " remove or retype that character and try again."
        )


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text fit to be kept, and what had to be altered in it."""

    text: str
    normalized: tuple[str, ...]


def canonical_text(raw: str) -> CanonicalText:
    r"""Return ``raw`` without leading byte order marks and with LF line ends.

    Composed and decomposed letters stay as they are. Positions in errors count the code
    points of ``raw`` from 0.

    Raises:
        NulCharacterError: if ``raw`` holds a NUL character.
        LoneSurrogateError: if ``raw`` holds half of a surrogate pair.

    >>> canonical_text("one\r\ntwo\rthree")
    CanonicalText(text='one\ntwo\nthree', normalized=('CRLF to LF: 1', 'CR to LF: 1'))
    """
    _refuse_the_unsayable(raw)
    normalized = []
    text = raw.lstrip(_BYTE_ORDER_MARK)
    if len(text) < len(raw):
        normalized.append("BOM removed")
    for line_end, name in (("\r\n", "CRLF"), ("\r", "CR")):
        if count := text.count(line_end):
            text = text.replace(line_end, "\n")
            normalized.append(f"{name} to LF: {count}")
    return CanonicalText(text, tuple(normalized))


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes in hexadecimal.

    >>> text_digest("")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse_the_unsayable(raw: str) -> None:
    nul = raw.find("\0")
    surrogate = None if raw.isascii() else _SURROGATE.search(raw)
    if nul >= 0 and (surrogate is None or nul < surrogate.start()):
        raise NulCharacterError(nul)
    if surrogate is not None:
        raise LoneSurrogateError(surrogate.start())
