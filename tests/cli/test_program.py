from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import TEXT

from annotator import __main__

LABELS = ["official_claim", "analyst_opinion", "humanitarian_concern"]


@pytest.fixture
def article(terminal):
    return terminal.json("add", terminal.write())[0]["id"]


def test_the_verbs_do_the_main_job(terminal, article):
    (listed,) = terminal.json("list")
    assert listed == {
        "id": article, "title": "Dam", "chars": len(TEXT), "sentences": 3, "highlights": 0,
        "finished": "",
    }  # fmt: skip
    first = terminal.json("tag", article, 0, 37, LABELS[0])["id"]
    terminal.json("tag", article, 0, 37, LABELS[2])
    assert terminal.json("stats") == {
        "articles": 1,
        "highlights": 2,
        "by_label": {LABELS[0]: 1, LABELS[1]: 0, LABELS[2]: 1},
        "sentences": 3,
        "reviewed": 1,
        "unplaced": 0,
    }
    terminal.json("untag", first)
    assert terminal.json("undo")["title"] == "Remove highlight"
    assert terminal.json("redo")["title"] == "Remove highlight"
    assert terminal.json("list")[0]["highlights"] == 1
    assert terminal.json("check") == {"ok": True, "findings": [], "unfinished": []}


def test_show_tells_sentences_and_highlights_by_place(terminal, article):
    terminal.json("tag", article, 22, 23, LABELS[1])
    shown = terminal.json("show", article[:30])
    assert shown["text"] == TEXT
    assert [TEXT[row["start"] : row["end"]] for row in shown["sentences"]] == [
        "The ministry said the 🚰 dam was safe.",
        "Engineers left.",
        "Aid groups warned of shortages.",
    ]
    assert [row["reviewed"] for row in shown["sentences"]] == [True, False, False]
    assert shown["highlights"][0]["quote"] == "🚰"


def test_the_text_form_tells_the_same(terminal, article):
    for verb in (("list",), ("show", article), ("stats",), ("check",)):
        code, out, err = terminal.type("--project", terminal.project, *verb)
        assert (code, err) == (0, "")
        assert out.strip()


def test_an_export_names_every_place_in_three_units(terminal, article):
    terminal.json("tag", article, 22, 37, LABELS[0])
    out = terminal.folder / "out.jsonl"
    assert terminal.json("export", "jsonl", out)["highlights"] == 1
    (row,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    data, units = TEXT.encode(), TEXT.encode("utf-16-le")
    assert row["quote"] == TEXT[row["start"] : row["end"]] == "🚰 dam was safe."[: 37 - 22]
    assert data[row["start_utf8"] : row["end_utf8"]].decode() == row["quote"]
    assert units[2 * row["start_utf16"] : 2 * row["end_utf16"]].decode("utf-16-le") == row["quote"]
    assert (row["prefix"], row["suffix"]) == (TEXT[:22], TEXT[37 : 37 + 32])
    assert (row["label"], row["sentences"], row["claim"]) == (LABELS[0], [0], None)


def test_a_batch_adds_the_good_files_and_exits_3_for_the_bad(terminal):
    good, bad = terminal.write(), terminal.write("bad.txt", b"%PDF-1.7 au lait")
    copy = terminal.write("copy.txt")
    missing = terminal.folder / "none.txt"
    code, out, err = terminal.type(
        "add", good, bad, copy, missing, terminal.folder, "--json", "--project", terminal.project
    )
    rows = json.loads(out)
    assert code == 3
    assert [row["status"] for row in rows] == [
        "added", "refused", "already there", "refused", "refused"
    ]  # fmt: skip
    assert rows[2]["id"] == rows[0]["id"]
    assert [line.split()[1] for line in err.splitlines()] == [
        str(bad), str(missing), str(terminal.folder)
    ]  # fmt: skip
    assert len(terminal.json("list")) == 1


def test_a_folder_is_added_with_recursive(terminal):
    folder = terminal.folder / "news" / "march"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The mayor spoke. Nobody came.")
    (folder / ".hidden.txt").write_text("Not this one.")
    rows = terminal.json("add", "--recursive", terminal.folder / "news")
    assert [row["status"] for row in rows] == ["added"]


def test_a_batch_is_one_undo_step(terminal):
    terminal.json("add", terminal.write("a.txt", "One. Two."), terminal.write("b.txt", "Three."))
    terminal.json("undo")
    assert terminal.json("list") == []


def test_adding_again_after_undo_adds_it(terminal):
    path = terminal.write()
    terminal.json("add", path)
    terminal.json("undo")
    assert terminal.json("add", path)[0]["status"] == "added"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["tag", "{article}", "0", "99999", LABELS[0]], 2),
        (["tag", "{article}", "9", "3", LABELS[0]], 2),
        (["tag", "{article}", "0", "3", "rumor"], 2),
        (["tag", "{article}", "0", "three", LABELS[0]], 2),
        (["tag", "nothing", "0", "3", LABELS[0]], 2),
        (["untag", "nothing"], 2),
        (["show", "nothing"], 2),
        (["export", "papyrus", "out"], 2),
        (["export", "jsonl", "{folder}/no/such/folder/out"], 3),
        (["export", "jsonl", "{folder}"], 3),
        (["redo"], 1),
        (["fly"], 2),
        (["list", "--fast"], 2),
    ],
)
def test_a_failure_is_one_sentence_and_its_code(terminal, article, words, code):
    filled = [word.format(article=article, folder=terminal.folder) for word in words]
    got, out, err = terminal.type("--project", terminal.project, *filled)
    assert (got, out) == (code, "")
    assert err.startswith("annotator: ")
    assert len(err.splitlines()) == 1


