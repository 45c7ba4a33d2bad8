from __future__ import annotations

import importlib.util
import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import text_edits, token_alignment
from annotator.core.edit import Edit
from annotator.core.span import Span
from annotator.core.text_edits import edits_between

TEXT = st.text("ab \n\u0301👩\u200dש", max_size=40)


@pytest.fixture(params=["words", "characters"])
def aligner(request, monkeypatch):
    """Compare with and without the optional package."""
    if request.param == "words":
        monkeypatch.setattr(text_edits, "_aligner", lambda: None)
    elif importlib.util.find_spec("rapidfuzz") is None:
        pytest.skip("rapidfuzz is not installed")
    return request.param


def carried_out(edits, old, new):
    """Replay edits as their convention says, taking what they insert from the new text."""
    text = old
    for edit in edits:
        come = new[edit.position : edit.position + edit.inserted]
        text = text[: edit.position] + come + text[edit.position + edit.removed :]
    return text


@given(old=TEXT, new=TEXT)
def test_edits_one_after_another_make_the_new_text_of_the_old(old, new):
    edits = edits_between(old, new)
    assert carried_out(edits, old, new) == new
    assert all(edit for edit in edits)
    for one, following in itertools.pairwise(edits):
        assert one.position + one.inserted < following.position


def revised(seed):
    """A text of paragraphs, some alike, and a revision of it."""
    chance = random.Random(seed)
    words = ["the", "minister", "said", "that", "roads", "in", "1,000", "towns", "👩‍💻", "שלום"]
    old = [" ".join(chance.choices(words, k=chance.randrange(40))) for _ in range(60)]
    new = list(old)
    for _ in range(8):
        place = chance.randrange(len(new))
        new[place] = new[place].replace("minister", "ministers", 1).replace("said", "wrote", 1)
    del new[chance.randrange(50)]
    new.insert(chance.randrange(50), "A paragraph that was not there.")
    return "\n\n".join(old), "\n\n".join(new)


@pytest.mark.parametrize("seed", range(5))
def test_a_revision_is_made_of_small_edits(seed, aligner):
    old, new = revised(seed)
    edits = edits_between(old, new)
    assert carried_out(edits, old, new) == new
    changed = sum(edit.removed + edit.inserted for edit in edits)
    hull = Edit.between(old, new)
    assert changed < (hull.removed + hull.inserted) / 4


def test_words_that_stay_keep_their_highlights_in_a_revision(aligner):
    old = "He said it.\nThe minister denied it on Monday.\nIt was late."
    new = "He said it!\nThe new minister denied it late on Monday.\nIt was late."
    for word in ("said", "minister", "denied", "Monday", "was"):
        span = Span(old.index(word), old.index(word) + len(word))
        for edit in edits_between(old, new):
            span = edit.map_span(span)
        assert new[span.start : span.end] == word


def test_texts_too_long_to_compare_by_character_are_compared_by_words(monkeypatch):
    monkeypatch.setattr(text_edits, "_LARGEST_ALIGNMENT", 0)
    assert edits_between("one two three", "one too three") == [Edit(5, 1, 1)]


@pytest.mark.skipif(importlib.util.find_spec("rapidfuzz") is None, reason="needs rapidfuzz")
def test_texts_just_short_enough_are_compared_by_character(monkeypatch):
    monkeypatch.setattr(text_edits, "_LARGEST_ALIGNMENT", 36)
    assert edits_between("abcdef", "xbcdey") == [Edit(0, 1, 1), Edit(5, 1, 1)]
    monkeypatch.setattr(text_edits, "_LARGEST_ALIGNMENT", 35)
    assert edits_between("abcdef", "xbcdey") == [Edit(0, 6, 6)]


def test_what_comes_in_before_a_line_feed_at_the_very_start_is_one_edit():
    assert edits_between("\nabc", "x\nabc") == [Edit(0, 0, 1)]
    assert edits_between("x\nabc", "\nabc") == [Edit(0, 1, 0)]


def test_the_aligner_is_missing_where_its_package_is(monkeypatch):
    def refuse(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(text_edits, "import_module", refuse)
    assert edits_between("one two three", "one too tree") == [Edit(5, 1, 1), Edit(9, 1, 0)]


def changed(old, new):
    """Return how many code points the edits touch; they must lead from one to the other."""
    edits = edits_between(old, new)
    assert carried_out(edits, old, new) == new
    return sum(edit.removed + edit.inserted for edit in edits)


def prose(seed, count, *, words=400, length=90):
    """Paragraphs of a small vocabulary, as articles of one subject are."""
    chance = random.Random(seed)
    stock = ["".join(chance.choices("abcdefghij", k=chance.randrange(2, 9))) for _ in range(words)]
    return [" ".join(chance.choices(stock, k=length)) + "." for _ in range(count)]


@pytest.mark.parametrize("count", [30, 300])
def test_one_letter_in_each_of_many_paragraphs_is_all_that_changes(count, aligner):
    old = prose(1, count)
    new = [text[:200] + "#" + text[201:] for text in old]
    assert changed("\n".join(old), "\n".join(new)) == 2 * count


def test_paragraphs_are_found_again_where_some_came_and_went(aligner):
    old = prose(2, 80)
    new = [f"“{text[:-1]}!" for text in old]
    gone, come = [*new[10:13], new[40]], prose(3, 2)
    new[40:41] = come
    del new[10:13]
    replaced = sum(len(text) + 2 for text in (*gone, *come))
    assert changed("\n".join(old), "\n".join(new)) <= replaced + 3 * len(old)


@pytest.mark.parametrize("vocabulary", [40, 900])
def test_both_ends_of_a_long_paragraph_are_all_that_changes(aligner, vocabulary):
    (old,) = prose(4, 1, words=vocabulary, length=4000)
    assert changed(old, f"#{old[1:-1]}?") == 4


def test_a_text_that_repeats_itself_is_compared_place_by_place(aligner):
    old = "Yes, no, yes, no. " * 4000
    assert changed(old, f"X{old[1:3000]};{old[3001:-2]}? ") == 6


def test_a_text_that_repeats_itself_too_often_is_replaced(aligner):
    old = "Yes, no, yes, no. " * 4000
    assert changed(old, f"#{old[1:3000]}Yes, {old[3000:-2]}? ") <= 2 * len(old) + 5


@given(
    st.lists(st.sampled_from(["a b c d\n", "b d\n", "e a\n", "\n", "f"]), max_size=12), st.data()
)
def test_paragraphs_in_any_order_make_the_new_text_of_the_old(old, data):
    new = data.draw(st.permutations(old))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_edits, "_LARGEST_ALIGNMENT", data.draw(st.sampled_from([0, 30])))
        patch.setattr(token_alignment, "_SHORT", data.draw(st.sampled_from([0, 4])))
        changed("".join(old), "".join(new))
