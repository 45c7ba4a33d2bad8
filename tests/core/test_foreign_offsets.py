from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Newlines, Reading, Unit
from annotator.core.offsets import OffsetOutsideTextError

TEXTS = st.lists(
    st.sampled_from(["a", "\u0301", "é", "م", "😀", "\n", "\r", "\r\n"]), max_size=30
).map("".join)
RAW = st.builds(lambda mark, text: mark + text, st.sampled_from(["", "\ufeff"]), TEXTS)
READINGS = st.builds(
    Reading, st.sampled_from(Unit), st.sampled_from(Newlines), st.booleans(), st.booleans()
)


@given(raw=RAW, reading=READINGS, data=st.data())
def test_what_goes_out_comes_back(raw, reading, data):
    offsets, length = ForeignOffsets(raw, reading), len(canonical_text(raw).text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    assert offsets.span(*offsets.foreign(start, end)) == (start, end)


def _encoded(text, unit):
    return {Unit.CODE_POINT: list, Unit.UTF16: _utf16, Unit.UTF8: str.encode}[unit](text)


def _utf16(text):
    data = text.encode("utf-16-le")
    return [data[place : place + 2] for place in range(0, len(data), 2)]


def _as_read(raw, reading):
    """The text as a tool has it that counts so, written down without a single shortcut."""
    mark, canonical = "\ufeff" * raw.startswith("\ufeff"), canonical_text(raw).text
    body = {
        Newlines.AS_IS: raw.lstrip("\ufeff"),
        Newlines.LF: canonical,
        Newlines.CRLF: canonical.replace("\n", "\r\n"),
    }[reading.newlines]
    return ("\ufeff" if reading.bom else mark[:0]) + body


@given(raw=RAW, reading=READINGS, data=st.data())
def test_a_foreign_slice_has_the_words_of_the_canonical_one(raw, reading, data):
    canonical = canonical_text(raw).text
    start = data.draw(st.integers(0, len(canonical)))
    end = data.draw(st.integers(start, len(canonical)))
    first, last = ForeignOffsets(raw, reading).foreign(start, end)
    units = _encoded(_as_read(raw, reading), reading.unit)
    piece = units[first : last + reading.inclusive]
    whole = _encoded(canonical[start:end], reading.unit)
    joined = type(whole) if isinstance(whole, bytes) else list
    if reading.newlines is Newlines.LF or "\n" not in canonical[start:end]:
        assert joined(piece) == joined(whole)
    else:
        assert len(piece) >= len(whole)


def test_a_place_inside_a_line_end_or_a_character_is_before_it():
    offsets = ForeignOffsets("a\r\n😀b", Reading(Unit.UTF16))
    assert [offsets.span(place, place)[0] for place in range(7)] == [0, 1, 1, 2, 2, 3, 4]


@pytest.mark.parametrize("position", [-1, 4])
def test_places_outside_of_the_text_are_refused(position):
    with pytest.raises(OffsetOutsideTextError, match="code-points"):
        ForeignOffsets("abc", Reading()).span(position, position)


def test_a_mark_that_is_counted_takes_one_unit_or_three_bytes():
    assert ForeignOffsets("abc", Reading(bom=True)).span(1, 2) == (0, 1)
    assert ForeignOffsets("\ufeffabc", Reading(Unit.UTF8, bom=True)).span(3, 4) == (0, 1)
    assert ForeignOffsets("\ufeffabc", Reading(Unit.UTF8)).span(0, 1) == (0, 1)
