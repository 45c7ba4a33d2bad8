from __future__ import annotations

import json
from contextlib import closing

import pytest
from tests.cli.test_adding import kept_files

SAFE = "The ministry said on Friday that the dam was safe."
GONE = "Aid groups warned of shortages in the villages near the river."
OTHER = "Nobody replied to the letter that the mayor had written."
TEXT = f"{SAFE} Engineers left.\n{GONE}\n{OTHER}\n"
NEWER = f"{SAFE.replace('safe', 'not safe')} Engineers left.\nIt was late.\n{OTHER}\n"


@pytest.fixture
def article(terminal):
    (report,) = terminal.json("add", terminal.write("dam.txt", TEXT))
    for quote in (SAFE, GONE):
        start = TEXT.index(quote)
        terminal.json("tag", report["id"], start, start + len(quote), "official_claim")
    return report["id"]


@pytest.fixture
def revised(terminal, article):
    return terminal.json("revise", article, terminal.write("newer.txt", NEWER))


def typed(terminal, *words):
    return terminal.type(*words, "--project", terminal.project)


def waiting(terminal, article):
    code, out, _ = typed(terminal, "anchors", article, "--json")
    return code, json.loads(out)


def test_a_dry_run_tells_and_changes_nothing(terminal, article):
    newer = terminal.write("newer.txt", NEWER)
    told = terminal.json("revise", article, newer, "--dry-run")
    assert (told["revised"], told["highlights"]["changed"], told["highlights"]["lost"]) == (
        False,
        1,
        1,
    )
    assert len(terminal.json("revisions", article)) == 1
    assert terminal.json("revise", article, newer) == told | {"revised": True}
    assert terminal.json("revise", article, newer)["same_text"]


@pytest.mark.parametrize("asked", [True, False])
def test_the_file_of_a_newer_copy_is_kept_where_that_is_asked_for(terminal, article, asked):
    newer = terminal.write("newer.txt", NEWER)
    terminal.json("revise", article, newer, *["--keep-originals"] * asked)
    assert kept_files(terminal) == [NEWER.encode()] * asked
    terminal.json("revise", article, newer, "--keep-originals")
    assert kept_files(terminal) == [NEWER.encode()]


def test_those_that_wait_come_first_and_are_settled_one_by_one(terminal, article, revised):
    code, rows = waiting(terminal, article)
    assert code == 1
    assert [(row["outcome"], row["was"]) for row in rows] == [("lost", GONE), ("placed", SAFE)]
    assert rows[1]["best"]["words"] == SAFE.replace("safe", "not safe")
    assert terminal.json("stats")["unplaced"] == 1
    start = NEWER.index("It was late.")
    terminal.json("settle-place", rows[0]["id"], start, start + 12)
    code, rows = waiting(terminal, article)
    assert (code, [row["outcome"] for row in rows]) == (0, ["placed", "placed"])
    assert typed(terminal, "settle-place", rows[0]["id"], "drop")[0] == 1
    terminal.json("undo")
    assert waiting(terminal, article)[0] == 1
    with closing(terminal.project_opened()) as project:
        assert project.check() == []


@pytest.mark.parametrize(
    ("way", "code"), [(("keep",), 0), (("drop",), 0), (("runner-up",), 2), (("3", "x"), 2)]
)
def test_ways_to_settle(terminal, article, revised, way, code):
    _, rows = waiting(terminal, article)
    assert typed(terminal, "settle-place", rows[0]["id"], *way)[0] == code
    assert waiting(terminal, article)[0] == (1 if code else 0)


@pytest.mark.parametrize("way", ["best", "runner-up"])
def test_where_there_is_no_place_to_choose_what_else_can_be_done_is_told(terminal, article, way):
    terminal.json("revise", article, terminal.write("newer.txt", TEXT.replace(f"{GONE}\n", "")))
    _, (row, _) = waiting(terminal, article)
    code, _, err = typed(terminal, "settle-place", row["id"], way)
    assert "has no place to choose; give a start and an end" in err
    assert code == 2


def test_the_export_tells_of_those_that_wait(terminal, article, revised, tmp_path):
    terminal.json("export", "jsonl", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    (row,) = [row for row in rows if "unplaced" in row]
    assert (row["quote"], row["lost_quote"], row["unplaced"]["outcome"]) == ("", GONE, "lost")
    assert all(0 <= one["score"] <= 1 and one["quote"] for one in row["unplaced"]["candidates"])


def test_two_revisions_are_compared_and_reported(terminal, article, revised, tmp_path):
    assert [one["number"] for one in terminal.json("revisions", article)] == [1, 2]
    value = terminal.json("revisions", article, "--report", tmp_path / "report.md")
    assert [one["status"] for one in value["sentences"]] == ["changed", "removed"]
    assert "**not** safe" in (tmp_path / "report.md").read_text("utf-8")
    assert typed(terminal, "revisions", article, "--from", "7")[0] == 2
    terminal.json("undo")
    assert typed(terminal, "revisions", article, "--to", "1")[0] == 1


def test_a_file_that_cannot_be_read_changes_nothing(terminal, article):
    code, _, err = typed(terminal, "revise", article, terminal.folder / "nothing.txt")
    assert (code, "nothing.txt" in err) == (3, True)
    assert len(terminal.json("revisions", article)) == 1


def test_an_article_that_was_finished_is_told_to_be_open_again(terminal, article):
    terminal.json("finish", article, "--anyway")
    newer = terminal.write("newer.txt", NEWER)
    _, dry, _ = typed(terminal, "revise", article, newer, "--dry-run")
    _, told, _ = typed(terminal, "revise", article, newer)
    assert "would be open again" in dry
    assert "was finished and is open again" in told
    assert [one["finished"] for one in terminal.json("list")] == [""]
