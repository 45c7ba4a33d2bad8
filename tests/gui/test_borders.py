from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.core.span import Span
from annotator.gui import borders
from annotator.gui.bridge import places

# Each is one visible character, whatever stands beside it.
WHOLE = ["a", "ë", " ", "\n", ".", "7", "👩‍👩‍👧", "🇩🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "e\u0301", "\u1112\u1161\u11ab", "1️⃣"]
WHOLE += ["क्षि", "ते", "กำ", "北", "ש\u05b8", "👍🏽", "❤️‍🔥"]
TORN = ["\u0301", "\u200d", "\u0600", "🇫", "\u200d👧", "🏽", "\u200c"]
CHARACTERS = st.lists(st.sampled_from(WHOLE), max_size=24)
TEXTS = st.lists(st.sampled_from(WHOLE + TORN), max_size=24).map("".join)
# Where a word ends among Thai letters, or behind a joiner that joins nothing, Qt tells by how
# much it sees around it.
SETTLED = [one for one in WHOLE if one != "กำ"] + [one for one in TORN if "\u200d" not in one]
WORDS = st.lists(st.sampled_from(SETTLED), max_size=24).map("".join)
IN_WORDS = WORDS.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text))))
PLACED = TEXTS.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text))))


def all_stops(text, kind):
    finder, units = QTextBoundaryFinder(kind, text), [0]
    while (unit := finder.toNextBoundary()) >= 0:
        units.append(unit)
    return places(text, units)


@pytest.fixture(autouse=True, scope="module")
def near_sighted():
    """See so little at once that every answer has to look further."""
    patch = pytest.MonkeyPatch()
    patch.setattr(borders, "_REACH", 2)
    yield
    patch.undo()


@given(CHARACTERS)
def test_every_border_lies_between_two_characters(characters):
    text = "".join(characters)
    known = [0, *accumulate(map(len, characters))]
    assert [place for place in range(len(text) + 1) if borders.is_border(text, place)] == known
    for before, after in pairwise(known):
        for place in range(before, after):
            assert borders.character_end(text, place) == after
            assert borders.character_start(text, place + 1) == before


@given(IN_WORDS)
def test_words_begin_and_end_where_the_whole_text_says_so(placed):
    text, position = placed
    found = all_stops(text, QTextBoundaryFinder.BoundaryType.Word)
    stops = sorted({stop for stop in found if borders.is_border(text, stop)})
    words = [
        (low, high) for low, high in pairwise(stops) if any(one.isalnum() for one in text[low:high])
    ]
    first = lambda found: next(iter(found), None)  # noqa: E731 - said four times
    assert borders.next_word_start(text, position) == first(a for a, _ in words if a > position)
    assert borders.next_word_end(text, position) == first(b for _, b in words if b > position)
    back = words[::-1]
    assert borders.word_start_before(text, position) == first(a for a, _ in back if a < position)
    assert borders.word_end_before(text, position) == first(b for _, b in back if b < position)


@given(PLACED, st.integers(0, 9))
def test_what_is_widened_holds_what_it_was_and_needs_no_more(placed, length):
    text, start = placed
    span = Span(start, min(start + length, len(text)))
    for widen in (borders.whole_characters, borders.whole_words):
        wide = widen(text, span)
        assert wide.start <= span.start
        assert wide.end >= span.end
        assert widen(text, wide) == wide
        assert borders.is_border(text, wide.start)
        assert borders.is_border(text, wide.end)


def test_a_long_run_without_a_break_is_looked_through():
    text = "x" * 5_000 + "e\u0301"
    assert borders.word_start_before(text, len(text)) == 0
    assert borders.next_word_end(text, 3) == len(text)
