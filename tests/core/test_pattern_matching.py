from __future__ import annotations

from itertools import islice
from threading import Event
from threading import enumerate as threads

import pytest
import regex

from annotator.core.pattern_matching import PATIENCE, places_of


class Starved:
    """A pattern on a machine so busy that the processor's time stands still."""

    def __init__(self):
        self.goes_on = Event()

    def finditer(self, *_args, **_limits):
        self.goes_on.wait(20)
        return iter(())


def test_the_places_are_those_of_the_pattern_however_many_there_are():
    text = "ab " * 3000
    pattern = regex.compile(r"\b|ab")
    expected = [match.span() for match in pattern.finditer(text)]
    assert list(places_of(pattern, text, 20.0)) == expected


def test_a_match_that_the_processor_never_ends_is_given_up_by_the_clock():
    starved = Starved()
    with pytest.raises(TimeoutError):
        list(places_of(starved, "text", 0.01 / PATIENCE))
    starved.goes_on.set()


def test_who_takes_no_more_places_leaves_no_thread_behind():
    pattern = regex.compile("a")
    places = places_of(pattern, "a" * 100_000, 20.0)
    assert list(islice(places, 2)) == [(0, 1), (1, 2)]
    (thread,) = [one for one in threads() if one.name == "match pattern"]
    places.close()
    thread.join(5)
    assert not thread.is_alive()
