from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_quote import Found
from annotator.core.anchor_values import Outcome
from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.foreign_values import ForeignHighlight, Reading, Unit
from annotator.core.offset_resolver import resolve
from annotator.core.reading_positions import READINGS
from annotator.core.span import Span

PLACED, AMBIGUOUS, LOST = Outcome.PLACED, Outcome.AMBIGUOUS, Outcome.LOST
TEXT = "The dam burst at noon. Nobody came.\nLater the dam was built anew by\u00a0the town."
PIECES = ["a", "b ", "\u0301", "é", "م", "😀", "\n", "\r", "\r\n"]


def placing(text=TEXT, reading=None):
    return Placing(canonical_text(text).text, ForeignOffsets(text, reading or Reading()))


def place(*spans, quotes=(), **known):
    return placing().place(ForeignHighlight(spans, "", tuple(quotes), **known))


def words(spans):
    return [TEXT[span.start : span.end] for span in spans]


def at(phrase):
    start = TEXT.index(phrase)
    return start, start + len(phrase)


@pytest.mark.parametrize(
    ("spans", "quotes"),
    [
        ([at("dam burst")], ["dam burst"]),
        ([at("dam burst")], []),
        ([at("dam burst")], [" "]),
        ([at("came.\nLater the")], ["came. Later the"]),
        ([at("by\u00a0the")], ["by the"]),
        ([at("dam"), at("noon")], ["dam", "noon"]),
        ([at("dam"), at("noon")], ["dam noon"]),
        ([at("dam"), at("noon")], ["dam … noon"]),
        ([at("dam"), (9, 9)], ["dam", ""]),
    ],
)
def test_what_stands_where_the_file_says_is_taken_there(spans, quotes):
    found = place(*spans, quotes=quotes, cue=(0, 3))
    kept = tuple(Span(*one) for one in spans if one[0] < one[1])
    assert (found.outcome, found.found, found.score) == (PLACED, Found.AT_PLACE, 1.0)
    assert (found.spans, found.cue) == (kept, Span(0, 3))
    assert found.unplaced(ForeignHighlight((), "")) is None


@pytest.mark.parametrize(
    ("spans", "quotes", "wanted"),
    [
        ([(0, 6)], ["Nobody"], ["Nobody"]),
        ([(900, 906)], ["Nobody"], ["Nobody"]),
        ([], ["Nobody"], ["Nobody"]),
        ([], ["burst", "Nobody"], ["burst", "Nobody"]),
        ([(0, 15)], ["came. Later the"], ["came.\nLater the"]),
        ([(1, 6), (10, 16)], ["burst", "Nobody"], ["burst", "Nobody"]),
        ([(1, 6), (10, 16)], ["burst Nobody"], ["burst", "Nobody"]),
        ([(1, 6), (10, 16), (3, 3)], ["burst", "Nobody", ""], ["burst", "Nobody"]),
    ],
)
def test_words_that_stand_once_are_taken_where_they_stand(spans, quotes, wanted):
    found = place(*spans, quotes=quotes, cue=(0, 3))
    assert (found.outcome, found.found) == (PLACED, Found.UNIQUE)
    assert (words(found.spans), found.cue) == (wanted, None)
    assert found.candidates[0].spans == found.spans


@pytest.mark.parametrize(
    ("spans", "quotes"),
    [
        ([], ["dam"]),
        ([(22, 25)], ["dam"]),
        ([(900, 903)], ["dam"]),
        ([(0, 3), (8, 9)], ["dam burst at noon"]),
        ([(900, 903)], ["Later the dam was made anew"]),
        ([(0, 6), (9, 12)], ["Nobody", ""]),
    ],
)
def test_what_may_be_in_several_places_or_in_another_form_waits(spans, quotes):
    found = place(*spans, quotes=quotes)
    assert (found.outcome, found.spans) == (AMBIGUOUS, ())
    waiting = found.unplaced(ForeignHighlight((), "", prefix="p", suffix="s"))
    assert (waiting.outcome, waiting.prefix, waiting.suffix) == ("ambiguous", "p", "s")
    assert waiting.candidates == found.candidates != ()


@pytest.mark.parametrize(
    ("spans", "quotes"),
    [
        ([(4, 4)], []),
        ([(900, 903)], []),
        ([], []),
        ([(0, 9)], ["a whole other thing"]),
        ([(4, 4)], ["zebra"]),
        ([], ["Nobody", "burst"]),
    ],
)
def test_what_is_nowhere_is_lost_and_told(spans, quotes):
    found = place(*spans, quotes=quotes)
    assert (found.outcome, found.spans, found.candidates) == (LOST, (), ())
    assert found.near == (4 if spans == [(4, 4)] else 0)


def test_highlights_that_waited_or_lost_their_text_are_not_placed_again_by_themselves():
    for known in ({"unplaced": "lost"}, {"unplaced": "ambiguous"}):
        assert place((0, 6), quotes=["Nobody"], **known).outcome is AMBIGUOUS
    empty = place((4, 4), quotes=["Nobody"])
    assert (empty.outcome, words(empty.candidates[0].spans)) == (AMBIGUOUS, ["Nobody"])


