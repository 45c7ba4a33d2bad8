from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_search import MANY, WINDOW, WordPlaces, aligned, places
from annotator.core.span import Span

FLOOD = "Police said 12 were killed in the flood near the old mill."
FILLER = "The river had been rising for a week. "


@given(st.text("ab", max_size=30), st.text("ab", max_size=3))
def test_places_are_all_there_are_up_to_many(text, quote):
    every = [at for at in range(len(text)) if quote and text.startswith(quote, at)]
    assert places(text, quote) == every[:MANY]
    window = Span(3, 9)
    inside = [at for at in every if at >= 3 and at + len(quote) <= 9]
    assert places(text, quote, within=window) == inside[:MANY]


@pytest.mark.parametrize(
    ("there", "quote"),
    [
        (FLOOD.replace("12", "21"), FLOOD),
        (FLOOD.replace("Police", "Officers"), FLOOD),
        (FLOOD.replace("mill.", "bridge."), FLOOD),
        (FLOOD.replace("killed", "badly hurt"), FLOOD),
        ("市長は二十一人が死亡したと述べた。", "市長は十二人が死亡したと述べた。"),
    ],
)
def test_an_altered_sentence_is_found_from_its_first_to_its_last_word(there, quote):
    text = f"{FILLER * 3}{there} {FILLER * 3}"
    found = WordPlaces(text, [Span(0, len(text))]).nearly(quote, near=0)
    assert [text[span.start : span.end] for span in found[:1]] == [there]


def test_common_words_are_looked_up_near_the_place_and_rare_ones_everywhere():
    filler = FILLER * (2 * WINDOW // len(FILLER) + 1)
    text = f"{filler}Officers counted 12 dead. {filler}"
    words = WordPlaces(text, [Span(0, len(text))])
    assert words.nearly("Officers counted 21 dead.", near=0)
    near = words.nearly(FILLER.replace("week", "month").strip(), near=len(filler) // 2)
    assert near
    assert all(abs(span.start - len(filler) // 2) < 2 * WINDOW for span in near)


def test_what_shares_no_words_is_not_found():
    text = FILLER * 3
    words = WordPlaces(text, [Span(0, len(text))])
    assert words.nearly("Nobody came.", near=0) == []
    assert words.nearly("", near=0) == []
    assert words.nearly("x" * 10_000, near=0) == []


def test_only_the_stretches_given_are_read():
    text = f"{FLOOD} {FILLER}{FLOOD}"
    second = text.rindex(FLOOD)
    found = WordPlaces(text, [Span(second, len(text))]).nearly(FLOOD, near=0)
    assert {span.start for span in found} == {second}


@given(st.text("ab .\n", max_size=20), st.text("ab .\n", max_size=40))
def test_an_alignment_lies_in_the_text(quote, text):
    span = aligned(quote, text)
    assert span.end <= len(text)
    assert text[span.start : span.end] == text[span.start : span.end].strip()
