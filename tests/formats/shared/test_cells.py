from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.cells import (
    LONGEST_CELL,
    cut,
    utf16_length,
)


@given(st.text(min_size=1, max_size=20), st.integers(1, 6_000))
def test_what_is_cut_fits_and_begins_as_it_was(words, times):
    whole = words * times
    fit = cut(whole)
    assert utf16_length(fit) <= LONGEST_CELL
    assert fit == whole or whole.startswith(fit[:-1])
