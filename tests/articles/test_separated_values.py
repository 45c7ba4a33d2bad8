from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.separated_values import SeparatedValuesReader
from annotator.service.article_ports import ReadOptions

CELLS = st.text(alphabet="ab,;|\t\"'\n é=", max_size=8).map("x{}x".format)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "news.csv"


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=6),
    separator=st.sampled_from(",;\t|"),
)
def test_what_was_written_as_cells_is_read_back(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    table = io.StringIO()
    csv.writer(table, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(
        [("text", "title", "note"), *rows]
    )
    found = read(SeparatedValuesReader(), path, table.getvalue())
    assert [one.text for one in found] == [text for text, _, _ in rows]
    assert [one.title for one in found] == [" ".join(title.split()) for _, title, _ in rows]


def test_a_table_of_semicolons_with_a_mark_is_a_table(file):
    data = '\ufefftitle;text;date\r\nA;"Eins, ""zwei""\r\ndrei";31.12.2026\r\n;;\r\nB;x;\r\n'
    first, second = read(SeparatedValuesReader(), file, data)
    assert (first.title, first.text, first.published) == ("A", 'Eins, "zwei"\ndrei', "2026-12-31")
    assert (first.place, second.place) == ("row 2", "row 4")


def test_a_bad_row_costs_no_other(file):
    data = b'text,title\nOne.,A\n,B\nx,y,z\nn\0l,C\n"never closed,D\nTwo.,E,,\n'
    assert said(read(SeparatedValuesReader(), file, data)) == [
        "One.",
        ("EmptyRowError", "row 3"),
        ("DamagedRowError", "row 4"),
        ("UnsayableRowError", "row 5"),
        ("DamagedRowError", "row 6"),
        "Two.",
    ]


@pytest.mark.parametrize(
    ("data", "options", "texts"),
    [
        ("sep=|\ntext|title\nOne, two|x\n", {}, ["One, two"]),
        ("words\nOne, two, three\nFour\n", {}, ["One, two, three", "Four"]),
        ("One.\nTwo.\n", {"variant": "rows without a header"}, ["One.", "Two."]),
        ("A,One.\n", {"variant": "rows without a header", "mapping": (("text", "column 2"),)},
         ["One."]),
        ("text,text\n,One.\n", {"mapping": (("text", "text (2)"),)}, ["One."]),
        ("text\n=1+1\n", {}, ["=1+1"]),
        ("text;title\nЦе було;так\n".encode("utf-16"), {}, ["Це було"]),
        ("text,title\n<b>One</b>,A\n", {"variant": "texts with HTML markup"}, ["One"]),
    ],
)  # fmt: skip
def test_tables_of_many_kinds_are_understood(file, data, options, texts):
    assert said(read(SeparatedValuesReader(), file, data, **options)) == texts


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "EmptyFileError"),
        (b"\n\n", "NoRowsError"),
        (b"text,title\n", "NoRowsError"),
        (b"a,b\n1,2\n", "NoTextColumnError"),
        (bytes(range(256)) * 9, "BinaryFileError"),
    ],
)
def test_each_bad_file_has_its_own_sentence(file, data, error):
    assert kinds(read(SeparatedValuesReader(), file, data)) == [error]


def test_a_cell_of_ten_megabytes_is_a_text(file):
    (found,) = read(SeparatedValuesReader(), file, b"text\n" + b"x" * 10_000_000)
    assert len(found.text) == 10_000_000


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    assert kinds(everything(SeparatedValuesReader(), file, ReadOptions())) == ["TooLargeDumpError"]


def test_columns_are_those_of_the_header(file):
    file.write_text("Text,Seite\nOne.,1\nTwo.,\n")
    found = SeparatedValuesReader().columns(file, ReadOptions())
    assert [(one.name, one.samples, one.field) for one in found] == [
        ("Text", ("One.", "Two."), "text"),
        ("Seite", ("1",), ""),
    ]


@given(st.binary(max_size=200) | st.text(alphabet='text,;"\n\r a').map(str.encode))
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    for content in (data, b"text,title\n" + data):
        path.write_bytes(content)
        assert_read_or_refused_kindly(SeparatedValuesReader(), path)
