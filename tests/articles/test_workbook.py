from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.workbook import WorkbookReader
from annotator.service.article_ports import Doubt, ReadOptions

HEADER = ("Text", "Title", "Date", "Source")


def workbook(*sheets, merged="", hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if number in hidden else "visible"
        if merged:
            sheet.merge_cells(merged)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def changed(data, change):
    """Return a workbook whose first sheet's markup was changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name.endswith("sheet1.xml") else part)
    return packed.getvalue()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "news.xlsx"


def test_a_row_is_an_article_with_values_as_they_are_shown(file):
    rows = [
        HEADER,
        ("One _x000D_\nTwo", 5.0, dt.datetime(2026, 11, 22), "The Gazette"),  # noqa: DTZ001 - cells have no zone
        (),
        ("Three", "T", "31.12.2026", None),
    ]
    first, second = read(WorkbookReader(), file, workbook(rows))
    assert (first.text, first.title, first.published) == ("One \nTwo", "5", "2026-11-22")
    assert (first.publisher, first.place, first.doubts) == (
        "The Gazette",
        "row 2",
        (Doubt.MAPPING,),
    )
    assert (second.text, second.published, second.place) == ("Three", "2026-12-31", "row 4")


def test_cells_merged_downwards_have_their_value_in_each_row(file):
    rows = [HEADER, ("One", "A", "", "The Gazette"), ("Two",), ("Three",), ("Four",)]
    found = read(WorkbookReader(), file, workbook(rows, merged="D2:D4"))
    assert [one.publisher for one in found] == ["The Gazette"] * 3 + [""]


def test_a_formula_that_was_never_computed_is_no_text(file):
    rows = [HEADER, ("=1+1", "A"), ("One", "B")]
    assert said(read(WorkbookReader(), file, workbook(rows))) == [("EmptyRowError", "row 2"), "One"]


def test_each_sheet_that_is_shown_is_a_table_of_its_own(file):
    data = workbook([HEADER, ("One",)], [("a", "b"), (1, 2)], [("body",), ("Two",)],
                    [("text",), ("never",)], hidden={3})  # fmt: skip
    first, second, refused = read(WorkbookReader(), file, data)
    assert (first.place, second.place) == ("sheet “S0”, row 2", "sheet “S2”, row 2")
    assert "of the sheet “S1” texts are (it has “a”, “b”)" in str(refused)


SHEETS = workbook([("Body", "Kind"), ("One", "1")], [("Inhalt", "Titel"), ("Zwei", "T")],
                  [("a", "b"), ("x", "y")])  # fmt: skip


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ((), ["One", "Zwei", ("NoTextsInSheetError", "")]),
        ((("text", "kind"),), ["1", "Zwei", ("NoTextsInSheetError", "")]),
        ((("text", "b"), ("title", "Titel")), ["One", "Zwei", "y"]),
        ((("text", "b"), ("title", "")), ["One", "Zwei", "y"]),
        ((("text", "c"),), [("NoSuchColumnError", "")]),
    ],
)
def test_a_choice_of_columns_holds_for_the_sheets_that_have_them(file, mapping, expected):
    found = read(WorkbookReader(), file, SHEETS, mapping=mapping)
    assert said(found) == expected
    if len(mapping) > 1:
        assert found[1].title == ("T" if mapping[1][1] else "News sheet “S1”, row 2")


def test_columns_are_those_of_all_sheets_with_each_field_once(file):
    file.write_bytes(SHEETS)
    found = WorkbookReader().columns(file, ReadOptions())
    fields = [("Body", "text"), ("Kind", ""), ("Inhalt", ""), ("Titel", "title"), ("a", "")]
    assert [(one.name, one.field) for one in found] == [*fields, ("b", "")]


def test_columns_of_a_sheet_that_shows_texts_are_the_first(file):
    file.write_bytes(workbook([("a",), (1,)], [HEADER, ("One", "T")]))
    found = WorkbookReader().columns(file, ReadOptions())
    assert [(one.name, one.field) for one in found] == [
        ("Text", "text"),
        ("Title", "title"),
        ("Date", "published"),
        ("Source", "publisher"),
        ("a", ""),
    ]
    assert found[0].samples == ("One",)


def test_rows_without_a_header_have_numbered_columns(file):
    data = workbook([("A", "One"), ("B", "Two")])
    options = {"variant": "rows without a header", "mapping": (("text", "column 2"),)}
    assert said(read(WorkbookReader(), file, data, **options)) == ["One", "Two"]


GOOD = workbook([HEADER, ("One", "T")])


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in members.items():
            new.writestr(name, part)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "EmptyFileError"),
        (b"<html>", "WrongFormatError"),
        (GOOD[:-100], "DamagedDocumentError"),
        (zipped(words="x"), "DamagedDumpError"),
        (zipped(**{"xl/workbook.xml": "<" * 9}), "DamagedDumpError"),
        (zipped(**{"../x": "x"}), "RefusedArchiveError"),
        (zipped(**{"xl/big.xml": b" " * 30_000_000}), "RefusedArchiveError"),
        (changed(GOOD, lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part), "DamagedDumpError"),
        (changed(GOOD, lambda _: b"<worksheet><sheetData>" + b"<row>" * 100_000),
         "DamagedDumpError"),
        (workbook([]), "NoRowsError"),
        (workbook([("a", "b"), (1, 2)]), "NoTextColumnError"),
    ],
)  # fmt: skip
def test_each_bad_workbook_has_its_own_sentence(file, data, error):
    assert kinds(read(WorkbookReader(), file, data)) == [error]


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    assert kinds(everything(WorkbookReader(), file, ReadOptions())) == ["TooLargeFileError"]


def test_a_workbook_is_known_by_what_is_in_its_archive(file):
    for data, fits in ((GOOD, True), (zipped(words="x"), False), (b"words", False)):
        file.write_bytes(data)
        assert WorkbookReader().fits(file, data[:4096]) == fits


@settings(max_examples=30)
@given(st.binary(max_size=60), st.integers(0, len(GOOD)))
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data, at):
    path = tmp_path_factory.mktemp("any") / "any.xlsx"
    inside = changed(GOOD, lambda part: part[: at % len(part)] + data + part[at % len(part) :])
    for content in (data, GOOD[:at] + data + GOOD[at + len(data) :], inside):
        path.write_bytes(content)
        assert_read_or_refused_kindly(WorkbookReader(), path)
