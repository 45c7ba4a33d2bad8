from __future__ import annotations

import pytest
from tests.cli.conftest import Terminal
from tests.cli.test_program import LABELS

from annotator.core.errors import Kind


@pytest.fixture
def terminal(tmp_path, capsys):
    return Terminal(tmp_path, capsys)


@pytest.fixture
def article(terminal):
    return terminal.json("add", terminal.write())[0]["id"]


def test_a_codebook_goes_out_and_comes_in_again(terminal, article):
    path = terminal.folder / "codebook.toml"
    assert terminal.json("codebook", "export", path) == {
        "file": str(path), "revision": 1, "labels": 3
    }  # fmt: skip
    same = terminal.json("codebook", "import", path)
    assert (same["added"], same["changed"], same["revision"]) == ([], {}, 1)
    text = path.read_text("utf-8").replace('key = "official_claim"', 'key = "said"')
    path.write_text(text.replace('"Official claim"', '"Said by an office"'), "utf-8")
    terminal.json("tag", article, 0, 37, LABELS[0])
    planned = terminal.json("codebook", "import", path, "--dry-run")
    assert planned["changed"] == {"said": ["name", "key"]}
    assert terminal.json("codebook", "show")["labels"][0]["key"] == LABELS[0]
    done = terminal.json("codebook", "import", path)
    assert done == planned | {"revision": 2, "dry_run": False}
    shown = terminal.json("codebook", "show")["labels"][0]
    assert (shown["key"], shown["highlights"], shown["under_older_guideline"]) == ("said", 1, 0)
    assert terminal.json("undo")["title"] == "Import a codebook"


def test_a_bad_codebook_changes_nothing_and_is_told_in_one_line(terminal, article):
    path = terminal.write("codebook.toml", "revision = 1\nguideline = ''\n[[label]]\nid = 7")
    code, out, err = terminal.type("codebook", "import", path, "--project", terminal.project)
    assert (code, out, err.count("\n")) == (Kind.WORLD.value, "", 1)
    assert "line 3, label 1: id must be a text" in err
    assert terminal.json("codebook", "show")["revision"] == 1


def test_an_article_is_finished_and_reopened(terminal, article):
    code, _, err = terminal.type("finish", article, "--project", terminal.project)
    assert code == Kind.ANSWER.value
    assert "3 sentences are not reviewed" in err
    assert terminal.json("finish", article, "--anyway")["finished"]
    assert terminal.json("list")[0]["finished"]
    terminal.json("reopen", article)
    assert terminal.json("list")[0]["finished"] == ""


def test_the_history_is_shown_and_jumped_through(terminal, article):
    terminal.json("tag", article, 0, 37, LABELS[0])
    terminal.json("tag", article, 0, 37, LABELS[1])
    entries = terminal.json("history", "--limit", 2)
    assert [(one["sequence"], one["records"]) for one in entries] == [(3, 1), (2, 1)]
    assert [one["sequence"] for one in terminal.json("history", "--before", 3)] == [2, 1]
    planned = terminal.json("jump", 1, "--dry-run")
    assert (planned["records"], planned["sequence"]) == (2, None)
    assert terminal.json("stats")["highlights"] == 2
    assert terminal.json("jump", 1)["sequence"] == 4
    assert terminal.json("stats")["highlights"] == 0
    assert terminal.json("undo")["title"] == "Go to “Add “Dam””"
    assert terminal.json("stats")["highlights"] == 2
    code, _, err = terminal.type("jump", 99, "--project", terminal.project)
    assert code == Kind.USAGE.value
    assert "no change 99" in err


@pytest.mark.parametrize(
    "verb", [("codebook", "show"), ("history",), ("jump", "0", "--dry-run"), ("jump", "1")]
)
def test_the_text_form_tells_something_too(terminal, article, verb):
    code, out, err = terminal.type("--project", terminal.project, *verb)
    assert (code, err) == (0, "")
    assert out.strip()
