from __future__ import annotations

import pytest
from tests.articles.documents import RTF

from annotator.articles.rtf import RtfReader
from annotator.core.document_errors import DamagedDocumentError, WrongFormatError
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import UnknownEncodingError
from annotator.service.article_ports import Doubt, ReadOptions

HEAD = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset0 Times;}"
HEAD += rb"{\f2\fcharset80 Seoul;}}"
INFO = rb"{\info{\title \'c4\'e0\'ec\'e1\'e0}{\author Ann Lee; Bo Chen}{\creatim\yr2026\mo3\dy1}}"


@pytest.fixture
def read(tmp_path):
    def reading(data, **options):
        path = tmp_path / "report.rtf"
        path.write_bytes(data)
        (found,) = RtfReader().read(path, ReadOptions(**options))
        return found

    return reading


def test_paragraphs_cells_and_metadata_are_kept(read):
    body = (
        rb"\pard Dam \b declared\b0  safe\par The ministry said so.\line Twice.\par"
        rb"\trowd A\cell B\\cell\cell\row {\listtext 1.\tab}Item\par}"
    )
    found = read(HEAD + INFO + body)
    expected = ["Dam declared safe", "The ministry said so.", "Twice.", "A", "B\\cell", "Item"]
    assert found.text.split("\n") == expected
    assert (found.title, found.authors) == ("Дамба", ("Ann Lee", "Bo Chen"))
    assert (found.published, found.doubts) == ("2026-03-01", ())


def test_letters_are_read_by_code_page_font_and_number(read):
    body = rb"\f0\'cf\'f0\'e8 \u1071? \f1 caf\'e9\~x\emdash\u-10179?\u-8704? {\f2\'b0\'a1}\par}"
    assert read(HEAD + body).text == "При Я café\u00a0x—😀 가"
    assert read(HEAD + "\\f0 При\\par}".encode("cp1251")).text == "При"


def test_an_encoding_can_be_chosen(read):
    data = rb"{\rtf1\ansi\ansicpg1252 \'cf\'f0\'e8}"
    assert read(data).text == "Ïðè"
    chosen = read(data, encoding="cp1251")
    assert (chosen.text, chosen.source.encoding) == ("При", "cp1251")
    with pytest.raises(UnknownEncodingError):
        read(data, encoding="klingon")


def test_notes_follow_and_what_is_hidden_or_a_link_is_not_told(read):
    body = (
        rb"It is safe{\super\chftn}{\footnote \pard{\super\chftn} So they say.}{\v hidden}, see"
        rb' {\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt here}}.\par}'
    )
    assert read(HEAD + body).text == "It is safe[1], see here.\n[1] So they say."


def test_pictures_are_left_out_with_a_doubt(read):
    found = read(HEAD + rb"Safe {\pict\pngblip 0123}{\pict\bin6 }}}}}}}\par}")
    assert (found.text, found.doubts) == ("Safe", (Doubt.LEFT_OUT,))


def test_bytes_without_a_letter_are_replaced_with_a_doubt(read):
    found = read(rb"{\rtf1\ansi\ansicpg932 a\'81 b\u-10179?}")
    assert (found.text, found.doubts) == ("a\ufffd b\ufffd", (Doubt.REPLACED,))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", WrongFormatError),
        (rb"{\rtf1\ansi\par}", EmptyFileError),
        (b"{\\rtf1" + b"{" * 100_000, EmptyFileError),
        (b"{\\rtf1{\\fonttbl" + rb"\f0\fcharset0 " * 10_000, EmptyFileError),
        (rb"{\rtf1 \u99999999 x}", DamagedDocumentError),
    ],
)
def test_each_bad_document_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"report\.rtf"):
        read(data)


def test_rich_text_is_known_by_its_beginning(tmp_path):
    assert RtfReader().fits(tmp_path, RTF)
    assert not RtfReader().fits(tmp_path, b"rtf1")
