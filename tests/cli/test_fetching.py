from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace

import pytest
from tests.articles.web_server import WEB, page, serving
from tests.cli.conftest import TEXT

from annotator import bootstrap
from annotator.service.fetching import LARGEST_FILE, LONGEST_SECONDS, FetchedFile


@pytest.fixture
def server():
    with serving() as running:
        yield running


def fetched(terminal, url, *more):
    words = ("fetch", url, *more, "--project", terminal.project, "--json")
    code, out, err = terminal.type(*words)
    return code, json.loads(out), err


def test_a_page_is_added_with_its_address_in_one_step(terminal, server):
    server.answers["/old"] = page(b"", status=302, Location="/dam.txt")
    server.answers["/dam.txt"] = page(TEXT.encode(), kind="text/plain")
    code, (row,), err = fetched(terminal, f"{server.at}/old", "--keep-originals")
    there = f"{server.at}/dam.txt"
    assert (code, row["file"], row["status"]) == (0, there, "added")
    assert err == f"annotator: asking 127.0.0.1:{server.port}\n"
    assert not any("Cookie" in headers for _, headers in server.asked)
    with closing(terminal.project_opened()) as project:
        article = project.find_article(row["id"])
        source = project.queries.content(article.id).revision.source
        assert (article.url, source.name) == (there, "dam.txt")
        assert project.queries.original(source.sha256) == TEXT.encode()
    terminal.json("undo")
    assert terminal.json("list") == []


def test_every_host_is_told_before_it_is_asked_and_the_limits_are_those_of_the_window(
    terminal, monkeypatch
):
    seen = []

    def ask(address, trip):
        seen.append(terminal.capsys.readouterr().err)
        trip.visit("example.org")
        trip.visit("www.example.org")
        seen.append(terminal.capsys.readouterr().err)
        assert (trip.seconds, trip.size) == (LONGEST_SECONDS, LARGEST_FILE)
        return FetchedFile("dam.txt", "Мост".encode("cp1251"), address, "windows-1251")

    lent = replace(bootstrap.surroundings(), fetch=ask)
    monkeypatch.setattr(bootstrap, "surroundings", lambda: lent)
    code, (row,), _ = fetched(terminal, "example.org/dam")
    assert seen == ["annotator: asking example.org\n", "annotator: asking www.example.org\n"]
    assert terminal.json("show", row["id"])["text"] == "Мост"
    assert (code, row["file"]) == (0, "https://example.org/dam")


def test_rows_of_a_table_from_the_web_are_no_copies_of_one_another(terminal, server):
    table = b"text,title\nIt rained.,Rain\nIt snowed.,Snow\n"
    server.answers["/news.csv"] = page(table, kind="text/csv")
    _, rows, _ = fetched(terminal, f"{server.at}/news.csv", "--map", "text=text,title=title")
    assert [row["status"] for row in rows] == ["added", "added"]


def test_what_cannot_be_read_is_told_by_its_address(terminal, server):
    server.answers["/dam.txt"] = page(b" ", kind="text/plain")
    code, _, err = fetched(terminal, f"{server.at}/dam.txt")
    told = err.splitlines()[-1]
    assert (code, told.startswith(f"annotator: {server.at}/dam.txt ")) == (3, True)
    assert not terminal.project.exists()


@pytest.mark.parametrize(
    ("url", "code", "hosts"),
    [("two words", 2, 0), ("file:///a", 2, 0), (WEB + "127.0.0.1:1/", 3, 1)],
)
def test_what_cannot_be_asked_is_told_and_changes_nothing(terminal, url, code, hosts):
    ended, out, err = terminal.type("fetch", url, "--project", terminal.project)
    assert (ended, out, err.count("asking"), terminal.project.exists()) == (code, "", hosts, False)
