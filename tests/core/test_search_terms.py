from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_query import search_query
from annotator.core.search_terms import excerpt, places
from annotator.core.span import Span
from annotator.core.words import words

CHARACTERS = st.text(st.sampled_from('ab "“”北京 \nÉ.*'), max_size=40)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("saf", "The dam was Safer, the SAFÉ", ["Safer", "SAFÉ"]),
        ('"was safe"', "It was. Safe? It was safely said: was safe", ["was. Safe", "was safe"]),
        ("学", "北京大学的学生", ["学", "学"]),
        ("北京大", "北京大学 北京 大学", ["北京大"]),
        ("大学的", "北京大学的学生", ["大学的"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("dam was", "the dam was", ["dam", "was"]),
        ("one", "another", []),
    ],
)
def test_where_a_text_has_what_was_asked(query, text, found):
    spans = places(search_query(query).terms, text)
    assert [text[span.start : span.end] for span in spans] == found


@given(CHARACTERS, st.text(st.sampled_from("ab 北京É."), max_size=40))
def test_a_text_has_places_exactly_where_its_words_have_the_terms(query, text):
    terms = search_query(query).terms
    assert bool(places(terms, text)) == any(term.among(words(text)) for term in terms)


@given(st.text(st.sampled_from("ab北京"), min_size=1, max_size=9), CHARACTERS, CHARACTERS)
def test_what_stands_in_a_text_is_found_in_it(piece, before, after):
    assert places(search_query(f'"{piece}"').terms, f"{before} {piece} {after}")


@given(st.text(max_size=400), st.data())
def test_an_excerpt_shows_its_spans(text, data):
    bounds = st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted)
    edges = data.draw(bounds)
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    line, shown = excerpt(text, spans, width=data.draw(st.integers(1, 200)))
    assert "\n" not in line
    assert (not spans) or shown
    for span, there in zip(spans, shown, strict=False):
        piece = text[span.start : span.end].replace("\n", " ")
        assert piece.startswith(line[there.start : there.end])
