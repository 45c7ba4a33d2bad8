from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.times import iso_time


@given(st.datetimes(timezones=st.timezones()))
def test_every_time_is_the_same_moment_in_utc(moment):
    try:
        expected = moment.astimezone(dt.UTC)
    except OverflowError:
        expected = None
    found = iso_time(moment.isoformat())
    if expected is None:
        return
    assert len(found) == 24
    assert abs(dt.datetime.fromisoformat(found) - expected) < dt.timedelta(milliseconds=1)
    assert iso_time(found) == found


@pytest.mark.parametrize(
    "value", ["", None, "soon", "2026-13-01", "0001-01-01T00:00+14:00", "9" * 40, [], {}, "-5"]
)
def test_what_is_no_time_is_nothing(value):
    assert iso_time(value) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1700000000, "2023-11-14T22:13:20.000Z"), ("1700000000123", "2023-11-14T22:13:20.123Z"),
     ("2026-03-04 05:06:07", "2026-03-04T05:06:07.000Z"),
     ("2026-03-04", "2026-03-04T00:00:00.000Z")],
)  # fmt: skip
def test_numbers_and_days_are_times(value, expected):
    assert iso_time(value) == expected
