from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.articles.reading.page_lines import Line, Words, paragraphs, without_edges

WIDTH = 40
word = st.text("abcdefghij", min_size=1, max_size=9)
sentence = st.lists(word, min_size=1, max_size=40).map(lambda words: f"So {' '.join(words)}.")


def set_lines(text, *, top=0.0, indent=0.0, size=1.0):
    """Set a paragraph as a typewriter would: lines of one width, one below the other."""
    first = " " * int(indent)
    rows = textwrap.wrap(text, WIDTH, break_on_hyphens=False, initial_indent=first)
    return [
        Line(row.strip(), indent if n == 0 else 0, len(row), top - n, size)
        for n, row in enumerate(rows)
    ]


def page(*texts, gap=0.0, indent=0.0):
    lines = []
    for text in texts:
        top = lines[-1].base - 1 - gap if lines else 0
        lines += set_lines(text, top=top, indent=indent)
    return lines


def read(*pages):
    return list(paragraphs(pages))


@settings(max_examples=50)
@given(st.lists(sentence, min_size=1, max_size=5))
def test_paragraphs_apart_by_a_gap_or_an_indent_are_found_again(texts):
    whole = [f"{text} {'so it goes on and on ' * 6}so." for text in texts]
    assert read(page(*whole, gap=1.0)) == whole
    assert read(page(*whole, indent=2.0)) == whole


@settings(max_examples=50)
@given(st.lists(sentence, min_size=1, max_size=6))
def test_no_letter_is_lost_or_made_however_lines_stand(texts):
    lines = page(*texts)
    assert "".join(read(lines)).replace(" ", "") == "".join(texts).replace(" ", "")


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    first = "The dam was declared safe by the ministry on Monday."
    second = "Engineers of the water works disagree with that view."
    assert read(page(first, second)) == [first, second]


def test_a_larger_line_is_a_paragraph_of_its_own():
    heading = set_lines("Dam declared safe on Monday by ministers", size=1.5)
    assert read([*heading, *set_lines("Engineers disagree.", top=-1)])[0] == heading[0].text


def test_items_of_a_list_and_rows_of_a_table_stay_apart():
    items = ["• The dam is declared to be safe at once", "• The town behind it is evacuated today"]
    rows = [Line(f"Row {n} 100 200", 0, 40, -n, 1, tabular=True) for n in range(3)]
    assert read(page(*items)) == items
    assert read(rows) == [row.text for row in rows]


def test_short_sentences_on_lines_of_their_own_stay_apart():
    sayings = ["Beautiful is better than ugly.", "Flat is better.", "Sparse is better than dense."]
    assert read([Line(s, 0, len(s), -n, 1) for n, s in enumerate(sayings)]) == sayings


def test_a_sentence_goes_on_over_pages_and_columns():
    upper = Line("The dam was declared safe by", 0, 40, -50, 1)
    lower = Line("the ministry.", 0, 13, 0, 1)
    assert read([upper], [lower]) == ["The dam was declared safe by the ministry."]
    assert read([upper, lower]) == ["The dam was declared safe by the ministry."]
    ended = Line("The dam was declared safe.", 0, 40, -50, 1)
    assert len(read([ended], [lower])) == 2


@pytest.mark.parametrize(
    ("above", "hyphenated", "below", "joined"),
    [
        ("an impor", True, "tant dam", "an important dam"),
        ("an impor-", False, "tant dam", "an important dam"),
        ("an impor\u2010", False, "tant dam", "an important dam"),
        ("the Franco-", False, "German dam", "the Franco-German dam"),
        ("from 2020 -", False, "to 2026", "from 2020 - to 2026"),
        ("水库大坝已被宣布", False, "安全。", "水库大坝已被宣布安全。"),
    ],
)
def test_what_stands_between_two_lines_depends_on_how_the_first_ends(
    above, hyphenated, below, joined
):
    lines = [Line(above, 0, 10, 0, 1, hyphenated=hyphenated), Line(below, 0, 9, -1, 1)]
    assert read(lines) == [joined]


def test_a_word_that_has_its_hyphen_elsewhere_keeps_it():
    elsewhere = [Line("a well-known strongly built coupled house", 0, 9, 0, 1)]
    words = Words(elsewhere)
    assert words.join("well", "known") == "well-known"
    assert words.join("strongly", "coupled") == "strongly-coupled"
    assert words.join("impor", "tant") == "important"


def headed(number, *rest):
    texts = ["The Daily News", f"Words of page {number}", "more", "and more", *rest]
    return [Line(text, 0, 9, -n, 1) for n, text in enumerate(texts)]


def test_only_what_three_pages_repeat_at_their_edge_is_dropped():
    pages = [headed(n, f"{n} and so on", "All rights reserved") for n in range(3)]
    kept, dropped = without_edges(pages)
    assert dropped == 6
    assert [line.text for line in kept[1]] == ["Words of page 1", "more", "and more", "1 and so on"]
    assert without_edges(pages[:2]) == (pages[:2], 0)


def test_pages_that_are_all_alike_keep_their_text():
    same = [[Line("habibi", 0, 9, 0, 1)]] * 4
    assert without_edges(same) == ([list(one) for one in same], 0)
