from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_terms import (
    MOST_TERMS,
    MOST_WORDS,
    Term,
    excerpt,
    places,
    search_terms,
)
from annotator.core.span import Span
from annotator.core.words import words

CHARACTERS = st.text(st.sampled_from('ab "“”北京 \nÉ.*'), max_size=40)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dam safe", [Term(("dam",)), Term(("safe",), open=True)]),
        ('"dam was" safe', [Term(("dam", "was")), Term(("safe",), open=True)]),
        ('safe "dam wa', [Term(("safe",)), Term(("dam", "wa"), open=True)]),
        ('"dam was"', [Term(("dam", "was"))]),
        ("“dam was”", [Term(("dam", "was"))]),
        ("don't", [Term(("don", "t"), open=True)]),
        ("dam dam dam", [Term(("dam",)), Term(("dam",), open=True)]),
        ('dam AND -x* ""', [Term(("dam",)), Term(("and",)), Term(("x",), open=True)]),
        ("北京大学 a", [Term(("北京", "京大", "大学")), Term(("a",), open=True)]),
        ("学 a", [Term(("学",), open=True), Term(("a",), open=True)]),
        ('"學"', [Term(("學",), open=True)]),
        (' ." * ( 🙂', []),
    ],
)
def test_what_a_query_asks_for(query, expected):
    assert search_terms(query) == expected


def test_a_pasted_page_asks_for_its_beginning():
    terms = search_terms(" ".join(map(str, range(1000))))
    assert [term.words for term in terms] == [(str(n),) for n in range(MOST_TERMS)]
    (phrase,) = search_terms(f'"{"on and " * 1000}"')
    assert len(phrase.words) == MOST_WORDS


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
    spans = places(search_terms(query), text)
    assert [text[span.start : span.end] for span in spans] == found


@given(CHARACTERS, st.text(st.sampled_from("ab 北京É."), max_size=40))
def test_a_text_has_places_exactly_where_its_words_have_the_terms(query, text):
    terms = search_terms(query)
    assert bool(places(terms, text)) == any(term.among(words(text)) for term in terms)


@given(st.text(st.sampled_from("ab北京"), min_size=1, max_size=9), CHARACTERS, CHARACTERS)
def test_what_stands_in_a_text_is_found_in_it(piece, before, after):
    assert places(search_terms(f'"{piece}"'), f"{before} {piece} {after}")


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
