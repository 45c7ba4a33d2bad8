from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.formula_guard import guarded, unguarded

CELLS = st.text(st.sampled_from("'=+-@\t\r\nab👻")) | st.text()


@given(CELLS, st.booleans())
def test_a_guard_is_undone_whether_it_was_asked_for_or_not(cell, guard):
    shown = guarded(cell, guard=guard)
    assert unguarded(shown) == cell
    assert not (guard and shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n")))


@given(CELLS)
def test_only_what_a_spreadsheet_would_run_is_altered_without_a_guard(cell):
    assert guarded(cell, guard=False) == cell or cell.startswith("'")
