from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_names import UnknownReadingError, parse_reading
from annotator.core.reading_positions import READINGS


@given(st.sampled_from(READINGS))
def test_every_name_is_read_back(reading):
    assert parse_reading(reading.name) == reading
    assert parse_reading(f" {reading.name.upper()} ".replace(",", " , ")) == reading


@pytest.mark.parametrize(
    "name", ["", "utf-32", "crlf,utf-16", "utf-16,lf,crlf", "utf-8,bom,bom", "utf-8,", "utf-8,end"]
)
def test_what_is_no_reading_is_answered_with_what_there_is(name):
    with pytest.raises(UnknownReadingError, match="code-points, utf-16, utf-8") as raised:
        parse_reading(name)
    assert name in str(raised.value)