def test_only_add_and_demo_make_a_project(terminal):
    for verb in (["list"], ["stats"], ["check"], ["undo"], ["show", "x"], ["export", "jsonl", "o"]):
        code, _, err = terminal.type(*verb, "--project", terminal.project)
        assert code == 3
        assert str(terminal.project) in err
    assert not terminal.project.exists()


def test_a_file_that_is_no_project_is_refused_and_left_alone(terminal):
    note = terminal.write("note.factproj", "not a project")
    foreign = terminal.folder / "foreign.factproj"
    with sqlite3.connect(foreign) as database:
        database.execute("create table bird (name)")
    database.close()
    for path in (note, foreign, terminal.folder):
        before = path.read_bytes() if path.is_file() else None
        code, _, err = terminal.type("list", "--project", path)
        assert (code, len(err.splitlines())) == (3, 1)
        assert (path.read_bytes() if path.is_file() else None) == before


def test_the_project_is_found_by_option_variable_and_default(terminal, article, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(terminal.project))
    assert json.loads(terminal.type("list", "--json")[1])[0]["id"] == article
    monkeypatch.delenv("ANNOTATOR_PROJECT")
    assert terminal.type("add", terminal.write())[0] == 0
    assert json.loads(terminal.type("--json", "list")[1])[0]["id"] != article


def test_no_verb_or_a_project_opens_the_window(terminal, article):
    assert terminal.type()[0] == 0
    assert terminal.type(terminal.project)[0] == 0
    assert terminal.type("--project", terminal.project)[0] == 0
    assert terminal.opened == [None, terminal.project, terminal.project]


def test_demo_does_the_main_job_headless(terminal):
    folder = terminal.folder / "demo"
    for _ in range(2):
        code, out, err = terminal.type("demo", "--headless", folder)
        assert (code, err) == (0, "")
    assert out.startswith("Added 0 articles; the project holds 2 with 27 highlights")
    assert terminal.pictures[-1] == (folder / "sample.factproj", folder / "window.png")
    rows = [json.loads(line) for line in (folder / "highlights.jsonl").read_text().splitlines()]
    assert {row["label"] for row in rows} == set(LABELS)


def test_demo_opens_the_window_on_the_sample(terminal):
    assert terminal.type("demo")[0] == 0
    assert terminal.opened[0].name == "Sample.factproj"


