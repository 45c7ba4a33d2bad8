from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.quotations import long_interiors

LONG = "The bridge is open again. Buses run from noon on."


def interiors(text):
    return [text[span.start : span.end] for span in long_interiors(text)]


@pytest.mark.parametrize("marks", ["“”", "„“", "„”", "””", "«»", "»«", '""', "「」", "『』"])
def test_what_stands_in_quotation_marks_is_found(marks):
    assert interiors(f"She said: {marks[0]}{LONG}{marks[1]} and left.") == [LONG]


def test_short_quotations_and_asides_are_passed_over():
    assert interiors("“Open.” (Since noon.) «Oui.»") == []


def test_an_aside_must_be_longer_than_a_quotation():
    aside = LONG + " So it was announced."
    assert interiors(f"({LONG}) ({aside})") == [aside]


def test_what_lies_between_two_quotations_is_not_one():
    assert interiors(f'"Yes" {LONG} "no" {LONG} “yes” {LONG} “no”') == []
    assert interiors(f"«Oui» {LONG} «non», ”ja” {LONG} ”nej”") == []
    assert interiors(f"Oui.» {LONG} «Non.»") == []


def test_a_mark_without_partner_hides_no_quotation_behind_it():
    assert interiors(f"A 5“ nail „here: «{LONG}» (so") == [LONG]


class Counted(str):
    """A text that counts how much of it is read in search of a mark."""

    __slots__ = ("read",)

    def find(self, mark, start=0):
        found = super().find(mark, start)
        self.read += (found if found >= 0 else len(self)) - start
        return found


@pytest.mark.parametrize("text", ["“" * 3_000, "(a" * 3_000, "„a“" * 2_000 + "”"])
def test_a_text_is_read_once_for_each_mark_however_many_have_no_partner(text):
    counted = Counted(text)
    counted.read = 0
    assert list(long_interiors(counted)) == []
    assert 0 < counted.read <= 2 * len(text)


@given(st.text(st.sampled_from('“”„«»"「」()（）a ')).map(lambda text: text * 9))
def test_interiors_lie_apart_and_in_order(text):
    position = 0
    for span in long_interiors(text):
        assert position <= span.start - 1
        assert span.end < len(text)
        position = span.end
