from __future__ import annotations

import io
import sys
import zlib

import pytest
from tests.articles.documents import coded, docx, pdf

from annotator.articles import pdf as module
from annotator.articles.pdf import PDFIUM, PYPDF, PdfReader
from annotator.articles.reading import pdf_pages
from annotator.articles.reading.apart import Apart, Workers
from annotator.articles.reading.pdf_pages import pypdf_pages
from annotator.core.document_errors import (
    DamagedDocumentError,
    NoTextLayerError,
    PasswordNeededError,
    TooManyPagesError,
    WrongFormatError,
)
from annotator.core.reading_errors import ReaderMemoryError
from annotator.service.article_ports import Doubt, ReadOptions

HEADING = (72, 720, 18, "Dam declared safe")
FIRST = [
    (72, 690, 12, "The dam above the town was declared safe by the minis-"),
    (72, 676, 12, "try on Monday, and all who had to leave may return to"),
    (72, 662, 12, "their houses."),
]
SECOND = [
    (92, 648, 12, "Engineers of the water works do not agree at all with"),
    (72, 634, 12, "that view, and neither do most of"),
]
NEXT = [(72, 720, 12, "the people who live below it.")]
PARAGRAPHS = [
    "Dam declared safe",
    (
        "The dam above the town was declared safe by the ministry on Monday, and all who had to"
        " leave may return to their houses."
    ),
    (
        "Engineers of the water works do not agree at all with that view, and neither do most of"
        " the people who live below it."
    ),
]
INFO = "/Title(Dams)/Author(Ann Lee; Bo Chen)/CreationDate(D:20261122100000Z)"


@pytest.fixture
def read(tmp_path):
    def reading(data, **options):
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        (found,) = PdfReader().read(path, ReadOptions(**options))
        return found

    return reading


def test_lines_become_paragraphs_over_pages_and_metadata_are_kept(read):
    found = read(pdf([HEADING, *FIRST, *SECOND], NEXT, info=INFO, catalog="/Lang(pt-BR)"))
    assert found.text.split("\n") == PARAGRAPHS
    assert (found.title, found.authors) == ("Dams", ("Ann Lee", "Bo Chen"))
    assert (found.published, found.language) == ("2026-11-22", "pt")
    assert found.doubts == (Doubt.ORDER,)


def test_the_other_way_of_reading_finds_the_same_words(read):
    found = read(pdf([HEADING, *FIRST], info=INFO, catalog="/Lang(pt)"), variant=PYPDF)
    assert found.text.replace("\n", " ") == " ".join(PARAGRAPHS[:2])
    assert (found.title, found.language, found.published) == ("Dams", "pt", "2026-11-22")
    assert "pypdf" in found.source.reader


def test_a_row_of_a_table_is_a_line(read):
    rows = [
        line
        for n in range(3)
        for line in ((72, 600 - 14 * n, 12, f"town {n}"), (300, 600 - 14 * n, 12, "90"))
    ]
    assert read(pdf(rows)).text.split("\n") == ["town 0 90", "town 1 90", "town 2 90"]


def test_what_every_page_repeats_is_dropped_and_told(read):
    pages = [
        [(72, 780, 9, "The Daily News"), (72, 750, 12, f"Part {n}."), *FIRST, (72, 600, 12, f"{n}")]
        for n in range(3)
    ]
    found = read(pdf(*pages))
    assert "Daily" not in found.text
    assert "lines repeated on pages removed: 3" in found.source.normalized


@pytest.mark.parametrize("title", ["Microsoft Word - a", "untitled", "report.docx", ""])
def test_a_title_that_nobody_gave_is_none(read, title):
    assert read(pdf([HEADING, *FIRST], info=f"/Title({title})")).title == "Dam declared safe"


@pytest.mark.parametrize(("character", "variant"), [("0003", ""), ("0003", PYPDF), ("FEE3", PYPDF)])
def test_doubtful_letters_offer_the_other_way_of_reading(read, character, variant):
    assert Doubt.LETTERS in read(coded(character), variant=variant).doubts


