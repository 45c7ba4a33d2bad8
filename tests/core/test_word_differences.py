from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.readable_changes import is_island
from annotator.core.word_differences import Side, word_differences

words = st.lists(
    st.sampled_from(["dam", "the ", "the ", "was ", "held ", "水", "🚰", ".", "\n", " "]),
    max_size=40,
)


@given(words, words)
def test_the_pieces_make_both_texts_and_neighbors_differ(old, new):
    old_text, new_text = "".join(old), "".join(new)
    pieces = word_differences(old_text, new_text)
    assert "".join(text for side, text in pieces if side is not Side.NEW) == old_text
    assert "".join(text for side, text in pieces if side is not Side.OLD) == new_text
    assert all(one.side is not other.side for one, other in pairwise(pieces))
    assert all(text for _, text in pieces)


@given(words)
def test_a_text_does_not_differ_from_itself(some):
    assert {piece.side for piece in word_differences("".join(some), "".join(some))} <= {Side.BOTH}


@given(words, words)
def test_nothing_stands_by_chance_between_two_changes_of_a_paragraph(old, new):
    pieces = word_differences("".join(old), "".join(new))
    for place, (side, text) in enumerate(pieces[:-1]):
        if side is Side.BOTH and place and "\n" not in text:
            assert not is_island(text, *sides(pieces[:place][::-1]), *sides(pieces[place + 1 :]))


def sides(pieces):
    """Return what went and what came in the change that these pieces begin with."""
    change = {Side.OLD: "", Side.NEW: ""}
    for side, text in pieces:
        if side is Side.BOTH or change[side]:
            break
        change[side] = text
    return change.values()


def test_a_word_that_was_replaced_is_told_and_nothing_around_it():
    assert word_differences("It was red.\nAll day.\n", "It was blue.\nAll day.\n") == [
        (Side.BOTH, "It was "),
        (Side.OLD, "red"),
        (Side.NEW, "blue"),
        (Side.BOTH, ".\nAll day.\n"),
    ]


def test_what_came_begins_and_ends_where_sentences_do():
    old, come = "The dam held all night. Nobody slept.", "The road was closed. "
    told = word_differences(old, come + old)
    assert told == [(Side.NEW, come), (Side.BOTH, old)]
    gone = " Engineers left."
    assert word_differences(f"It is safe.{gone}", "It is safe.")[1:] == [(Side.OLD, gone)]


MAYOR = "The mayor of the town said on Monday that the bridge at the mill was safe.\n"
RIVER = "Water rose to the edge of the fields, and on the night of the flood it came over.\n"


def test_unlike_paragraphs_are_told_as_gone_and_come_in_whole():
    assert word_differences(MAYOR, RIVER) == [
        (Side.OLD, MAYOR[:-1]),
        (Side.NEW, RIVER[:-1]),
        (Side.BOTH, "\n"),
    ]


def test_a_paragraph_is_compared_with_the_one_it_is_like_wherever_that_stands():
    told = word_differences(MAYOR, RIVER + "\n" + MAYOR.replace("safe", "closed"))
    assert told[0] == (Side.NEW, RIVER + "\n")
    assert told[2:] == [(Side.OLD, "safe"), (Side.NEW, "closed"), (Side.BOTH, ".\n")]


def test_a_long_run_of_words_is_kept_even_between_unlike_words():
    kept, one, other = "held through all of the night and the day", MAYOR[:-1], RIVER[:-1]
    told = word_differences(f"{one} {kept} {one}", f"{other} {other} {kept} {other} {other}")
    assert [text.strip() for side, text in told if side is Side.BOTH] == [f". {kept}"]


def test_a_word_changed_in_each_of_many_paragraphs_is_told_in_each():
    old = "".join(MAYOR.replace("mill", f"mill {number}") for number in range(150))
    told = word_differences(old, old.replace("safe", "shut"))
    assert [text for side, text in told if side is Side.OLD] == ["safe"] * 150


def test_stretches_too_long_to_compare_are_replaced_in_whole():
    old, new = "a " * 2_000, "b " * 2_000
    assert word_differences(old, new) == [(Side.OLD, old), (Side.NEW, new)]
