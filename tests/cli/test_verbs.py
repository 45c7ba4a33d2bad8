from __future__ import annotations

import subprocess
import sys

import click
import pytest

from annotator.cli.program import VERBS, program

CONTEXT = click.Context(program)
ASK = """
import sys, click
from annotator.cli.program import program
program.get_command(click.Context(program), "list")
print(*sys.modules)
"""


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_where_the_table_says(name):
    assert program.get_command(CONTEXT, name).name == name


def test_all_verbs_are_listed_but_none_that_is_not():
    assert set(VERBS) < set(program.list_commands(CONTEXT))
    assert program.get_command(CONTEXT, "nothing-like-it") is None


def test_a_verb_waits_for_no_other():
    loaded = subprocess.check_output([sys.executable, "-c", ASK], text=True).split()
    assert "annotator.cli.articles" in loaded
    others = {f"annotator.cli.{one.split('.')[0]}" for one in VERBS.values()}
    assert others & set(loaded) == {"annotator.cli.articles"}
    assert "annotator.service.bundle" not in loaded
