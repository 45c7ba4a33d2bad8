from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.core.codebooks import codebooks
from tests.examples import share
from tests.formats.refi_samples import assert_valid, guid
from tests.formats.round_trips import came_back, written
from tests.formats.sending import CODEBOOK, LABELS, sent

from annotator.core.document_errors import DamagedDocumentError
from annotator.core.exchange_errors import (
    CannotWriteError,
    DamagedAnnotationsError,
    LeftOutError,
    NotAnnotationsError,
)
from annotator.core.records import Codebook
from annotator.formats.refi_codebook import RefiCodebookFormat
from annotator.service.exchange_ports import ExchangeOptions

FORM = RefiCodebookFormat()
CODE = f'<Code guid="{guid(1)}" name="a.b" isCodable="true"/>'


def codebook(codes, *, namespace="urn:QDA-XML:codebook:1.0", behind=""):
    return (
        f'<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="{namespace}" origin="Taguette">'
        f"<Codes>{codes}</Codes>{behind}</CodeBook>"
    )


def read(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    file = FORM.read(path, ExchangeOptions())
    return file.labels, list(file.items())


@settings(max_examples=share(4))
@given(made=codebooks())
def test_what_is_written_comes_back_and_follows_the_schema(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("refi") / "out.qdc"
    project = replace(sent(), codebook=made)
    if not made.labels:
        with pytest.raises(CannotWriteError):
            FORM.write(project, target, ExchangeOptions())
        return
    assert written(FORM, project, target) == []
    assert_valid("Codebook.xsd", target.read_bytes())
    assert FORM.fits(target, target.read_bytes()[:4096])
    file, items = came_back(FORM, target)
    told = {(one.id, one.key, one.definition) for one in file.labels}
    assert (items, told) == ([], {(one.id, one.key, one.definition) for one in made.labels})


def test_labels_below_others_stay_below_and_circles_are_cut(tmp_path):
    target = tmp_path / "out.qdc"
    written(FORM, sent(), target)
    file, _ = came_back(FORM, target)
    assert [(one.name, one.color, one.parent) for one in file.labels] == [
        (one.name, one.color_light, one.parent_id or "") for one in LABELS
    ]
    circle = tuple(replace(one, parent_id=LABELS[1 - at].id) for at, one in enumerate(LABELS))
    written(FORM, replace(sent(), codebook=Codebook(1, "", circle)), target)
    assert [one.id for one in came_back(FORM, target)[0].labels] == [one.id for one in LABELS]
    assert CODEBOOK.labels == LABELS


@pytest.mark.parametrize("namespace", ["1.0", "1:0", "0:4"])
def test_every_version_and_empty_sets_are_read(tmp_path, namespace):
    text = codebook(CODE, namespace=f"urn:QDA-XML:codebook:{namespace}", behind="<Sets/>")
    labels, items = read(tmp_path / "t.qdc", text)
    assert ([one.name for one in labels], items) == (["a.b"], [])
    assert FORM.fits(tmp_path / "t.qdc", text.encode("utf-16"))
    wide = text.replace("utf-8", "utf-16").encode("utf-16")
    assert read(tmp_path / "w.qdc", wide)[0] == labels


def test_what_is_no_code_and_sets_of_codes_are_told(tmp_path):
    codes = f'{CODE}{CODE}<Code guid="{guid(2)}" name=" "/>'
    behind = f'<Sets><Set guid="{guid(3)}" name="s"/></Sets>'
    labels, items = read(tmp_path / "t.qdc", codebook(codes, behind=behind))
    assert [one.id for one in labels] == [guid(1)]
    assert list(map(type, items)) == [DamagedAnnotationsError] * 2 + [LeftOutError]


def test_other_xml_is_no_codebook(tmp_path):
    for head in (
        b"<Project xmlns='urn:QDA-XML:project:1.0'>",
        b"# urn:QDA-XML:codebook:1.0 is a namespace of <CodeBook>",
        b'<xsd:schema xmlns="urn:QDA-XML:codebook:1.0"><xsd:element name="CodeBook"',
    ):
        assert not FORM.fits(tmp_path, head)
    begin, name = b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n', b"urn:QDA-XML:codebook:1.0"
    assert FORM.fits(tmp_path, begin + b'<q:CodeBook origin="x"\nxmlns:q="' + name + b'">')
    with pytest.raises(NotAnnotationsError):
        read(tmp_path / "t.qdc", "<CodeBook/>")
    with pytest.raises(DamagedDocumentError):
        read(tmp_path / "u.qdc", codebook(CODE)[:-3])
