from __future__ import annotations

from annotator.core.search_query import search_query
from annotator.gui.query_words import misunderstood_sentence, misunderstood_sentences

TYPED = "befor:2020 has:pictures after:soon speaker: -label:{1}{0} is:"


def bare(text):
    return text.replace("\u2068", "").replace("\u2069", "")


def test_the_window_says_in_english_what_the_query_says_itself():
    pieces = search_query(TYPED).misunderstood
    assert {one.trouble for one in pieces} == {"filter", "value", "date", "empty"}
    assert [bare(misunderstood_sentence(one)) for one in pieces] == [one.sentence for one in pieces]


def test_of_many_pieces_the_rest_is_counted():
    pieces = search_query(TYPED).misunderstood
    assert len(pieces) == 5
    told = misunderstood_sentences(pieces)
    assert len(told) == 3
    assert told[-1] == "Not understood besides: 3."
