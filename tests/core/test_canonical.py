from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.canonical import (
    LoneSurrogateError,
    NulCharacterError,
    canonical_text,
    text_digest,
)
from annotator.core.errors import AnnotatorError

sayable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
rough = st.lists(st.sampled_from(["\r\n", "\r", "\n", "\ufeff", "a", "é", "😀"])).map("".join)


@given(sayable | rough)
def test_a_canonical_text_is_canonical_already(raw):
    once = canonical_text(raw).text
    again = canonical_text(once)
    assert again.text == once
    assert again.normalized == ()


@given(rough)
def test_words_are_kept_and_line_ends_become_newlines(raw):
    text = canonical_text(raw).text
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert text.split("\n") == raw.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split(
        "\n"
    )


def test_it_says_what_was_normalized():
    assert canonical_text("\ufeffa\r\nb\rc\r\n").normalized == (
        "BOM removed",
        "CRLF to LF: 2",
        "CR to LF: 1",
    )


def test_composed_and_decomposed_letters_stay_as_they_are():
    assert canonical_text("e\u0301 \u00e9").text == "e\u0301 \u00e9"


def test_a_byte_order_mark_inside_stays():
    assert canonical_text("a\ufeffb").text == "a\ufeffb"


@given(sayable, sayable)
def test_a_nul_character_is_refused_at_its_place(before, after):
    with pytest.raises(NulCharacterError) as caught:
        canonical_text(f"{before}\0{after}")
    assert caught.value.position == len(before)


@given(sayable, st.characters(categories=["Cs"]), sayable)
def test_a_lone_surrogate_is_refused_at_its_place(before, surrogate, after):
    with pytest.raises(LoneSurrogateError) as caught:
        canonical_text(before + surrogate + after)
    assert caught.value.position == len(before)


@pytest.mark.parametrize(
    ("raw", "error"), [("a\0\ud800", NulCharacterError), ("a\ud800\0", LoneSurrogateError)]
)
def test_the_first_of_two_faults_is_named(raw, error):
    with pytest.raises(error, match="character 1") as caught:
        canonical_text(raw)
    assert isinstance(caught.value, AnnotatorError)


@given(sayable)
def test_the_digest_is_that_of_the_text_as_utf8(text):
    assert text_digest(text) == hashlib.sha256(text.encode()).hexdigest()
