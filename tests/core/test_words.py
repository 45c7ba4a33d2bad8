from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.words import LONGEST, fold, placed_words, words

ANY = st.text() | st.text(
    st.sampled_from("aÉß 1.·_北京ｶﾞ\u3099\u0301\u00ad\u200d한ᄒ\u1161\u11abहि\u0940")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stayed”, he said", ["we", "stayed", "he", "said"]),
        ("snake_case and-so", ["snake", "case", "and", "so"]),
        ("iPhone手机壳", ["iphone", "手机", "机壳", "壳"]),
        ("東京。大阪", ["東京", "京", "大阪", "阪"]),
        ("ｶﾞｽ", ["ガス", "ス"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("می‌خواهم", ["میخواهم"]),
        ("مُحَمَّد", ["محمد"]),
        ("🙂 ·  ", []),
    ],
)
def test_words_of_many_scripts(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("text", ["Überprüfung", "한국어 텍스트", "がぎぐ", "café crème"])
def test_composed_and_decomposed_texts_have_the_same_words(text):
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


@given(ANY)
def test_words_are_the_placed_words(text):
    found = list(placed_words(text))
    assert words(text) == [word.text for word in found]
    for word in found:
        assert 0 <= word.start < word.head <= word.end <= len(text)


@given(ANY, ANY)
def test_words_of_joined_texts_are_the_words_of_both(one, other):
    assert words(f"{one}\n{other}") == words(one) + words(other)


@given(ANY)
def test_words_hold_nothing_that_parts_words(text):
    for word in words(text):
        assert word
        assert not any(one.isascii() and not one.isalnum() for one in word)
        assert not any(one.isascii() and one.isupper() for one in word)
        assert not any(one.isspace() for one in word)


@given(ANY)
@example("\u1100\u3099\u1161")
def test_folding_twice_alters_nothing_more(text):
    for word in words(text):
        assert fold(word) == word


def test_a_run_without_end_is_cut():
    assert [len(word) for word in words("x" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]
    assert [len(word) for word in words("é" * (LONGEST + 1))] == [LONGEST, 1]
