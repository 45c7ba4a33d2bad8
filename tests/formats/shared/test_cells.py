from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.cells import (
    LONGEST_CELL,
    cut,
    guarded,
    unguarded,
    utf16_length,
)

CELLS = st.text(st.sampled_from("'=+-@\t\r\nab👻")) | st.text()


@given(CELLS, st.booleans())
def test_a_guard_is_undone_whether_it_was_asked_for_or_not(cell, guard):
    shown = guarded(cell, guard=guard)
    assert unguarded(shown) == cell
    assert not (guard and shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n")))


@given(CELLS)
def test_only_what_a_spreadsheet_would_run_is_altered_without_a_guard(cell):
    assert guarded(cell, guard=False) == cell or cell.startswith("'")


@given(st.text(min_size=1, max_size=20), st.integers(1, 6_000))
def test_what_is_cut_fits_and_begins_as_it_was(words, times):
    whole = words * times
    fit = cut(whole)
    assert utf16_length(fit) <= LONGEST_CELL
    assert fit == whole or whole.startswith(fit[:-1])
