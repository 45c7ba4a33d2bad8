from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.service.reading.dates import published_day


@pytest.mark.parametrize(
    "spelled",
    ["{:%Y-%m-%dT23:59:00+14:00}", "{:%d.%m.%Y}", "{:%Y/%m/%d 10:00}", "{:%Y%m%d}", "{:%Y.%m.%d}",
     "{:%a, %d %b %Y 23:59:00 -1200}"],
)  # fmt: skip
@given(day=st.dates())
def test_a_day_is_the_writers_own_in_each_spelling(spelled, day):
    if day.year >= 1000:
        assert published_day(spelled.format(day)) == day.isoformat()


@given(st.text(max_size=30) | st.from_regex(r"[0-9/.\-: ]{1,14}"))
def test_whatever_stands_there_is_a_day_or_stays(text):
    assert published_day(published_day(text)) == published_day(text)


def test_where_day_and_month_may_be_changed_over_the_words_stay():
    assert published_day("03/04/2026") == "03/04/2026"
    assert published_day("31/04/2026") == "31/04/2026"
    assert (published_day("25/12/2026"), published_day("12/25/2026")) == ("2026-12-25",) * 2
    assert (published_day("1700000000"), published_day("1700000000123")) == ("2023-11-14",) * 2
