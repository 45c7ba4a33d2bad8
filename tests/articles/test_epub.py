from __future__ import annotations

import pytest
from tests.articles.documents import chapter, docx, epub, zipped

from annotator.articles.epub import EpubReader
from annotator.core.document_errors import (
    DamagedDocumentError,
    ProtectedBookError,
    RefusedArchiveError,
    WrongFormatError,
)
from annotator.core.file_errors import EmptyFileError
from annotator.service.article_ports import Doubt, ReadOptions

METADATA = (
    "<dc:title>Dams</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Chen</dc:creator>"
    "<dc:language>ar-EG</dc:language><dc:publisher>Press</dc:publisher>"
    "<dc:date>2026-11-22</dc:date><dc:source>https://example.org/a</dc:source>"
)
LEADING_OUT = {
    "book/package.opf": '<package xmlns="http://www.idpf.org/2007/opf"><item id="i0"'
    ' href="../../etc/passwd" media-type="text/html"/><itemref idref="i0"/></package>'
}


@pytest.fixture
def read(tmp_path):
    def reading(data):
        path = tmp_path / "book.epub"
        path.write_bytes(data)
        (found,) = EpubReader().read(path, ReadOptions())
        return found

    return reading


def encrypted(uri, algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"):
    return {
        "META-INF/encryption.xml": f'<e><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/>'
        f'<CipherReference URI="{uri}"/></EncryptedData></e>'
    }


def test_chapters_are_one_article_in_the_order_of_the_spine(read):
    chapters = {
        "b two.xhtml": chapter("<p>Two&nbsp;<i>times</i>.</p>", html='dir="rtl"'),
        "a.xhtml": chapter("<h1>One</h1><ul><li>Item</li></ul>"),
    }
    order = '<itemref idref="i1"/><itemref idref="i0"/><itemref idref="i1"/>'
    found = read(epub(chapters, metadata=METADATA, references=order))
    assert found.text == "One\nItem\nTwo\u00a0times."
    assert (found.title, found.authors) == ("Dams", ("Ann Lee", "Bo Chen"))
    assert (found.language, found.direction, found.publisher) == ("ar", "rtl", "Press")
    assert (found.published, found.url) == ("2026-11-22", "https://example.org/a")
    assert found.doubts == ()


def test_what_lies_beside_the_book_is_left_out_with_a_doubt(read):
    chapters = {"a.xhtml": chapter("<p>One</p>"), "b.xhtml": chapter("<p>Advert</p>")}
    order = '<itemref idref="i0"/><itemref idref="i1" linear="no"/>'
    found = read(epub(chapters, references=order))
    assert (found.text, found.doubts) == ("One", (Doubt.LEFT_OUT,))


def test_scrambled_fonts_are_no_protection(read):
    fonts = encrypted("book/font.otf", "http://www.idpf.org/2008/embedding")
    assert read(epub(more=fonts)).text == "The dam is safe."


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", WrongFormatError),
        (docx(), WrongFormatError),
        (zipped({"META-INF/container.xml": "<a/>"}), DamagedDocumentError),
        (epub(more={"book/package.opf": "<package>"}), DamagedDocumentError),
        (epub({"../../a.xhtml": ""}), RefusedArchiveError),
        (epub(references='<itemref idref="i0"/>', more=LEADING_OUT), DamagedDocumentError),
        (epub({"a.xhtml": "<div>" * 100_000}), DamagedDocumentError),
        (epub({"a.xhtml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}), DamagedDocumentError),
        (epub(more=encrypted("book/one.xhtml")), ProtectedBookError),
        (epub({"a.xhtml": chapter("<img/>")}), EmptyFileError),
        (epub({}), EmptyFileError),
    ],
)
def test_each_bad_book_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"book\.epub"):
        read(data)


def test_books_are_known_by_their_type_or_by_what_leads_to_them(tmp_path):
    path = tmp_path / "a"
    fits = EpubReader().fits
    for data, expected in ((epub(), True), (docx(), False)):
        path.write_bytes(data)
        assert fits(path, data[:4096]) is expected
    path.write_bytes(zipped({"a": b"", "META-INF/container.xml": "<a/>"}))
    assert fits(path, path.read_bytes()[:4096])
