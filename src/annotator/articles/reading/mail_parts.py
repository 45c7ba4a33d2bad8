"""The parts of a mail message: the one that is its text, and the names of all others."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from annotator.service.reading.declared import one_line
from annotator.service.reading.files import sayable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, Message

MOST_PARTS = 2_000
MOST_NAMED = 50
# Some broken headers take memory and time by the square of their length.
LONGEST_HEADER = 10_000
_NEEDED = ("Content-Type", "Content-Disposition", "Content-Transfer-Encoding")
_TO_PARSE = re.compile(
    rb"^(?:%s):[^\n]*(?:\n[ \t][^\n]*)*" % b"|".join(one.encode() for one in _NEEDED),
    re.IGNORECASE | re.MULTILINE,
)
_BROKEN = (ValueError, LookupError, TypeError, AttributeError)


class MailPart(NamedTuple):
    """The part of a message that is its text, still as bytes.

    ``flowed`` tells that lines ending in a space go on in the next one, and ``glued`` that this
    space is not part of the text (RFC 3676).
    """

    part: Message
    data: bytes
    charset: str
    is_html: bool
    flowed: bool
    glued: bool


def are_parsable(data: bytes) -> bool:
    """Tell, before a message is parsed, whether the headers that are looked at then are short."""
    return all(len(found[0]) <= LONGEST_HEADER for found in _TO_PARSE.finditer(data))


def short_enough(part: Message, name: str) -> bool:
    """Tell whether a header is short enough to be understood within bounds."""
    found = (len(value) for one, value in part.raw_items() if one.lower() == name.lower())
    return max(found, default=0) <= LONGEST_HEADER


def is_harmful(part: Message) -> bool:
    """Tell a part of which the headers that are needed are too long to be looked at."""
    return not all(short_enough(part, name) for name in _NEEDED)


def main_part(message: EmailMessage) -> MailPart | None:
    """Return the plain text of a message, else its HTML; nothing where it has neither."""
    for wanted in ("plain", "html"):
        found = message.get_body(preferencelist=(wanted,))
        if found is not None and _is_filled(found):
            return _part(found)
    return None


def left_out(message: EmailMessage, main: MailPart | None) -> tuple[str, ...]:
    """Return the names of the attachments and pictures of a message, or their kinds."""
    names: list[str] = []
    for part, is_choice in islice(_leaves(message), MOST_PARTS):
        if main is not None and part is main.part:
            continue
        name = _file_name(part)
        # The same text once more in another form is nothing that was left out.
        if name or not (is_choice and part.get_content_maintype() == "text"):
            names.append(name or part.get_content_type())
    more = len(names) - MOST_NAMED
    return (*names[:MOST_NAMED], f"{more} more") if more > 0 else tuple(names)


def mail_text(text: str, *, flowed: bool, glued: bool) -> str:
    r"""Return a message's plain text without blank ends, its flowed lines joined.

    >>> mail_text("One \nparagraph.\n> Quoted \n> too.\n\n", flowed=True, glued=False)
    'One paragraph.\n> Quoted too.'
    """
    text = text.strip("\n")
    return "\n".join(_unfolded(text.split("\n"), glued=glued)) if flowed else text


def _unfolded(lines: list[str], *, glued: bool) -> Iterator[str]:
    parts: list[str] = []
    depth = 0
    for line in lines:
        quoted = len(line) - len(line.lstrip(">"))
        content = line[quoted:].removeprefix(" ")
        is_signature = content == "-- "
        if parts and (quoted != depth or is_signature):
            yield "".join(parts).rstrip(" ")
            parts = []
        depth = quoted
        parts.append(content if parts else ">" * quoted + " " * bool(quoted) + content)
        if not content.endswith(" ") or is_signature:
            yield "".join(parts)
            parts = []
        elif glued:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield "".join(parts).rstrip(" ")


def _leaves(message: Message) -> Iterator[tuple[Message, bool]]:
    """Yield the parts of a message, of one inside it only itself, and if others say the same."""
    waiting: list[tuple[Message, bool]] = [(message, False)]
    while waiting:
        part, is_choice = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            is_choice = is_choice or part.get_content_subtype() == "alternative"
            parts = (one for one in reversed(inside) if not isinstance(one, str))
            waiting.extend((one, is_choice) for one in parts)
        else:
            yield part, is_choice


def _is_filled(part: Message) -> bool:
    data = part.get_payload(decode=True)
    return isinstance(data, bytes) and bool(data.strip())


def _part(part: Message) -> MailPart:
    data = part.get_payload(decode=True)
    charset = str(part.get_content_charset("") or "")
    return MailPart(
        part=part,
        data=data if isinstance(data, bytes) else b"",
        # Nobody need be told that a text is in less than UTF-8.
        charset="" if charset in ("us-ascii", "ascii") else charset,
        is_html=part.get_content_subtype() == "html",
        flowed=_parameter(part, "format") == "flowed",
        glued=_parameter(part, "delsp") == "yes",
    )


def _parameter(part: Message, name: str) -> str:
    try:
        return str(part.get_param(name, "") or "").lower()
    except _BROKEN:
        return ""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename("") or ""
    except _BROKEN:
        return ""
    return "".join(one if one.isprintable() else "?" for one in sayable(one_line(name[:200])))
