from __future__ import annotations

import io
import json
import zipfile

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.inception_project import InceptionProjectFormat
from annotator.formats.shared.inception_reading import SerializedOnlyError
from annotator.formats.uima_xmi import UimaXmiFormat
from annotator.service.exchange_ports import ExchangeOptions

FORM = InceptionProjectFormat()
TEXT = "😀 The dam broke."
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore">'
    f'<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="{TEXT}"/>'
    '<ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="6" value="X"/></xmi:XMI>'
)
TSV = (
    f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NAMED_ENTITY}|value\n\n\n#Text={TEXT}\n"
    "1-1\t0-2\t😀\t_\t\n1-2\t3-6\tThe\tX\t\n"
)


def cas():
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT}
    entity = {"%ID": 2, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 3, "end": 6, "value": "X"}
    made = {"%ID": 3, "%TYPE": "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
            "username": "somebody", "sourceDocumentName": "dam.txt"}  # fmt: skip
    return json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, entity, made]})


def packed(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, made in members.items():
            file.writestr(name, made)
    return data.getvalue()


def project(tmp_path, members):
    path = tmp_path / "p.zip"
    path.write_bytes(packed({"exportedproject77.json": '{"name": "Dams"}', **members}))
    return path


def read(path):
    items = list(FORM.read(path, ExchangeOptions()).items())
    articles = [one for one in items if not isinstance(one, AnnotatorError)]
    return articles, [str(one) for one in items if isinstance(one, AnnotatorError)]


def test_each_user_and_the_curation_are_reviewers_in_whatever_form_was_chosen(tmp_path):
    path = project(tmp_path, {
        "source/dam.txt": TEXT,
        "source/unmarked.txt": "Nobody marked this.",
        "source/scan.pdf": b"%PDF",
        "annotation/dam.txt/ann.json": cas(),
        "annotation/dam.txt/bo.zip": packed({"bo.xmi": XMI, "TypeSystem.xml": "<a/>"}),
        "annotation/dam.txt/cy.xmi": XMI,
        "annotation/dam.txt/dee.tsv": TSV,
        "annotation/dam.txt/INITIAL_CAS.json": cas(),
        "annotation/dam.txt/eve.conll": "x",
        "annotation_ser/dam.txt/ann.ser": b"\xac\xed",
        "curation/dam.txt/CURATION_USER.json": cas(),
        "log/dam.txt": "x",
    })  # fmt: skip
    assert FORM.fits(path, path.read_bytes()[:4096])
    assert not UimaXmiFormat().fits(path, path.read_bytes()[:4096])
    articles, told = read(path)
    marked = [one for one in articles if one.highlights]
    assert {one.title for one in marked} == {"dam.txt"}
    assert {one.text for one in marked} == {TEXT}
    assert [(each.reviewer, each.label, each.spans) for one in marked for each in one.highlights
            ] == [(name, "X", ((3, 6),))
                  for name in ("ann", "bo", "cy", "dee", "Curation")]  # fmt: skip
    assert [one.title for one in articles if not one.highlights] == ["unmarked.txt"]
    assert len(told) == 1
    assert "in other forms (1)" in told[0]


def test_what_a_document_came_with_is_read_where_nobody_marked_it(tmp_path):
    (article,), told = read(project(tmp_path, {"annotation/a/INITIAL_CAS.json": cas()}))
    assert [one.reviewer for one in article.highlights] == ["somebody"]
    assert told == []


def test_a_project_with_annotations_for_java_alone_says_how_to_export_it(tmp_path):
    path = project(tmp_path, {"annotation_ser/a/ann.ser": b"\xac\xed", "source/a": "x"})
    with pytest.raises(SerializedOnlyError, match="UIMA CAS JSON"):
        FORM.read(path, ExchangeOptions())


def test_a_damaged_file_in_it_is_told_and_the_others_are_read(tmp_path):
    articles, told = read(project(tmp_path, {
        "annotation/a/ann.json": "{",
        "annotation/a/bo.zip": "no archive",
        "annotation/a/cy.xmi": "<a",
        "annotation/a/dee.tsv": b"\xff",
        "annotation/a/eve.zip": packed({"../e.xmi": XMI}),
        "annotation/a/flo.json": cas(),
    }))  # fmt: skip
    assert [one.reviewer for each in articles for one in each.highlights] == ["flo"]
    assert len(told) == 5


def test_other_archives_are_none(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"annotation/a/ann.json": cas()}))
    assert not FORM.fits(path, path.read_bytes())
    with pytest.raises(NotAnnotationsError):
        FORM.read(path, ExchangeOptions())


def test_an_empty_project_has_nothing(tmp_path):
    assert read(project(tmp_path, {})) == ([], [])