def test_without_a_display_the_window_is_refused_in_one_sentence(terminal, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert __main__.main([]) == 3
    assert __main__.main([str(terminal.project)]) == 3
    assert capsys.readouterr().err.count("There is no display") == 2


def test_an_export_never_takes_the_place_of_a_project_or_a_pipe(terminal, article):
    before = terminal.project.read_bytes()
    pipe = terminal.folder / "pipe"
    os.mkfifo(pipe)
    journal = terminal.project.with_name(terminal.project.name + "-journal")
    for target in (terminal.project, pipe, journal):
        code, _, err = terminal.type("export", "jsonl", target, "--project", terminal.project)
        assert (code, len(err.splitlines())) == (3, 1)
    assert terminal.project.read_bytes() == before
    assert pipe.is_fifo()


def test_an_export_through_a_link_fills_what_it_leads_to(terminal, article):
    real, link = terminal.folder / "real.jsonl", terminal.folder / "link.jsonl"
    link.symlink_to(real)
    terminal.json("tag", article, 0, 3, LABELS[0])
    terminal.json("export", "jsonl", link)
    assert link.is_symlink()
    assert len(real.read_text().splitlines()) == 1


def test_only_what_is_hidden_below_the_folder_is_left_out(terminal, monkeypatch):
    folder = terminal.folder / ".hidden" / "march"
    (folder / ".git").mkdir(parents=True)
    (folder / "a.txt").write_text("The mayor spoke.")
    (folder / ".git" / "b.txt").write_text("Not this one.")
    monkeypatch.chdir(folder)
    rows = terminal.json("add", "--recursive", "../march")
    assert [row["status"] for row in rows] == ["added"]


def test_a_batch_of_refusals_makes_no_project(terminal):
    assert terminal.type("add", terminal.folder / "none.txt", "--project", terminal.project)[0] == 3
    assert not terminal.project.exists()


def test_names_too_long_or_unsayable_are_told_in_one_sentence(terminal, article):
    long = "n" * 300
    for words in (
        ["add", terminal.folder / long],
        ["add", "--recursive", terminal.folder / long],
        ["export", "jsonl", terminal.folder / long],
        ["export", "jsonl", terminal.folder / "dam.txt" / "out"],
        ["tag", article, 0, 10**30, LABELS[0]],
    ):
        code, out, err = terminal.type(*words, "--project", terminal.project)
        assert code in (2, 3)
        assert (out, len(err.splitlines())) == ("", 1)


def test_a_file_whose_name_is_no_utf8_is_added(terminal):
    path = terminal.folder / "n\udcff.txt"
    path.write_text("The mayor spoke. Nobody came.")
    (row,) = terminal.json("add", path)
    assert row["status"] == "added"
    assert terminal.json("list")[0]["title"] == "N?"


@pytest.mark.parametrize(
    ("where", "told"),
    [("key = 1", "1 difference was found"), ("key < 3", "2 differences were found")],
)
def test_check_counts_what_it_found(terminal, article, where, told):
    with closing(sqlite3.connect(terminal.project)) as connection, connection:
        connection.execute(f"UPDATE paragraph SET sentences = sentences + 3 WHERE {where}")  # noqa: S608 - written here
    code, _, err = terminal.type("check", "--project", terminal.project)
    assert (code, told in err) == (1, True)


def test_check_says_no_where_damage_stops_even_the_opening(terminal, article):
    terminal.project.write_bytes(terminal.project.read_bytes()[:20_000])
    code, out, err = terminal.type("check", "--json", "--project", terminal.project)
    assert code == 1
    assert json.loads(out)["ok"] is False
    assert len(err.splitlines()) == 1


def test_an_output_that_fails_is_told_in_one_sentence(terminal, article):
    command = [sys.executable, "-m", "annotator", "list", "--project", str(terminal.project)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_search_finds_articles_and_highlights(terminal, article):
    tagged = terminal.json("tag", article, 22, 37, LABELS[0])["id"]
    rows = terminal.json("search", "DAM", "saf")
    assert sorted((row["kind"], row["highlight_id"]) for row in rows) == [
        ("article", None), ("highlight", tagged)
    ]  # fmt: skip
    found = next(row for row in rows if row["kind"] == "article")
    assert TEXT[found["start"] : found["end"]] == "dam"
    assert [found["snippet"][slice(*match)] for match in found["matches"]] == ["dam", "safe"]
    assert [row["kind"] for row in terminal.json("search", "dam", "--limit", "1")] == ["article"]
    code, out, _ = terminal.type("search", '"dam was"', "--project", terminal.project)
    assert (code, "the 🚰 [dam was] safe." in out) == (0, True)


def test_search_and_the_list_of_highlights_take_filters(terminal, article):
    terminal.json("tag", article, 0, 37, "official_claim")
    rows = terminal.json("highlights", "label:official_claim", "--sort", "modified")
    assert [row["label"] for row in rows] == ["official_claim"]
    assert [row["kind"] for row in terminal.json("search", "label:official_claim")] == ["highlight"]
    code, out, _ = terminal.type("highlights", "--project", terminal.project)
    assert (code, rows[0]["id"] in out) == (0, True)
    code, _, err = terminal.type("highlights", "-has:claim", "foo:x", "--project", terminal.project)
    assert (code, "foo:x" in err) == (1, True)


def test_a_search_that_finds_nothing_says_no(terminal, article):
    code, out, err = terminal.type("search", "snow", "--json", "--project", terminal.project)
    assert (code, json.loads(out)) == (1, [])
    assert err == "annotator: Nothing was found.\n"
    assert terminal.type("search", "--project", terminal.project)[0] == 2


def test_a_missing_stream_and_a_home_that_cannot_be_end_in_their_codes(terminal, article):
    python = f"'{sys.executable}' -m annotator --project '{terminal.project}'"
    for command, code in (
        (f"{python} list >&-", 0),
        (f"{python} fly 2>/dev/full", 2),
        (f"ANNOTATOR_HOME='~nosuch/x' {python} list", 3),
    ):
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 - a shell's redirections are tried
        assert done.returncode == code, command
        assert "Traceback" not in done.stderr
