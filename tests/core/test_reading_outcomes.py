from __future__ import annotations

from annotator.core.foreign_values import ForeignHighlight, Reading, Unit
from annotator.core.reading_outcomes import Outcomes
from annotator.core.reading_positions import READINGS

POINTS, UTF16, UTF8 = (READINGS.index(Reading(unit)) for unit in Unit)
TEXT = "😀 dam and river, dam and bridge"


def test_quotes_that_stand_once_come_to_the_same_by_every_reading():
    outcomes = Outcomes((POINTS, UTF16, UTF8))
    for quote in ("river", "bridge", "river, dam"):
        at = TEXT.index(quote)
        outcomes.look(TEXT, [ForeignHighlight(((at, at + len(quote)),), "", (quote,))])
    assert outcomes.different() == [POINTS]
    assert not outcomes.complete
    outcomes.look(TEXT, [ForeignHighlight(((2, 5),), "", ("dam",))])
    assert outcomes.different() == [POINTS, UTF16]


def test_a_quote_is_no_reason_where_blanks_make_another_place_as_good():
    text, told = "😀a b. Then ca\nb.", ForeignHighlight(((12, 15),), "", ("a b",))
    outcomes = Outcomes((POINTS, UTF16))
    outcomes.look(text, [told])
    assert outcomes.different() == [POINTS, UTF16]


def test_it_ends_when_words_tell_all_readings_apart_and_shows_those():
    outcomes = Outcomes((POINTS, UTF16, UTF8))
    outcomes.look("a\0", [ForeignHighlight(((0, 1),), "")])
    outcomes.look(TEXT, [ForeignHighlight((), "", ("dam",)), ForeignHighlight(((5, 8),), "")])
    assert outcomes.complete
    (sample,) = outcomes.samples(outcomes.different())
    assert (sample.start, sample.end) == (5, 8)
    assert sample.words == {
        POINTS: "😀 dam[ an]d river, dam",
        UTF16: "😀 da[m a]nd river, da",
        UTF8: "😀 [dam] and river,",
    }


def test_after_some_hundred_highlights_readings_told_apart_by_words_are_enough():
    readings = (POINTS, UTF16, UTF8)
    outcomes = Outcomes(readings)
    outcomes.look(TEXT, [ForeignHighlight(((2, 5),), "", ("dam",))] * 300)
    assert outcomes.different() == list(readings)
    long = "x" * 200
    outcomes = Outcomes((POINTS, UTF16))
    outcomes.look(f"😀{long}", [ForeignHighlight(((9, 190),), "")])
    assert all("…" in words for words in outcomes.samples((POINTS, UTF16))[0].words.values())
