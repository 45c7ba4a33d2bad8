from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import find_in_text
from annotator.core.find_in_text import FindOptions, TextFinder
from annotator.core.finding_errors import BadPatternError, EmptyHitsError, SlowPatternError
from annotator.core.folded_text import folded, is_border
from annotator.core.words import placed_words

PATTERN = FindOptions(regex=True)
TEXTS = st.text(
    st.sampled_from("abßẞİıﬁéÉ ’'e\u0301\u0308\u00ad\u200d한하👨👩🇩🇪क्षी北京\n.")
    | st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    max_size=60,
)
EXACT = FindOptions(match_case=True)


def found(text: str, wanted: str, options: FindOptions = find_in_text.PLAIN) -> list[str]:
    return [text[span.start : span.end] for span in TextFinder(text).hits(wanted, options)]


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        ("strasse", "Straße STRASSE straẞe", ["Straße", "STRASSE", "straẞe"]),
        ("s", "ß", ["ß"]),
        ("fin", "ﬁn", ["ﬁn"]),
        ("i", "İi", ["İ", "i"]),
        ("cafe", "café cafe\u0301s", ["café", "cafe\u0301"]),
        ("it's", "It’s", ["It’s"]),
        ("wasserwerk", "Wasser\u00adwerk", ["Wasser\u00adwerk"]),
        ("كتب", "كَتَبَ", ["كَتَبَ"]),
        ("京大", "北京大学", ["京大"]),
        ("👨", "👨‍👩‍👧 👨", ["👨‍👩‍👧", "👨"]),
        ("\u0301", "e\u0301", []),
        ("", "text", []),
    ],
)
def test_what_is_found_as_people_type_it(wanted, text, expected):
    assert found(text, wanted) == expected


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_is_found_in_it(before, wanted, after):
    text = f"{before}{wanted}{after}"
    hits = TextFinder(text).hits(wanted)
    assert bool(hits) or not folded(wanted) or folded(wanted) not in folded(text)


@given(TEXTS, st.text(st.sampled_from("abseﬁßé'한 \n"), min_size=1, max_size=3), st.booleans())
def test_a_hit_has_what_was_wanted_and_splits_no_cluster(text, wanted, match_case):
    last = 0
    for span in TextFinder(text).hits(wanted, FindOptions(match_case=match_case)):
        assert folded(wanted) in folded(text[span.start : span.end])
        assert is_border(text, span.start)
        assert is_border(text, span.end)
        assert last <= span.start < span.end
        last = span.end


@given(st.lists(st.sampled_from(["ab", "é\n", "ß", "x\n", " "]), max_size=40).map("".join))
def test_the_size_of_the_slices_tells_nothing(text):
    for wanted in ("a", "ab", "e", "s", "x"):
        whole = TextFinder(text).hits(wanted)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("annotator.core.folded_text.stretches.__kwdefaults__", {"size": 1})
            assert TextFinder(text).hits(wanted) == whole


def test_letters_can_be_matched_as_they_are_typed():
    text = "Dam dam cafe\u0301 café cafe"
    assert found(text, "dam", EXACT) == ["dam"]
    assert found(text, "café", EXACT) == ["cafe\u0301", "café"]
    assert found(text, "cafe", EXACT) == ["cafe"]


@given(TEXTS)
def test_every_word_of_letters_is_found_as_a_whole_word(text):
    whole = FindOptions(whole_word=True)
    for word in placed_words(text):
        piece = text[word.start : word.end]
        if piece.isalpha() and folded(piece).isalpha() and is_border(text, word.end):
            assert any(
                span.start <= word.start and not folded(text[span.end : word.end])
                for span in TextFinder(text).hits(piece, whole)
            ) or not is_border(text, word.start)


def test_a_whole_word_is_no_part_of_another():
    whole = FindOptions(whole_word=True)
    assert found("dam dams madam Dam’s dam.", "dam", whole) == ["dam", "Dam", "dam"]
    assert found("北京大学", "京大", whole) == ["京大"]


def test_a_pattern_finds_by_lines_and_drops_empty_hits():
    assert found("One fox\nTwo foxes", r"^\w+|x*$", PATTERN) == ["One", "x", "Two"]
    assert found("e\u0301e", "e", PATTERN) == ["e\u0301", "e"]


@pytest.mark.parametrize(
    "pattern",
    ["(", "[z-a]", r"\p{foo}", "(?P<a", r"\L<x>", "(a)(?1)", "(?R)", "(a(?-1)?)", "(?+1)(a)"],
)
def test_a_bad_pattern_is_told_with_its_place(pattern):
    with pytest.raises(BadPatternError, match="at character") as caught:
        TextFinder("text").hits(pattern, PATTERN)
    assert 0 <= caught.value.position <= len(pattern)


@given(st.text(st.sampled_from(r"ab(){}[]?*+|\^$.,-=!<>:1P&RLx"), max_size=12))
def test_no_pattern_does_worse_than_be_refused(pattern):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find_in_text, "PATTERN_SECONDS", 0.05)
        try:
            hits = TextFinder("ab aab <b>1\nx" * 3).hits(pattern, PATTERN)
        except (BadPatternError, EmptyHitsError, SlowPatternError):
            hits = []
        assert all(len(span) for span in hits)


def test_a_pattern_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(find_in_text, "PATTERN_SECONDS", 0.1)
    with pytest.raises(SlowPatternError, match="simpler"):
        TextFinder("a" * 60 + "b").hits("(a|aa)+$", PATTERN)


@pytest.mark.parametrize("pattern", [r"\b", r"\K", "(?x) ", "z*", "^"])
def test_a_pattern_that_matches_between_letters_is_told_as_such(pattern):
    with pytest.raises(EmptyHitsError, match="no hit has a letter"):
        TextFinder("The dam.\n" * 10).hits(pattern, PATTERN)


def test_a_pattern_without_letters_ends_early_in_a_long_text(monkeypatch):
    monkeypatch.setattr(find_in_text, "_EMPTY_MATCHES", 50)
    with pytest.raises(EmptyHitsError):
        TextFinder("a b " * 100 + "z").hits(r"\b|z", PATTERN)


@pytest.mark.parametrize("pattern", ["((((.?){99}){99}){99}){99}", "(" * 60 + "a" + ")+" * 60])
def test_a_pattern_that_grows_beyond_bounds_is_never_compiled(pattern, monkeypatch):
    monkeypatch.setattr(regex, "compile", lambda *_, **__: pytest.fail("compiled"))
    with pytest.raises(BadPatternError, match="repeats too much"):
        TextFinder("text").hits(pattern, PATTERN)


def test_a_pattern_that_takes_all_memory_is_refused(monkeypatch):
    def fail(*_, **__):
        raise MemoryError

    monkeypatch.setattr(regex, "compile", fail)
    with pytest.raises(BadPatternError):
        TextFinder("text").hits("a", PATTERN)


def test_a_page_for_a_pattern_is_refused():
    with pytest.raises(BadPatternError, match="longer"):
        TextFinder("text").hits("a" * 2000, PATTERN)


def test_hits_come_in_slices_of_a_long_text():
    text = "A dam, é.\n" * 20_000
    slices = list(TextFinder(text).slices("dam"))
    assert len(slices) > 3
    assert sum(map(len, slices)) == len(regex.findall("dam", text))
