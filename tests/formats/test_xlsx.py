from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from tests.examples import share
from tests.formats.rich_project import TEXT, assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import CannotWriteError, NoColumnForError
from annotator.core.formula_guard import guarded
from annotator.formats.shared import workbook_writing
from annotator.formats.shared.table_rows import COLUMNS, rows_of
from annotator.formats.xlsx import XlsxFormat
from annotator.service.exchange_ports import ExchangeOptions, Loss

ODD = "a\x01\x0b_x0041_\ufffe\r\u0085 \u2028"


@given(made=projects(notes=st.sampled_from(["", ODD, " 'x", "'=1", "=1", "_x005F_", "a\rb "])))
@settings(max_examples=share(10))
def test_a_workbook_holds_what_it_says(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("book") / "a.xlsx"
    assert assert_round_trip(XlsxFormat(), made, target) == []


@pytest.mark.parametrize("guard", [True, False])
def test_everything_that_a_highlight_has_comes_back(tmp_path, guard):
    target = tmp_path / "a.xlsx"
    written(XlsxFormat(), rich_project(), target, ExchangeOptions(guard=guard))
    assert_rich(came_back(XlsxFormat(), target)[1])


def test_another_library_reads_the_same_cells(tmp_path):
    made = rich_project(TEXT)
    written(XlsxFormat(), made, tmp_path / "a.xlsx", ExchangeOptions(guard=False))
    sheet = load_workbook(tmp_path / "a.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    shown = [
        tuple(guarded(one, guard=False) or None if isinstance(one, str) else one for one in row)
        for row in rows_of(made)
    ]
    assert rows == [COLUMNS, *shown]
    assert {type(row[6]) for row in rows[1:]} == {int}
    assert sheet.freeze_panes == "A2"


def test_the_same_project_makes_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        written(XlsxFormat(), rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_every_part_of_a_workbook_is_xml_and_none_is_left_out(tmp_path):
    written(XlsxFormat(), rich_project(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        types = ET.fromstring(book.read("[Content_Types].xml"))
        named = {one.get("PartName", "")[1:] for one in types} - {""}
        parts = {name for name in book.namelist() if not name.endswith((".rels", "].xml"))}
        assert named == parts
        assert all(len(ET.fromstring(book.read(name))) for name in book.namelist())


def test_what_is_too_long_for_a_cell_is_cut_and_told(tmp_path):
    text = "👻" * 20_000
    made = sent(article(text, highlight((0, 20_000)), highlight((0, 16_383))))
    losses = written(XlsxFormat(), made, tmp_path / "a.xlsx")
    assert losses == [Loss("long cells", 1, "cut to the 32,767 characters of a cell")]
    (found,) = came_back(XlsxFormat(), tmp_path / "a.xlsx")[1]
    assert [one.inexact for one in found.highlights] == [True, False]
    assert found.highlights[0].spans == ((0, 20_000),)


def test_rows_go_on_in_another_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_writing, "MOST_ROWS", 4)
    made = sent(article(TEXT, *(highlight((0, 1 + number)) for number in range(10))))
    written(XlsxFormat(), made, tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == [
        "highlights",
        "highlights 2",
        "highlights 3",
        "highlights 4",
    ]
    (found,) = came_back(XlsxFormat(), tmp_path / "a.xlsx")[1]
    assert len(found.highlights) == 10


def test_more_than_can_be_read_again_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_writing, "LARGEST_SHEETS", 5_000)
    made = sent(article(TEXT, *(highlight((0, 1 + number)) for number in range(10))))
    with pytest.raises(CannotWriteError, match="CSV"):
        written(XlsxFormat(), made, tmp_path / "a.xlsx")


def saved(path, *sheets):
    book = Book()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"s{number}")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_the_first_sheet_with_fitting_columns_is_read(tmp_path):
    notes = [["This is", "a summary"], ["x", "y"]]
    codes = [["Document name", "Code", "Segment"], ["Dam", "claim", "the dam broke"]]
    path = saved(tmp_path / "a.xlsx", notes, [], codes, [["start", "end", "text"], [0, 1, "a"]])
    assert XlsxFormat().fits(path, path.read_bytes()[:4096])
    (found,) = came_back(XlsxFormat(), path)[1]
    assert [one.quotes for one in found.highlights] == [("the dam broke",)]


def test_positions_may_be_numbers_of_any_kind(tmp_path):
    path = saved(tmp_path / "a.xlsx", [["text", "start", "end", "label"], ["the dam", 4.0, "7", 1]])
    (found,) = came_back(XlsxFormat(), path)[1]
    assert [(one.spans, one.label) for one in found.highlights] == [(((4, 7),), "1")]


def test_a_workbook_without_highlights_says_what_is_missing(tmp_path):
    path = saved(tmp_path / "a.xlsx", [["one", "two"], [1, 2]])
    with pytest.raises(NoColumnForError, match="“one”, “two”"):
        XlsxFormat().read(path, ExchangeOptions())


def test_what_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("xl/workbook.xml", "<!DOCTYPE a><a/>")
    for content in (b"", b"PK\x03\x04 no", b"words", data.getvalue()):
        path.write_bytes(content)
        with pytest.raises(AnnotatorError, match=r"a\.xlsx"):
            XlsxFormat().read(path, ExchangeOptions())
