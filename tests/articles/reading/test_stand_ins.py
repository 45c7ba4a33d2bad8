from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.articles.reading.stand_ins import StandIns

TEXTS = st.text(st.characters() | st.sampled_from("\u00a0\u200c\u00ad\u3000\u2028𒀀𒀁"), max_size=200)


@given(text=TEXTS)
def test_every_character_comes_back(text):
    kept = StandIns(text)
    assert kept.back(kept.put(text)) == text


@given(text=TEXTS)
def test_nothing_invisible_is_left_between(text):
    put = StandIns(text).put(text)
    assert all(one.isprintable() or one in " \t\n\f\r" for one in put)
    assert len(put) == len(text)
