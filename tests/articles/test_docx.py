from __future__ import annotations

import pytest
from tests.articles.documents import (
    RELATIONS,
    STRICT_RELATIONS,
    STRICT_W,
    docx,
    odt,
    paragraph,
    zipped,
)

from annotator.articles.docx import DocxReader
from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    WrongFormatError,
)
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import DamagedMarkupError
from annotator.service.article_ports import Doubt, ReadOptions

CORE = (
    "<dc:title>Dam</dc:title><dc:creator>Ann Lee; Bo Chen</dc:creator>"
    "<dc:language>pt-BR</dc:language><t:created>2026-11-22T10:00:00Z</t:created>"
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@pytest.fixture
def read(tmp_path):
    def reading(data):
        path = tmp_path / "report.docx"
        path.write_bytes(data)
        (found,) = DocxReader().read(path, ReadOptions())
        return found

    return reading


def notes(*texts, root="footnotes", one="footnote"):
    inside = "".join(
        f'<w:{one} w:id="{n}">{paragraph(text)}</w:{one}>' for n, text in enumerate(texts, start=2)
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return {f"word/{root}.xml": f"<w:{root} {names}>{inside}</w:{root}>"}


def related(kind, target):
    return {
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org'
        f'/package/2006/relationships"><Relationship Id="r9" Type="{RELATIONS}/{kind}"'
        f' Target="{target}"/></Relationships>'
    }


def test_headings_paragraphs_and_cells_are_lines_and_metadata_are_kept(read):
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Safe", "Monday"))
    body = (
        paragraph("Dam declared safe", "Heading1")
        + paragraph("The  ministry\u00a0said so.")
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    found = read(docx(body, core=CORE))
    assert found.text.split("\n") == [
        "Dam declared safe",
        "The ministry\u00a0said so.",
        "Safe",
        "Monday",
    ]
    assert (found.title, found.authors) == ("Dam", ("Ann Lee", "Bo Chen"))
    assert (found.published, found.language, found.doubts) == ("2026-11-22", "pt", ())


def test_notes_follow_the_text_with_their_numbers(read):
    body = f"<w:p><w:r><w:t>It is safe</w:t></w:r>{NOTE}<w:r><w:t>.</w:t></w:r></w:p>"
    found = read(docx(body, more=notes("So they say.") | related("footnotes", "footnotes.xml")))
    assert found.text == "It is safe[1].\n[1] So they say."


def test_a_line_break_parts_lines_and_deleted_words_are_gone(read):
    body = (
        "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>"
        "<w:del><w:r><w:delText> three</w:delText></w:r></w:del></w:p>"
    )
    assert read(docx(body)).text == "One\ntwo"


RUN = "<w:r><w:t>in</w:t></w:r>"


@pytest.mark.parametrize(
    ("between", "text"),
    [
        ("<w:r><w:cr/></w:r>", "a\nb"),
        ('<w:r><w:br w:type="page"/></w:r>', "a\nb"),
        ("<w:r><w:ptab/></w:r>", "a b"),
        (f'<w:fldSimple w:instr="DATE">{RUN}</w:fldSimple>', "ainb"),
        (f'<w:dir w:val="rtl">{RUN}</w:dir>', "ainb"),
        (f'<w:bdo w:val="rtl">{RUN}</w:bdo>', "ainb"),
        (f"<w:r><w:ruby><w:rt>{RUN}</w:rt><w:rubyBase>{RUN}</w:rubyBase></w:ruby></w:r>", "ainb"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>", "ab"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>in</w:t></w:r>', "ainb"),
    ],
)
def test_no_shown_word_is_lost_or_glued_to_the_next(read, between, text):
    body = f"<w:p><w:r><w:t>a</w:t></w:r>{between}<w:r><w:t>b</w:t></w:r></w:p>"
    assert read(docx(body)).text == text


def test_formulas_are_left_out_with_a_doubt(read):
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = f"<w:p {math}><w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
    assert read(docx(body)).doubts == (Doubt.LEFT_OUT,)


def test_a_title_has_no_marks_of_notes(read):
    body = f"<w:p><w:r><w:t>The dam</w:t></w:r>{NOTE}</w:p>{paragraph('It is safe.')}"
    found = read(docx(body, more=notes("Of 1920.") | related("footnotes", "footnotes.xml")))
    assert (found.title, found.text[:10]) == ("The dam", "The dam[1]")


def test_a_strict_document_is_read(read):
    assert read(docx(w=STRICT_W, relations=STRICT_RELATIONS)).text == "The dam is safe."


def test_comments_are_left_out_with_a_doubt(read):
    found = read(docx(more=notes("Really?", root="comments", one="comment")))
    assert (found.text, found.doubts) == ("The dam is safe.", (Doubt.LEFT_OUT,))


def test_another_document_inside_is_not_opened(read):
    assert read(docx(more={"word/embeddings/a.docx": docx()})).text == "The dam is safe."


def nested(depth):
    table, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return table * depth + paragraph("x") + end * depth


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", WrongFormatError),
        (b"\xd0\xcf\x11\xe0 an older document", WrongFormatError),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), PasswordNeededError),
        (odt(), WrongFormatError),
        (zipped({"word/a.xml": "<a/>"}), WrongFormatError),
        (docx("<w:p>"), DamagedDocumentError),
        (
            docx(more={"word/styles.xml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"}),
            DamagedDocumentError,
        ),
        (docx(nested(1_000)), DamagedDocumentError),
        (docx(nested(80)), DamagedMarkupError),
        (docx(paragraph(" ")), EmptyFileError),
    ],
)
def test_each_bad_document_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"report\.docx"):
        read(data)


def test_documents_are_known_by_what_is_in_them(tmp_path):
    path = tmp_path / "a"
    for data, fits in ((docx(), True), (odt(), False), (zipped({"xl/a.xml": "<a/>"}), False)):
        path.write_bytes(data)
        assert DocxReader().fits(path, data[:4096]) is fits