def test_the_other_way_is_taken_where_it_knows_the_letters(read, monkeypatch):
    known = read(pdf(FIRST), variant=PYPDF)
    monkeypatch.setattr(module, "pypdf_pages", lambda path, _: pypdf_pages(path, pdf(FIRST)))
    found = read(coded("0003"))
    assert (found.text, found.source.reader) == (known.text, known.source.reader)
    assert Doubt.LETTERS not in found.doubts
    assert Doubt.LETTERS in read(coded("0003"), variant=PDFIUM).doubts
    monkeypatch.setattr(module, "pypdf_pages", damaged)
    assert "pdfium" in read(coded("0003")).source.reader


def damaged(path, data):
    raise DamagedDocumentError(path, part="page 1", reason=f"{len(data)} bytes")


def test_a_string_of_any_length_is_read_to_its_end(read):
    text = "The dam is safe. " * 3_000 + "So they say."
    page = pdf([(72, 700, 12, text)])
    assert read(page).text == text
    found = read(page, variant=PDFIUM)
    assert text.startswith(found.text)
    assert Doubt.LEFT_OUT in found.doubts


@pytest.mark.skipif(sys.platform != "linux", reason="bounds of memory are Linux's")
def test_what_unpacks_to_too_much_is_told_as_that(tmp_path, read):
    with pytest.raises(ReaderMemoryError):
        read(packed_twice(100), variant=PYPDF)
    path, workers = tmp_path / "bomb.pdf", Workers()
    path.write_bytes(packed_twice(600))
    with pytest.raises(ReaderMemoryError):
        list(Apart(PdfReader(), workers=workers).read(path, ReadOptions()))
    workers.close()


def packed_twice(megabytes):
    """Return a PDF with a page of so many spaces."""
    packer = zlib.compressobj(1)
    spaces = b" " * 1_000_000
    packed = b"".join(packer.compress(spaces) for _ in range(megabytes)) + packer.flush()
    stream = zlib.compress(packed)
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n" % len(stream)
    return pdf(["x"]).replace(b"<</Length 1>>\nstream\nx", head + stream)


def test_a_page_without_text_among_others_is_a_doubt(read):
    assert Doubt.LEFT_OUT in read(pdf(FIRST, [])).doubts


def test_pictures_with_hardly_a_word_are_no_text(read):
    picture = "q 500 0 0 700 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    with pytest.raises(NoTextLayerError, match=r"pages: 2"):
        read(pdf([picture, (72, 40, 9, "Scan 1")], [picture, (72, 40, 9, "Scan 2")]))
    assert read(pdf([picture, *FIRST])).text == PARAGRAPHS[1]


def locked(**passwords):
    from pypdf import PdfReader as Reader  # noqa: PLC0415 - slow, and for these tests alone
    from pypdf import PdfWriter  # noqa: PLC0415 - slow, and for these tests alone

    writer = PdfWriter(clone_from=Reader(io.BytesIO(pdf(FIRST))))
    writer.encrypt(algorithm="RC4-128", **passwords)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize("variant", ["", PYPDF])
def test_a_password_is_asked_for_only_where_opening_needs_one(read, variant):
    with pytest.raises(PasswordNeededError, match=r"report\.pdf needs a password"):
        read(locked(user_password="secret"), variant=variant)  # noqa: S106 - of this test
    open_to_all = locked(user_password="", owner_password="secret")  # noqa: S106 - of this test
    assert "declared safe" in read(open_to_all, variant=variant).text


@pytest.mark.parametrize("variant", ["", PYPDF])
@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", WrongFormatError),
        (docx(), WrongFormatError),
        (b"%PDF-1.7 and no more", DamagedDocumentError),
        (pdf([]), NoTextLayerError),
        (pdf(*[[]] * 6), NoTextLayerError),
    ],
)
def test_each_bad_document_has_its_own_sentence(read, variant, data, error):
    with pytest.raises(error, match=r"report\.pdf"):
        read(data, variant=variant)


@pytest.mark.parametrize("variant", ["", PYPDF])
def test_more_pages_than_any_article_has_are_refused(read, monkeypatch, variant):
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 2)
    assert read(pdf(FIRST, NEXT), variant=variant).text
    with pytest.raises(TooManyPagesError, match="has 3 pages"):
        read(pdf(FIRST, NEXT, NEXT), variant=variant)


def test_pdf_is_known_by_its_mark(tmp_path):
    fits = PdfReader().fits
    assert fits(tmp_path, b"\n\n%PDF-1.4")
    assert not fits(tmp_path, bytes(2000) + b"%PDF-1.4")
