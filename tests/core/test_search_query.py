from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_query import (
    CHOICES,
    FILTERS,
    MOST_FILTERS,
    Filter,
    search_query,
)
from annotator.core.search_terms import MOST_TERMS, MOST_WORDS, Term

PIECES = st.text(st.sampled_from('ab "“”北京 \nÉ.*-:') | st.characters(), max_size=40)
VALUES = st.text(st.sampled_from("ab É北-_."), min_size=1, max_size=9).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dam safe", [Term(("dam",)), Term(("safe",), open=True)]),
        ('"dam was" safe', [Term(("dam", "was")), Term(("safe",), open=True)]),
        ('safe "dam wa', [Term(("safe",)), Term(("dam", "wa"), open=True)]),
        ('"dam was"', [Term(("dam", "was"))]),
        ("“dam was”", [Term(("dam", "was"))]),
        ("dam* safe has:note", [Term(("dam",), open=True), Term(("safe",))]),
        ("don't", [Term(("don", "t"), open=True)]),
        ("dam dam dam", [Term(("dam",)), Term(("dam",), open=True)]),
        ("北京大学 a", [Term(("北京", "京大", "大学")), Term(("a",), open=True)]),
        ("学 a", [Term(("学",), open=True), Term(("a",), open=True)]),
        ('"學"', [Term(("學",), open=True)]),
        ("3:15", [Term(("3", "15"), open=True)]),
        (' ." * ( 🙂', []),
    ],
)
def test_which_words_a_query_asks_for(query, expected):
    assert list(search_query(query).terms) == expected


@given(PIECES)
def test_any_text_can_be_read(text):
    query = search_query(text)
    assert bool(query) == bool(query.terms or query.without or query.filters)
    assert all(piece.piece in text and piece.sentence for piece in query.misunderstood)


@given(PIECES, st.sampled_from(FILTERS[:4]), VALUES, st.booleans())
def test_a_name_in_quotation_marks_is_read_as_it_stands(before, name, value, negated):
    before = before.replace('"', "").translate(dict.fromkeys(map(ord, "“”„‟")))
    query = search_query(f'{before} {"-" * negated}{name.upper()}:"{value}"')
    assert query.filters[-1] == Filter(name, value, negated) or len(query.filters) == MOST_FILTERS


@given(st.sampled_from([(name, one) for name, all_ in CHOICES.items() for one in all_]))
def test_every_choice_is_known(choice):
    name, value = choice
    query = search_query(f"-{name}:{value.upper()}")
    assert (query.filters, query.misunderstood) == ((Filter(name, value, negated=True),), ())


@given(st.dates())
def test_a_date_can_be_a_day_a_month_or_a_year(day):
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        assert search_query(f"before:{text}").named("before") == (text,)


@pytest.mark.parametrize(
    ("query", "trouble"),
    [
        ("foo:bar", "filter"),
        ("has:pictures", "value"),
        ("before:2024-13", "date"),
        ("after:2023-02-29", "date"),
        ("after:yesterday", "date"),
        ("label:", "empty"),
        ('speaker:""', "empty"),
    ],
)
def test_what_is_not_understood_is_told(query, trouble):
    read = search_query(f"dam {query}")
    assert [(one.piece, one.trouble) for one in read.misunderstood] == [(query, trouble)]
    assert read.filters == ()


def test_a_filter_that_there_is_not_is_searched_as_words():
    assert search_query("foo:bar dam").terms == (Term(("foo", "bar")), Term(("dam",), open=True))
    assert search_query("http://example.org/ dam").misunderstood == ()


def test_a_minus_wants_what_has_none_of_it():
    query = search_query('dam -"was safe" -bro* -flood')
    assert query.terms == (Term(("dam",)),)
    assert query.without == (
        Term(("was", "safe")), Term(("bro",), open=True), Term(("flood",), open=True)
    )  # fmt: skip


def test_a_pasted_page_asks_for_its_beginning():
    terms = search_query(" ".join(map(str, range(1000)))).terms
    assert [term.words for term in terms] == [(str(n),) for n in range(MOST_TERMS)]
    (phrase,) = search_query(f'"{"on and " * 1000}"').terms
    assert len(phrase.words) == MOST_WORDS
