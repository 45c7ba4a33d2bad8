"""Mail messages (EML): the text a reader of the mail would see first, without attachments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.articles.reading.mail_parts import (
    MailPart,
    are_parsable,
    is_harmful,
    left_out,
    mail_text,
    main_part,
    short_enough,
)
from annotator.articles.reading.markup_pieces import text_of_piece
from annotator.articles.reading.page_encoding import page_text
from annotator.articles.reading.titles import title_of
from annotator.core.canonical import LoneSurrogateError, NulCharacterError, canonical_text
from annotator.core.file_errors import BinaryFileError, UnsayableTextError
from annotator.core.message_errors import EncryptedMailError, NoMailError, NoMailTextError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.declared import one_line, primary_language, web_address
from annotator.service.reading.files import file_bytes, sayable, source_of
from annotator.service.reading.text_files import looks_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

_HEADERS = re.compile(
    rb"^(from|to|date|subject|received|return-path|delivered-to|message-id|mime-version):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 3
# A page that a browser saved is no mail, though it looks like one.
_SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*<?saved by)", re.IGNORECASE | re.MULTILINE
)
# Each line is looked at once for every part that it stands in.
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_MULTIPARTS = 300
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
# What the mail parser of the standard library is known to fail with on broken messages.
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


class MailReader:
    """Reads mail messages; sender, subject and day are the article's author, title and date."""

    name = "mail message"
    suffixes = (".eml",)
    extra = ""
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the headers that every mail has."""
        del path
        header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        found = {name.lower() for name in _HEADERS.findall(header)}
        return len(found) >= _FEWEST and not _SAVED_PAGE.search(header)

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read a message: its plain text, or what its HTML shows where there is no other.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path)
        if looks_binary(data[:4096]):
            raise BinaryFileError(path)
        message = _parsed(path, data)
        try:
            part = main_part(message)
            names = left_out(message, part)
            heads = _heads(message)
        except _FAILURES as error:
            raise NoMailError(path) from error
        if part is None:
            kind = message.get_content_type()
            raise EncryptedMailError(path) if kind in _ENCRYPTED else NoMailTextError(path)
        text, encoding, doubts, encodings = _text(path, part, options)
        yield ReadArticle(
            title=heads.subject or title_of(text, sayable(path.stem)),
            text=text,
            source=source_of(
                path,
                data,
                encoding=encoding,
                reader=self.name,
                normalized=tuple(f"attachment left out: {name}" for name in names),
            ),
            authors=heads.authors,
            url=heads.url,
            published=heads.day,
            language=heads.language,
            doubts=(*doubts, Doubt.LEFT_OUT) if names else doubts,
            encodings=encodings,
        )


class _Heads(NamedTuple):
    """What the headers of a message tell."""

    subject: str
    authors: tuple[str, ...]
    day: str
    language: str
    url: str


def _parsed(path: Path, data: bytes) -> EmailMessage:
    from email.parser import BytesParser  # noqa: PLC0415 - slow to import
    from email.policy import default  # noqa: PLC0415 - slow to import

    if len(_MULTIPART.findall(data)) > _MOST_MULTIPARTS or not are_parsable(data):
        raise NoMailError(path)
    try:
        message = BytesParser(policy=default).parsebytes(data)
        harmful = any(is_harmful(part) for part in message.walk())
    except _FAILURES as error:
        raise NoMailError(path) from error
    if harmful or not message.keys():
        raise NoMailError(path)
    return message


def _heads(message: EmailMessage) -> _Heads:
    return _Heads(
        subject=_header(message, "Subject"),
        authors=_authors(message),
        day=_day(message),
        language=primary_language(_header(message, "Content-Language")),
        url=web_address(_header(message, "Archived-At").strip("<>")),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        found = str(message[name] or "") if short_enough(message, name) else ""
    except _FAILURES:
        return ""  # one broken header costs no message
    return sayable(one_line(found))


def _authors(message: EmailMessage) -> tuple[str, ...]:
    from email.utils import getaddresses  # noqa: PLC0415 - slow to import

    try:
        sender = message["From"] if short_enough(message, "From") else None
        addresses = sender.addresses if sender else ()
        names = [one.display_name or one.addr_spec for one in addresses]
    except _FAILURES:
        names = []
    if not any(names):
        names = [name or address for name, address in getaddresses([_header(message, "From")])]
    lines = (sayable(one_line(name)) for name in names)
    return tuple(dict.fromkeys(line for line in lines if line and line != "<>"))


def _day(message: EmailMessage) -> str:
    from annotator.service.reading.dates import published_day  # noqa: PLC0415 - slow to import

    return published_day(_header(message, "Date"))


def _text(
    path: Path, part: MailPart, options: ReadOptions
) -> tuple[str, str, tuple[Doubt, ...], tuple[str, ...]]:
    """Return a part's text, its encoding, doubts of it, and other encodings that would do."""
    found = page_text(path, part.data, options, declared=part.charset)
    try:
        text = canonical_text(found.text).text
    except (NulCharacterError, LoneSurrogateError) as error:
        raise UnsayableTextError(path, position=error.position) from error
    if part.is_html:
        text = canonical_text(text_of_piece(path, text)).text
    else:
        text = mail_text(text, flowed=part.flowed, glued=part.glued)
    if not text.strip():
        raise NoMailTextError(path)
    return text, found.encoding, found.doubts, found.encodings
