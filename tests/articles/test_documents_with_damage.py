"""Every reader of documents against files that are damaged, hostile or another's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.documents import RTF, docx, epub, odt, pdf, zipped
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.docx import DocxReader
from annotator.articles.epub import EpubReader
from annotator.articles.odt import OdtReader
from annotator.articles.pdf import PYPDF, PdfReader
from annotator.articles.rtf import RtfReader
from annotator.core.file_errors import TooLargeFileError
from annotator.service.article_ports import ReadOptions

GIGABYTE = 1_000_000_000
WHOLE = {
    DocxReader: docx(core="<dc:title>Dam</dc:title>"),
    OdtReader: odt(meta="<dc:title>Dam</dc:title>"),
    EpubReader: epub(metadata="<dc:title>Dam</dc:title>"),
    RtfReader: RTF,
    PdfReader: pdf([(72, 700, 12, "The dam is safe."), (72, 686, 12, "They say so.")]),
}
readers = pytest.mark.parametrize("reader", WHOLE)
damage = st.tuples(
    st.sampled_from(["cut", "changed", "random", "of another"]),
    st.binary(max_size=40),
    st.floats(0, 1),
    st.sampled_from(sorted(WHOLE.values())),
)


def damaged(whole, kind, data, share, another):
    place = int(share * len(whole))
    return {
        "cut": whole[:place],
        "changed": whole[:place] + data + whole[place + len(data) :],
        "random": data,
        "of another": another,
    }[kind] or b"\0"


@readers
@settings(max_examples=50)
@given(how=damage, second=st.booleans())
def test_any_damage_is_read_or_refused_kindly(tmp_path_factory, reader, how, second):
    path = tmp_path_factory.mktemp("any") / "any.doc"
    path.write_bytes(damaged(WHOLE[reader], *how))
    variant = PYPDF if second and reader is PdfReader else ""
    assert_read_or_refused_kindly(reader(), path, variant=variant)


@readers
def test_a_whole_document_is_read(tmp_path, reader):
    path = tmp_path / "a.doc"
    path.write_bytes(WHOLE[reader])
    (found,) = everything(reader(), path, ReadOptions())
    assert found.text.startswith("The dam is safe.")
    assert reader().fits(path, WHOLE[reader][:4096])


@readers
def test_a_gigabyte_is_refused_by_its_size_alone(tmp_path, reader):
    path = tmp_path / "large.doc"
    with path.open("wb") as file:
        file.truncate(GIGABYTE)
    assert not reader().fits(path, bytes(4096))
    with pytest.raises(TooLargeFileError):
        list(reader().read(path, ReadOptions()))


@pytest.mark.parametrize("reader", [DocxReader, OdtReader, EpubReader])
def test_archives_in_archives_stay_packed(tmp_path, reader):
    inner = zipped({"zeros": bytes(900_000)})
    path = tmp_path / "nested.doc"
    path.write_bytes(zipped({"mimetype": "x", "inner.zip": inner, "word/inner.zip": inner}))
    assert_read_or_refused_kindly(reader(), path)


@readers
@pytest.mark.parametrize("data", [b"{" * 100_000, b"(" * 100_000, b"<a>" * 100_000, b"[" * 100_000])
def test_what_is_nested_without_end_is_told(tmp_path, reader, data):
    path = tmp_path / "deep.doc"
    path.write_bytes({RtfReader: b"{\\rtf1", PdfReader: b"%PDF-1.4\n"}.get(reader, b"") + data)
    assert_read_or_refused_kindly(reader(), path)