def test_inexact_quotes_confirm_a_place_and_never_make_one():
    here = at("Nobody came.\nLater the dam")
    for quote in ("Nobody came. Later…", "Nobody came. <b>Later</b>", "A note, no quote"):
        found = place(here, quotes=[quote], inexact=True)
        assert (found.outcome, found.spans) == (PLACED, (Span(*here),))
    for spans in ([], [(0, 9)], [(900, 909)]):
        found = place(*spans, quotes=["Nobody came…"], inexact=True)
        assert found.outcome is AMBIGUOUS
        assert "Nobody came" in [words(one.spans)[0] for one in found.candidates]


def test_words_around_it_overrule_a_place_where_a_twin_stands():
    text = "Police said so. Nobody came. The mayor said so. Everybody left."
    there = text.rindex("said so")
    for prefix, start in (("Police ", 7), ("The mayor ", there)):
        known = ForeignHighlight(((7, 14),), "", ("said so",), prefix=prefix)
        assert placing(text).place(known).spans == (Span(start, start + 7),)


def test_overlapping_and_unordered_spans_become_ordered_ones():
    found = place(at("noon"), at("dam burst"), at("burst at"))
    assert words(found.spans) == ["dam burst at", "noon"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.sampled_from(READINGS),
    st.data(),
)
def test_what_a_reading_wrote_is_at_its_place(raw, reading, data):
    text = canonical_text(raw).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = ForeignOffsets(raw, reading).foreign(start, end)
    found = placing(raw, reading).place(ForeignHighlight((span,), "", (text[start:end],)))
    if start < end:
        assert (found.outcome, found.spans) == (PLACED, (Span(start, end),))
    else:
        assert (found.outcome, found.spans, found.near) == (LOST, (), start)


SPANS = st.lists(st.tuples(st.integers(-3, 99), st.integers(-3, 99)), max_size=3).map(tuple)
QUOTES = st.lists(st.sampled_from(["", " ", "a", "b a", "dam…", "😀", "\r\n", " … "]), max_size=3)


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.sampled_from(READINGS),
    st.builds(
        ForeignHighlight, SPANS, st.just(""), QUOTES.map(tuple),
        prefix=st.sampled_from(["", "a"]), inexact=st.booleans(),
        unplaced=st.sampled_from(["", "", "lost"]), cue=st.none() | st.just((1, 2)),
    ),
)  # fmt: skip
def test_everything_ends_in_an_outcome_that_can_be_kept(raw, reading, highlight):
    text = canonical_text(raw).text
    found = placing(raw, reading).place(highlight)
    assert (found.outcome is PLACED) is bool(found.spans)
    assert (found.outcome is AMBIGUOUS) <= bool(found.candidates)
    assert found.outcome is not LOST or not found.candidates
    assert 0 <= found.score <= 1
    assert 0 <= found.near <= len(text)
    for spans in (found.spans, *(one.spans for one in found.candidates)):
        ends = [end for span in spans for end in (span.start, span.end)]
        assert ends == sorted(ends)
        assert all(map(len, spans))
        assert not ends or ends[-1] <= len(text)


def _posts(rand):
    """Made-up posts with emoji and where whole phrases that stand once are."""
    syllables = ["مدي", "نة", "قال", "وزا", "رة", "سد", "نهر", "بلا", "غ", "حر", "ب"]
    for _ in range(258):
        made = ["".join(rand.choices(syllables, k=3)) + ("😀" if rand.random() < 0.1 else "")
                for _ in range(60)]  # fmt: skip
        text, starts = " ".join(made), [0]
        for word in made:
            starts.append(starts[-1] + len(word) + 1)
        yield text, [(starts[7 * n], starts[7 * n + 4] - 1) for n in range(8)]


def test_what_was_shifted_in_a_corpus_is_found_by_its_words():
    rand = random.Random(77)
    posts = list(_posts(rand))
    damaged = set(rand.sample(range(2_064), 77))
    sent, wanted, number = [], [], 0
    for text, spans in posts:
        highlights = []
        for start, end in spans:
            shift = rand.choice([-9, -2, 1, 3, 40]) if number in damaged else 0
            low = max(0, start + shift)
            told = (low, low + end - start)
            highlights.append(ForeignHighlight((told,), "", (text[start:end],)))
            wanted.append((Span(start, end),))
            number += 1
        sent.append((text, highlights))
    answer = resolve(sent, Reading(Unit.CODE_POINT))
    assert (answer.reading, answer.certain) == (Reading(), True)
    found = [
        one.place(highlight)
        for text, highlights in sent
        for one in [Placing(text, ForeignOffsets(text, answer.reading))]
        for highlight in highlights
    ]
    assert [one.spans for one in found] == wanted
    assert sum(one.found is Found.UNIQUE for one in found) >= 70
