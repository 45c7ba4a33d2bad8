from __future__ import annotations

import pytest
from tests.articles.documents import docx, odt, zipped

from annotator.articles.odt import OdtReader
from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    RefusedArchiveError,
    WrongFormatError,
)
from annotator.core.file_errors import EmptyFileError
from annotator.service.article_ports import Doubt, ReadOptions

META = (
    "<dc:title>Dam</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
    "<dc:creator>Bo Chen</dc:creator><dc:language>pt-BR</dc:language>"
    "<meta:creation-date>2026-11-22T10:00:00.5</meta:creation-date>"
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>So they say.</text:p><text:p>Twice.</text:p></text:note-body>"
    "</text:note>"
)
COMMENT = "<office:annotation><text:p>Really?</text:p></office:annotation>"


@pytest.fixture
def read(tmp_path):
    def reading(data):
        path = tmp_path / "report.odt"
        path.write_bytes(data)
        (found,) = OdtReader().read(path, ReadOptions())
        return found

    return reading


def test_every_kind_of_paragraph_is_a_line_and_metadata_are_kept(read):
    body = (
        "<text:h>Dam  declared safe</text:h><text:p>One<text:s text:c='3'/>two<text:tab/>three"
        "<text:line-break/>four <text:span>five</text:span>\u00a0six</text:p>"
        "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Where<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>"
        " it is</text:p>"
    )
    found = read(odt(body, meta=META))
    expected = "Dam declared safe|One two three|four five\u00a0six|Item|A|B|Where|Box|it is"
    assert found.text.split("\n") == expected.split("|")
    assert (found.title, found.authors) == ("Dam", ("Ann Lee",))
    assert (found.published, found.language, found.doubts) == ("2026-11-22", "pt", ())


def test_notes_follow_the_text_with_their_marks(read):
    found = read(odt(f"<text:p>It is safe{NOTE}, or not.</text:p><text:p>End.</text:p>"))
    assert found.text == "It is safe[1], or not.\nEnd.\n[1] So they say.\nTwice."
    assert read(odt(f"<text:h>The dam{NOTE}</text:h><text:p>End.</text:p>")).title == "The dam"


def test_comments_and_deletions_are_left_out(read):
    deleted = "<text:tracked-changes><text:p>Gone</text:p></text:tracked-changes>"
    found = read(odt(f"{deleted}<text:p>It is{COMMENT} safe</text:p>"))
    assert (found.text, found.doubts) == ("It is safe", (Doubt.LEFT_OUT,))


@pytest.mark.parametrize(
    "silent",
    [
        "<text:hidden-text>no</text:hidden-text>",
        "<text:script>no</text:script>",
        "<text:ruby><text:ruby-base/><text:ruby-text>no</text:ruby-text></text:ruby>",
        "<draw:image><office:binary-data>no</office:binary-data></draw:image>",
        "<text:bibliography-source><text:span>no</text:span></text:bibliography-source>",
    ],
)
def test_what_no_page_shows_is_no_text(read, silent):
    assert read(odt(f"<text:p>It is{silent} safe</text:p>")).text == "It is safe"


def test_damaged_metadata_cost_no_article(read):
    assert read(odt(more={"meta.xml": "<a"})).text == "The dam is safe."


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", WrongFormatError),
        (docx(), WrongFormatError),
        (
            odt(more={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            WrongFormatError,
        ),
        (odt(more={"content.xml": "<a/>"}), WrongFormatError),
        (odt("<text:p>"), DamagedDocumentError),
        (odt("<text:span>" * 1_000), DamagedDocumentError),
        (odt("<text:span>" * 100_000), RefusedArchiveError),
        (odt(more={"content.xml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"}), DamagedDocumentError),
        (odt(more={"META-INF/manifest.xml": "<a><encryption-data/></a>"}), PasswordNeededError),
        (odt("<text:p> </text:p>"), EmptyFileError),
        (zipped({"a": b""}), WrongFormatError),
    ],
)
def test_each_bad_document_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"report\.odt"):
        read(data)


def test_documents_are_known_by_their_type(tmp_path):
    assert OdtReader().fits(tmp_path, odt()[:4096])
    assert not OdtReader().fits(tmp_path, docx()[:4096])
