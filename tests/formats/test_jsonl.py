from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.service.dam_text import TEXT, add_text, span_of

from annotator.bootstrap import open_project
from annotator.core.file_errors import FolderError
from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.formats.jsonl import JsonlFormat, QuoteMismatchError
from annotator.service.commands import AddHighlight, DescribeClaim


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    opened = open_project(tmp_path_factory.mktemp("jsonl") / "facts.factproj", create=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def article_id(project):
    return add_text(project)


def exported(project, path):
    JsonlFormat().export(project.queries, path)
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_no_highlight_makes_an_empty_file(project, article_id, tmp_path):
    assert JsonlFormat().export(project.queries, tmp_path / "none.jsonl") == 0
    assert (tmp_path / "none.jsonl").read_bytes() == b""


@given(data=st.data())
def test_every_place_reads_as_its_quote_in_every_unit(project, article_id, tmp_path_factory, data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(TEXT))))
    project.execute(AddHighlight(article_id, (span,), "analyst_opinion"))
    rows = exported(project, tmp_path_factory.mktemp("out") / "out.jsonl")
    project.undo()
    row = next(row for row in rows if (row["start"], row["end"]) == (span.start, span.end))
    units, data_ = TEXT.encode("utf-16-le"), TEXT.encode()
    assert row["quote"] == TEXT[span.start : span.end]
    assert units[2 * row["start_utf16"] : 2 * row["end_utf16"]].decode("utf-16-le") == row["quote"]
    assert data_[row["start_utf8"] : row["end_utf8"]].decode() == row["quote"]
    assert row["prefix"] + row["quote"] + row["suffix"] in TEXT


def test_several_spans_and_a_claim_travel_along(project, article_id, tmp_path):
    spans = (span_of("The ministry"), span_of("Aid groups"))
    changes = project.execute(AddHighlight(article_id, spans, "official_claim"))
    highlight = next(after for _, after in changes.of(Highlight))
    project.execute(DescribeClaim(highlight.id, (("speaker", "Water ministry"),)))
    (row,) = exported(project, tmp_path / "out.jsonl")
    project.undo()
    project.undo()
    assert row["spans"] == [[span.start, span.end] for span in spans]
    assert row["claim"]["speaker"] == "Water ministry"
    assert row["sentences"] == [0, 3]


def test_a_quote_that_is_not_the_text_stops_the_export(project, article_id, tmp_path):
    changes = project.execute(AddHighlight(article_id, (Span(0, 12),), "official_claim"))
    highlight = next(after for _, after in changes.of(Highlight))
    driver = project._store._database.driver
    driver.execute("UPDATE highlight SET quote = 'The minister' WHERE key = ?", (highlight.key,))
    target = tmp_path / "out.jsonl"
    target.write_text("as it was")
    with pytest.raises(QuoteMismatchError) as caught:
        JsonlFormat().export(project.queries, target)
    assert (caught.value.start, caught.value.end) == (0, 12)
    assert target.read_text() == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_is_no_target(project, tmp_path):
    with pytest.raises(FolderError):
        JsonlFormat().export(project.queries, tmp_path)
