from __future__ import annotations

import pytest


@pytest.fixture
def article(terminal):
    assert terminal.type("add", terminal.write(), "--project", terminal.project)[0] == 0
    return terminal.json("list")[0]["id"]


def names(terminal):
    return [one["name"] for one in terminal.json("reviewer")]


def test_several_work_on_one_project_and_each_finishes_for_themselves(terminal, article):
    first = names(terminal)[0]
    assert [one["works"] for one in terminal.json("reviewer", "Grace", "--new")] == [True, False]
    terminal.json("finish", article, "--anyway")
    assert terminal.json("history")[0]["reviewer"] == "Grace"
    code, _, told = terminal.type(
        "--reviewer", first, "reopen", article, "--project", terminal.project
    )
    assert (code, "not by you" in told) == (1, True)
    terminal.json("--reviewer", first, "finish", article, "--anyway")
    assert terminal.json("history")[0]["reviewer"] == first
    assert terminal.json("reopen", article)["finished"]
    assert terminal.json("list")[0]["finished"]
    assert names(terminal) == ["Grace", first]


def test_who_is_renamed_has_the_name_in_the_project_at_once(terminal, article):
    terminal.json("reviewer", "--rename", "Ada L.")
    with terminal.project_opened().queries.beside() as store:
        assert [(one.reviewer.name, one.renamed) for one in store.people()] == [("Ada L.", 1)]
    assert terminal.json("history")[0]["reviewer"] == "Ada L."


@pytest.mark.parametrize("words", [["--new"], ["A", "--new", "--rename", "B"], ["Nobody"]])
def test_what_cannot_be_meant_is_refused(terminal, words):
    assert terminal.type("reviewer", *words)[0] == 2
