from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.foreign_values import ForeignHighlight
from annotator.core.offset_resolver import resolve
from annotator.core.reading_names import UnknownReadingError, parse_reading
from annotator.core.reading_positions import READINGS
from annotator.core.span import Span


@given(st.sampled_from(READINGS))
def test_every_name_is_read_back(reading):
    assert parse_reading(reading.name) == reading
    assert parse_reading(f" {reading.name.upper()} ".replace(",", " , ")) == reading


@pytest.mark.parametrize("reading", READINGS, ids=lambda one: one.name)
def test_a_file_read_as_it_was_named_has_its_highlights_where_they_were(reading):
    texts = ["\ufeff😀 é\r\nдамба\rb\n", "a\nb😀", "كتب e\u0301\r\n"]
    for raw in texts:
        text, offsets = canonical_text(raw).text, ForeignOffsets(raw, reading)
        spans = list(combinations(range(len(text) + 1), 2))
        sent = [ForeignHighlight((offsets.foreign(*span),), "") for span in spans]
        named = resolve([(raw, sent)], named=parse_reading(reading.name))
        assert (named.reading, named.certain) == (reading, True)
        placing = Placing(text, ForeignOffsets(raw, named.reading))
        assert [placing.place(one).spans for one in sent] == [(Span(*span),) for span in spans]


@pytest.mark.parametrize(
    "name", ["", "utf-32", "crlf,utf-16", "utf-16,lf,crlf", "utf-8,bom,bom", "utf-8,", "utf-8,end"]
)
def test_what_is_no_reading_is_answered_with_what_there_is(name):
    with pytest.raises(UnknownReadingError, match="code-points, utf-16, utf-8") as raised:
        parse_reading(name)
    assert name in str(raised.value)
