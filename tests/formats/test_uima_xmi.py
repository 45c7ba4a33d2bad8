from __future__ import annotations

import zipfile
from xml.sax.saxutils import quoteattr

import pytest

from annotator.core.document_errors import DamagedDocumentError, RefusedArchiveError
from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Reading, Unit
from annotator.formats.uima_xmi import UimaXmiFormat
from annotator.service.exchange_ports import ExchangeOptions

FORM = UimaXmiFormat()
TEXT = "Дамба 😀 впала,\r\nsaid e\u0301 Ann & co."
SPACES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:tcas="http:///uima/tcas.ecore" xmlns:c="http:///webanno/custom.ecore"'
    ' xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"'
    ' xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"'
    ' xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"'
    ' xmlns:api="http:///de/tudarmstadt/ukp/clarin/webanno/api/type.ecore"'
    ' xmlns:own="http:///uima/noNamespace.ecore"'
)
CLAIM = '<c:Claim xmi:id="7" sofa="1" begin="6" end="8" kind="official" weight="3" of="9"/>'


def sofa(text=TEXT, key=1):
    words = quoteattr(text, {"\r": "&#13;", "\n": "&#10;"})
    return f'<cas:Sofa xmi:id="{key}" sofaNum="1" sofaID="_InitialView" sofaString={words}/>'


def xmi(*elements, text=TEXT):
    inside = "".join(elements) + sofa(text)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<xmi:XMI {SPACES} xmi:version="2.0">{inside}</xmi:XMI>'


def read(path, made):
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return list(FORM.read(path, ExchangeOptions()).items())


def told(items):
    return [str(one) for one in items if isinstance(one, AnnotatorError)]


def only(items):
    (found,) = [one for one in items if not isinstance(one, AnnotatorError)]
    return found


def test_highlights_are_read_before_their_text_is_known(tmp_path):
    made = xmi(
        '<cas:NULL xmi:id="0"/>',
        '<meta:DocumentMetaData sofa="1" begin="0" end="36" language="uk" documentTitle="dam.txt"'
        ' documentUri="file:/C:/texts/dam.txt"/>',
        '<api:CASMetadata sofa="1" username="ann" projectName="Dams"/>',
        CLAIM,
        '<own:Other xmi:id="8" sofa="1" begin="17" end="21"/>',
        '<c:Why sofa="1" begin="0" end="5"><reasons>fear</reasons><reasons>hope</reasons></c:Why>',
        '<seg:Token sofa="1" begin="0" end="5"/>',
        '<pos:POS sofa="1" begin="0" end="5" PosValue="N"/>',
        '<c:Says sofa="1" begin="0" end="5" Governor="7" Dependent="8"/>',
    )
    items = read(tmp_path / "a.xmi", made)
    found = only(items)
    assert (found.title, found.text, found.language, found.url) == ("dam.txt", TEXT, "uk", "")
    offsets = ForeignOffsets(found.text, Reading(Unit.UTF16))
    assert [
        (TEXT.replace("\r", "")[slice(*offsets.span(*one.spans[0]))], one.label, one.reviewer)
        for one in found.highlights
    ] == [("😀", "official", "ann"), ("said", "Other", "ann"), ("Дамба", "fear", "ann")]
    assert found.highlights[0].claim["note"] == "weight: 3\nof: 9"
    assert len(told(items)) == 2


def test_what_a_view_does_not_list_was_deleted(tmp_path):
    more = '<c:Claim xmi:id="8" sofa="1" begin="0" end="5"/>'
    items = read(tmp_path / "a.xmi", xmi(CLAIM, more, '<cas:View sofa="1" members="8 9"/>'))
    assert [one.spans for one in only(items).highlights] == [((0, 5),)]
    assert "deleted there (1)" in told(items)[0]


def test_an_archive_is_read_file_by_file_and_past_what_is_damaged(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, made in [("one.xmi", xmi(CLAIM)), ("TypeSystem.xml", "<a/>"), ("bad.xmi", "<a"),
                           ("two.XMI", xmi(CLAIM, text="another 😀"))]:  # fmt: skip
            file.writestr(name, made)
    assert FORM.fits(path, path.read_bytes()[:4096])
    items = list(FORM.read(path, ExchangeOptions()).items())
    articles = [one for one in items if not isinstance(one, AnnotatorError)]
    assert [(one.title, len(one.highlights)) for one in articles] == [("one", 1), ("two", 1)]
    assert "bad.xmi" in told(items)[0]


def test_bad_elements_are_told_and_what_stands_before_a_damaged_place_is_kept(tmp_path):
    bad = '<c:Claim sofa="1" begin="9" end="3"/><c:Claim sofa="1" begin="-1" end="3"/>'
    items = read(tmp_path / "a.xmi", xmi(CLAIM, bad))
    assert len(only(items).highlights) == 1
    assert len(told(items)) == 2
    broken = xmi(CLAIM).replace("</xmi:XMI>", "<c:Claim")
    items = read(tmp_path / "b.xmi", broken)
    assert len(only(items).highlights) == 1
    assert "not well-formed" in told(items)[0]


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', DamagedDocumentError),
        ("<a>" * 300, DamagedDocumentError),
        ("<a xmlns='http://example.org/XMI'><b/></a>", NotAnnotationsError),
        ("<XMI><b/></XMI>", NotAnnotationsError),
        ("PK\3\4 no archive", AnnotatorError),
        ("", AnnotatorError),
    ],
)
def test_hostile_and_other_files_are_refused(tmp_path, made, refusal):
    path = tmp_path / "a.xmi"
    assert not FORM.fits(path, made.encode())
    with pytest.raises(refusal):
        read(path, made)


def test_other_archives_are_none_and_hostile_ones_are_refused(tmp_path):
    for name in ("a.txt", "exportedproject1.json", "../a.xmi"):
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as file:
            file.writestr(name, xmi(CLAIM))
            if name.startswith("exported"):
                file.writestr("annotation/a/b.xmi", xmi(CLAIM))
        assert FORM.fits(path, path.read_bytes()[:4096]) == (name == "../a.xmi")
    with pytest.raises(RefusedArchiveError):
        FORM.read(path, ExchangeOptions())


def test_what_dkpro_cassis_writes_reads_alike(tmp_path):
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    claim = types.create_type("webanno.custom.Claim", "uima.tcas.Annotation")
    types.create_feature(claim, "value", "uima.cas.String")
    made = cassis.Cas(types)
    made.sofa_string = TEXT
    for begin, end in [(0, 5), (6, 7)]:
        made.add(claim(begin=begin, end=end, value="official"))
    found = only(read(tmp_path / "a.xmi", made.to_xmi()))
    assert [(one.spans, one.label) for one in found.highlights] == [
        (((0, 5),), "official"), (((6, 8),), "official")]  # fmt: skip
