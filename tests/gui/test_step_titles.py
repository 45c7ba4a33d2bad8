from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import annotator.service
from annotator.gui.history_rows import HistoryRows
from annotator.gui.language import speak
from annotator.gui.step_titles import TEMPLATES, is_known, step_title
from annotator.service.history_ports import HistoryEntry

SOURCES = sorted(Path(annotator.service.__file__).parent.glob("*.py"))
ARABIC = "مياه الشرب"


def titles():
    """Every title that a handler gives to a step, with something in each place."""
    for file in SOURCES:
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            handles = isinstance(node, ast.FunctionDef) and any(
                "handle" in ast.unparse(one) for one in node.decorator_list
            )
            for inner in ast.walk(node) if handles else ():
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from written(inner.value)


def written(value):
    if isinstance(value, ast.IfExp):
        yield from (*written(value.body), *written(value.orelse))
    elif isinstance(value, ast.Constant):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        parts = [one.value if isinstance(one, ast.Constant) else "7" for one in value.values]
        yield "".join(parts)


def test_every_title_that_a_step_can_have_is_known():
    found = set(titles())
    assert len(found) > 25
    assert [title for title in found if not is_known(title)] == []


@given(st.sampled_from(TEMPLATES), st.text(), st.text())
def test_no_words_and_no_data_are_lost(template, one, other):
    title = template.replace("{0}", one or "7").replace("{1}", other)
    said = step_title(title).replace("\u2068", "").replace("\u2069", "")
    assert said == title.replace("\u2068", "").replace("\u2069", "")


def test_data_in_another_direction_is_kept_apart_from_the_words():
    assert step_title(f"Tag as {ARABIC}") == f"Tag as \u2068{ARABIC}\u2069"
    jump = step_title(f"Go to “Remove “{ARABIC}””")
    assert jump == f"Go to “Remove “\u2068{ARABIC}\u2069””"
    entry = HistoryEntry(
        sequence=2, at="2026-03-04T09:30:00+00:00", reviewer=ARABIC, title=f"Finish “{ARABIC}”",
        origin="undo", undone=False, records=1, goes_to=None,
    )  # fmt: skip
    rows = HistoryRows(lambda _count, _before: [entry])
    rows.fill()
    assert rows.index(0).data() == f"Undo: Finish “\u2068{ARABIC}\u2069”"
    assert f"\u2068{ARABIC}\u2069" in rows.facts(0)


@pytest.mark.parametrize("title", ["Tag 3 hits as Official claim", "Add 2 articles"])
def test_titles_are_translated_around_their_data(qapp, pseudo_folder, title):
    assert speak(qapp, "qps", pseudo_folder)
    said = step_title(title)
    speak(qapp, "en")
    assert said.startswith("⟦")
    assert all(data in said for data in title.split() if data.isdigit())
