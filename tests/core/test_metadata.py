from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.core.metadata import KEPT_AS

WRONG = {
    "language": ["English", "e", "en us", "not a language!!", "ен"],
    "published": ["yesterday-ish", "14 March", "2026-13-01", "2026-02-30"],
    "url": [
        "javascript:alert(1)",
        "file:///etc",
        "example.org",
        "https://",
        "https://example.org/a b",
        "//a",
    ],
}


@pytest.mark.parametrize("field", WRONG)
def test_what_cannot_be_kept_is_told_with_the_words_that_were_written(field):
    for typed in WRONG[field]:
        with pytest.raises(AnnotatorError, match="“") as told:
            KEPT_AS[field](typed)
        assert typed in str(told.value)


@given(st.sampled_from(sorted(KEPT_AS)), st.text(max_size=30))
def test_what_is_kept_once_is_kept_as_it_is(field, typed):
    try:
        kept = KEPT_AS[field](typed)
    except AnnotatorError:
        return
    assert KEPT_AS[field](kept) == kept
