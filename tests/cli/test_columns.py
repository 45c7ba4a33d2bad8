from __future__ import annotations

import openpyxl
import pytest

from annotator.bootstrap import surroundings
from annotator.service.importing import prepare

FIRST = "id,kopfzeile,absatz\n1,Dam,The dam is safe.\n"
SECOND = "id,kopfzeile,absatz\n2,Bridge,The bridge is closed.\n"


def test_a_mapping_that_worked_is_remembered_for_the_next_file(terminal):
    first, second = terminal.write("1.csv", FIRST), terminal.write("2.csv", SECOND)
    code, _, err = terminal.type("add", second, "--project", terminal.project)
    assert (code, "--map text=COLUMN" in err) == (3, True)
    terminal.json("add", first, "--map", "text=absatz,title=kopfzeile")
    (added,) = terminal.json("add", second)
    shown = terminal.json("show", added["id"])
    assert (added["title"], shown["text"]) == ("Bridge", "The bridge is closed.")
    batch = prepare([second], surroundings())
    assert [one.read.doubts for one in batch] == [()]
    batch.close()


def test_a_mapping_that_did_not_work_is_not_remembered(terminal):
    file = terminal.write("1.csv", FIRST)
    code, _, _ = terminal.type("add", file, "--map", "text=nothing", "--project", terminal.project)
    assert (code, surroundings().mappings.is_empty) == (3, True)


def test_columns_are_listed_with_what_they_are_taken_for(terminal):
    file = terminal.write("1.csv", FIRST.replace("kopfzeile", "Headline"))
    before = terminal.json("columns", file)
    assert before[1:] == [
        {"name": "Headline", "samples": ["Dam"], "field": "title", "remembered": False},
        {"name": "absatz", "samples": ["The dam is safe."], "field": "", "remembered": False},
    ]
    terminal.json("add", file, "--map", "text=absatz")
    after = terminal.json("columns", file)
    assert [(one["field"], one["remembered"]) for one in after] == [
        ("", False),
        ("title", False),
        ("text", True),
    ]
    _, out, _ = terminal.type("columns", file)
    assert out.splitlines()[2].split() == [
        "absatz",
        "text",
        "(remembered)",
        *["The", "dam", "is", "safe."],
    ]


def test_a_workbook_is_asked_in_a_process_of_its_own(terminal):
    book, file = openpyxl.Workbook(), terminal.folder / "1.xlsx"
    book.active.append(["absatz", "n"])
    book.active.append(["The dam\nis safe.", 1])
    book.save(file)
    found = terminal.json("columns", file)
    assert [(one["name"], one["samples"]) for one in found] == [
        ("absatz", ["The dam is safe."]),
        ("n", ["1"]),
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [("1.txt", "is read as plain text, which has no columns"), ("none.csv", "none.csv")],
)
def test_what_has_no_columns_is_told(terminal, name, words):
    terminal.write("1.txt")
    code, out, err = terminal.type("columns", terminal.folder / name)
    assert (code, out, words in err) == (3, "", True)


def test_a_variant_that_the_table_s_reader_does_not_have_is_refused(terminal):
    code, _, err = terminal.type("columns", terminal.write("1.csv", FIRST), "--variant", "fax")
    assert (code, "The reader CSV has no variant fax" in err) == (2, True)


def test_columns_of_highlights_are_said_once(terminal):
    rows = "wo,stelle,thema\nDam,The dam is safe.,Claim\n", "wo,stelle,thema\nDam,The dam,Claim\n"
    first, second = (terminal.write(f"{n}.csv", row) for n, row in enumerate(rows))
    terminal.json("add", terminal.write("Dam.txt", "The dam is safe."))
    assert terminal.type("import", first, "--project", terminal.project)[0]
    terminal.json("import", first, "--map", "title=wo,quote=stelle,label=thema")
    assert terminal.json("import", second)["added"] == 1
    assert terminal.json("verify", second)["highlights"] == 1
