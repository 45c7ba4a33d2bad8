from __future__ import annotations

from dataclasses import dataclass

import pytest

from annotator.core.request_errors import UnknownReaderError
from annotator.service.choosing import reader_for


@dataclass
class Reader:
    name: str
    suffixes: tuple[str, ...]
    mark: bytes = b""

    def fits(self, _path, head):
        return bool(self.mark) and head.startswith(self.mark)


PLAIN = Reader("plain text", (".txt",))
PAGE = Reader("web page", (".html",), b"<html")
PRINT = Reader("PDF", (".pdf",), b"%PDF")
FEED = Reader("feed", (".xml", ".html"), b"<html")
ALL = (PLAIN, PAGE, PRINT, FEED)


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"It rained.", PLAIN),
        ("a.html", b"<p>It rained.", PAGE),
        ("a.HTML", b"<html>", PAGE),
        ("a.xml", b"<html>", FEED),
        ("a.txt", b"%PDF-1.7", PRINT),
        ("a", b"<html>", PAGE),
        ("a", b"It rained.", PLAIN),
        ("a.pdf", b"no such thing", PRINT),
        ("a.zip", b"PK", PLAIN),
    ],
)
def test_content_goes_before_the_name_and_the_name_before_nothing(tmp_path, name, data, reader):
    (tmp_path / name).write_bytes(data)
    assert reader_for(tmp_path / name, ALL) is reader


def test_what_is_not_there_is_chosen_by_its_name(tmp_path):
    assert reader_for(tmp_path / "none.pdf", ALL) is PRINT
    assert reader_for(tmp_path, ALL) is PLAIN


def test_a_reader_can_be_named(tmp_path):
    assert reader_for(tmp_path / "a.txt", ALL, named="Web-Page") is PAGE
    with pytest.raises(UnknownReaderError, match="plain text, web page, PDF, feed"):
        reader_for(tmp_path / "a.txt", ALL, named="word")
