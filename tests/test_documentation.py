"""What the pages say holds: links lead somewhere, dependencies are told, recipes run."""

from __future__ import annotations

import importlib
import re
import shlex
import tomllib

import pytest
from tests.conftest import ROOT

from annotator.cli import program
from annotator.cli.session import Windows

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
NAME = re.compile(r"^[A-Za-z0-9_.-]+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"].values()]
    flat = [name for one in wanted for name in ([one] if isinstance(one, str) else one)]
    flat = [name for name in flat if not name.startswith(project["name"])]  # its own extras
    rows = list((ROOT / "docs/dependencies.md").read_text("utf-8").splitlines())
    told = " ".join(row.split("|")[1] for row in rows if row.startswith("|")).lower()
    assert [name for name in flat if NAME.match(name)[0].lower() not in told] == []


def test_every_script_of_the_makefile_is_there():
    words = (ROOT / "Makefile").read_text("utf-8").split()
    scripts = [word for word in words if word.endswith(".py")]
    assert scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []


def test_the_recipes_of_the_readme_run_as_they_stand(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        (tmp_path / f"report-{number}.txt").write_text(f"The mayor spoke at {number}. We left.")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text("Bridge closed\nTwo people were hurt.")
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    recipes = [line for line in lines if line.startswith("annotator --project")]
    windows = Windows(require=lambda: None, open=lambda _: 0, picture=lambda *_: None)
    for line in recipes:
        assert program.main(shlex.split(line, comments=True)[1:], windows) == 0, line
    assert len(recipes) >= 8
    assert "official_claim" in (tmp_path / "desk.jsonl").read_text("utf-8")
    assert "humanitarian_concern" in (tmp_path / "train.jsonl").read_text("utf-8")
    assert capsys.readouterr().err == ""


def test_every_reader_has_its_row_with_what_it_takes():
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    page = (ROOT / "docs/articles.md").read_text("utf-8")
    rows = {line.split("|")[1].strip(): line for line in page.splitlines() if line.startswith("| ")}
    for name in points["annotator.articles"].values():
        module, _, reader = name.partition(":")
        row = rows[getattr(importlib.import_module(module), reader)().name]
        assert re.search(r"\| \d\.\d{3}( to \d\.\d{3})? \|$", row)
