from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.rich_project import TEXT, assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, NoColumnForError
from annotator.core.table_errors import NoSuchColumnError
from annotator.formats.separated_values import CsvFormat, TsvFormat
from annotator.formats.shared.cells import escaped, unescaped
from annotator.formats.shared.table_rows import COLUMNS
from annotator.service.exchange_ports import ExchangeOptions

FORMS = pytest.mark.parametrize("form", [CsvFormat(), TsvFormat()], ids=lambda form: form.name)
CODES = "id,document,tag,content\n1,Dam,claim,Russia\n2,Dam,claim,the dam\n2,Dam,view,the dam\n"


@pytest.fixture
def table(tmp_path):
    def made(text, name="a.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return made


def read(path, form=None, **options):
    return list((form or CsvFormat()).read(path, ExchangeOptions(**options)).items())


def spans_in(items):
    return [(one.label, one.spans, one.quotes) for item in items for one in item.highlights]


@FORMS
@given(made=projects(), guard=st.booleans())
@settings(max_examples=share(4))
def test_a_table_holds_what_it_says(form, tmp_path_factory, made, guard):
    target = tmp_path_factory.mktemp("table") / f"a{form.suffixes[0]}"
    options = ExchangeOptions(guard=guard)
    assert assert_round_trip(form, made, target, options) == []


@FORMS
@pytest.mark.parametrize("guard", [True, False])
def test_everything_that_a_highlight_has_comes_back(form, tmp_path, guard):
    target = tmp_path / f"a{form.suffixes[0]}"
    written(form, rich_project(), target, ExchangeOptions(guard=guard))
    file, items = came_back(form, target)
    assert_rich(items)
    assert file.settled
    (one,) = items
    assert (one.publisher, one.authors, one.language) == ("The Gazette", ("Ann Lee",), "en")


def test_csv_is_as_excel_and_the_rfc_want_it(tmp_path):
    written(CsvFormat(), rich_project(), tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith('\ufeff"article_id","title"'.encode())
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["quote"][:4] for row in rows] == ["The ", "👻 =1", "'=1+", "what", "twic"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert len({line.count(b'"') % 2 for line in data.split(b"\r\n")}) == 1


def test_tsv_has_a_line_for_a_row_and_no_tab_in_a_cell(tmp_path):
    written(TsvFormat(), rich_project(), tmp_path / "a.tsv", ExchangeOptions(guard=False))
    lines = (tmp_path / "a.tsv").read_text("utf-8").removesuffix("\n").split("\n")
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
    assert len(lines) == 6


@given(st.text())
def test_what_is_escaped_is_one_cell_and_comes_back(value):
    assert not set(escaped(value)) & set("\t\r\n")
    assert unescaped(escaped(value)) == value


@FORMS
def test_the_same_project_makes_the_same_bytes(form, tmp_path):
    for name in ("a", "b"):
        written(form, rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_rows_sorted_anew_are_the_same_highlights(tmp_path):
    made = sent(article("one two three", highlight((8, 13), (0, 3)), highlight((4, 7))))
    written(CsvFormat(), made, tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([rows[0], *reversed(rows[1:])])
    (found,) = read(tmp_path / "b.csv")
    assert sorted(one.quotes for one in found.highlights) == [("three", "one"), ("two",)]


def test_a_row_copied_in_a_spreadsheet_is_a_highlight_of_its_own(tmp_path):
    written(CsvFormat(), sent(article("one two", highlight((0, 3)))), tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_text("utf-8-sig")
    (tmp_path / "a.csv").write_text(data + data.splitlines(keepends=True)[1], "utf-8")
    (found,) = read(tmp_path / "a.csv")
    assert [one.ours for one in found.highlights] == [True, False]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le", "windows-1251"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators_are_found(table, encoding, separator):
    rows = [["Документ", "code", "segment", "title"], ["x", "вислів", "Дамба зруйнована", "Дамба"]]
    text = "".join(separator.join(row) + "\r\n" for row in [*rows, *[rows[1]] * 20])
    items = read(table(text, encoding=encoding), encoding=encoding)
    assert spans_in(items)[0] == ("вислів", (), ("Дамба зруйнована",))


def test_a_line_that_names_the_separator_is_believed(table):
    path = table("sep=;\r\nstart;end;label,a;text\r\n0;3;A;x, y, z\r\n")
    items = read(path, mapping=(("label", "label,a"),))
    assert spans_in(items) == [("A", ((0, 3),), ())]
    assert CsvFormat().fits(path, path.read_bytes()) is True


def test_quotes_with_tags_and_documents_need_no_place(table):
    path = table(CODES)
    (found,) = read(path)
    assert found.title == "Dam"
    assert [one.id for one in found.highlights] == ["1", "2", "2/2"]
    assert spans_in([found])[2] == ("view", (), ("the dam",))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("text,begin,to,code\n", None),
        ("text,begin,to,code\nthe dam broke,4,7,A\n", ("the dam broke", ())),
        ("url,text,from,stop,tag\nu,dam,4,7,A\nu,broke,8,13,B\n", (None, ("dam",))),
    ],
)
def test_a_column_of_texts_is_told_from_one_of_quotes(table, rows, expected):
    path = table(rows)
    assert CsvFormat().fits(path, path.read_bytes())
    items = read(path)
    if expected is None:
        assert items == []
    else:
        assert (items[0].text, items[0].highlights[0].quotes) == expected


@pytest.mark.parametrize(
    "cell",
    [
        '[{""start"": 4, ""end"": 7, ""text"": ""dam"", ""labels"": [""A"", ""B""]}]',
        "[[4, 7, ['A', 'B']]]",
        "[(4, 7, 'A'), (4, 7, 'B')]",
    ],
)
def test_a_column_may_hold_lists_of_highlights(table, cell):
    path = table(f'annotation_id,id,annotator,text,label\n1,7,Ann,the dam,"{cell}"\n2,8,Bo,so,[]\n')
    first, second = read(path)
    labels = [one.label for one in first.highlights]
    assert labels == ["A", "B"] or (labels == [""] and "['A'" in cell)
    assert {one.spans for one in first.highlights} == {((4, 7),)}
    assert first.highlights[0].reviewer == "Ann"
    assert (second.text, second.highlights, first.id) == ("so", (), "7")


def test_what_is_missing_is_said_with_the_mapping_to_give(table):
    with pytest.raises(NoColumnForError, match=r"--map quote=NAME") as caught:
        read(table("label,text\nA,b\n"))
    assert "“label”, “text”" in str(caught.value)
    with pytest.raises(NoColumnForError, match="--map end=NAME"):
        read(table("start,label,text\n1,A,b\n"))
    with pytest.raises(NoColumnForError, match="--map text=NAME"):
        read(table("start,end,label\n1,2,b\n"))
    with pytest.raises(NoSuchColumnError):
        read(table("start,end,label\n1,2,b\n"), mapping=(("text", "body"),))


def test_a_mapping_goes_before_what_names_say(table):
    path = table("text,mine,a,b,other\nno,the dam,4,7,A\n")
    mapping = (("text", "mine"), ("start", "a"), ("end", "b"), ("label", "other"))
    assert spans_in(read(path, mapping=mapping)) == [("A", ((4, 7),), ())]


@pytest.mark.parametrize("place", ["-1,4", "4,1", "x,4", "1,", "1e3,2", "True,4", f"0,{'9' * 40}"])
def test_a_bad_row_is_told_and_the_rest_is_read(table, place):
    items = read(table(f"title,quote,start,end,label\nT,,{place},A\nT,dam,4,7,A\nT,,,,A\n"))
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    assert len(errors) == 2
    assert "row 2" in errors[0]
    assert "row 4" in errors[1]
    assert spans_in(one for one in items if not isinstance(one, AnnotatorError)) == [
        ("A", ((4, 7),), ("dam",))
    ]


def test_text_with_a_nul_is_told(table):
    (error,) = read(table("text,start,end,label\na\0b,0,1,A\n"), encoding="utf-8")
    assert isinstance(error, DamagedAnnotationsError)


@pytest.mark.parametrize(
    "text",
    ['{"text": "a", "label": [[0, 1, "A"]]}', "-DOCSTART- -X- O O\n\nEU NNP B-NP B-ORG\n",
     "text,label\na,b\n", "T1\tPER 0 5\tOlena\n", "just, some; words\n", "", "#FORMAT=WebAnno TSV"],
)  # fmt: skip
def test_other_files_are_left_alone(table, text):
    path = table(text)
    assert not CsvFormat().fits(path, text.encode())
    assert not TsvFormat().fits(path, text.encode())


def test_ten_thousand_overlaps_come_back(tmp_path):
    made = sent(article(TEXT, *(highlight((0, 1 + number % 60)) for number in range(10_000))))
    written(TsvFormat(), made, tmp_path / "a.tsv")
    items = read(tmp_path / "a.tsv", TsvFormat())
    assert sum(len(one.highlights) for one in items) == 10_000
