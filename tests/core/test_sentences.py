from __future__ import annotations

import random
from bisect import bisect_right
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import sentence_blocks
from annotator.core.edit import Edit
from annotator.core.paragraphs import NoSuchParagraphError, PositionOutsideTextError
from annotator.core.segmenter import PlainSegmenter, lossless
from annotator.core.sentences import (
    BoundariesError,
    EditTextError,
    JoinError,
    NoSuchSentenceError,
    SentenceIndex,
    SplitError,
)
from annotator.core.span import Span

WORDS = [
    "A",
    "b. ",
    "C! ",
    "“D. E.” ",
    "😀",
    "שלום. ",
    "e\u0301",
    "\n",
    "\n\n",
    " ",
    "\u00a0",
    "? ",
]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
TWO = "One. Two."
POEM = "One. Two. Three.\nFour; five. Six."


class Letters:
    """A segmenter that makes every character a sentence."""

    name = "letters 1"

    def boundaries(self, paragraph):
        return list(range(1, len(paragraph) + 1))


class Moody:
    """A segmenter that cuts nothing, or at every space, or plainly, by the number of quotes."""

    name = "moody 1"

    def boundaries(self, paragraph):
        mood = paragraph.count("'") % 3
        if mood == 0:
            return PlainSegmenter().boundaries(paragraph)
        spaces = (place + 1 for place, letter in enumerate(paragraph) if letter == " ")
        return lossless(spaces if mood == 1 else (), len(paragraph))


@pytest.fixture(autouse=True, params=[2, 128])
def block(request, monkeypatch):
    monkeypatch.setattr(sentence_blocks, "_BLOCK", request.param)


def expected_spans(text, segmenter):
    spans, origin = [], 0
    for paragraph in text.split("\n"):
        ends = [0, *segmenter.boundaries(paragraph)]
        for start, end in pairwise(ends):
            words = paragraph[start:end]
            if words.strip():
                low = origin + start + len(words) - len(words.lstrip())
                spans.append(Span(low, low + len(words.strip())))
        origin += len(paragraph) + 1
    return spans


def ends_of(index):
    return [index.paragraph_ends(i) for i in range(index.paragraph_count)]


def words_of(index):
    text = index.text
    return [text[span.start : span.end] for span in index]


def typed(index, position, removed, inserted):
    return index.apply(Edit(position, removed, len(inserted)), inserted)


@given(texts)
def test_the_sentences_are_those_that_a_full_pass_finds(text):
    index = SentenceIndex(text)
    spans = expected_spans(text, PlainSegmenter())
    assert list(index) == spans
    assert [index.span(number) for number in range(len(index))] == spans
    assert index.text == text


@given(texts)
def test_boundaries_partition_every_paragraph(text):
    index = SentenceIndex(text)
    for number, paragraph in enumerate(text.split("\n")):
        ends = index.paragraph_ends(number)
        assert sorted(set(ends)) == list(ends)
        assert ends[-1:] == (len(paragraph),) * bool(paragraph)


@given(texts)
def test_a_position_belongs_to_the_last_sentence_that_starts_up_to_it(text):
    index = SentenceIndex(text)
    starts = [span.start for span in index]
    for position in range(len(text) + 1):
        number = max(bisect_right(starts, position) - 1, 0) if starts else None
        assert index.at(position) == number


@given(texts)
def test_covering_names_the_sentences_that_share_a_code_point(text):
    index = SentenceIndex(text)
    spans = list(index)
    for start in range(len(text) + 1):
        for end in range(start + 1, len(text) + 1):
            sharing = [i for i, span in enumerate(spans) if span.overlaps(Span(start, end))]
            assert list(index.covering(Span(start, end))) == sharing


@given(texts)
def test_an_empty_span_is_covered_by_the_sentence_at_it(text):
    index = SentenceIndex(text)
    for position in range(len(text) + 1):
        number = index.at(position)
        assert list(index.covering(Span(position, position))) == [number] * (number is not None)


@settings(max_examples=200)
@given(texts, st.lists(st.tuples(st.integers(0), st.integers(0, 9), texts), max_size=6))
def test_after_every_edit_the_index_equals_a_full_pass(text, edits):
    index = SentenceIndex(text)
    for where, size, inserted in edits:
        position = where % (len(text) + 1)
        removed = min(size, len(text) - position)
        before = words_of(index)
        effect = typed(index, position, removed, inserted)
        text = text[:position] + inserted + text[position + removed :]
        full = SentenceIndex(text)
        assert index.text == text
        assert list(index) == list(full)
        assert ends_of(index) == ends_of(full)
        behind = effect.first + effect.removed
        after = words_of(index)
        assert after[: effect.first] == before[: effect.first]
        assert after[effect.first + effect.added :] == before[behind:]


def test_a_thousand_edits_of_a_long_text_equal_a_full_pass():
    chance = random.Random(7)
    text = "".join(chance.choices(WORDS, k=4000))
    index = SentenceIndex(text)
    for step in range(1000):
        position = chance.randint(0, len(text))
        removed = min(chance.choice([0, 0, 1, 5, 60]), len(text) - position)
        inserted = "".join(chance.choices(WORDS, k=chance.choice([0, 1, 3, 30])))
        typed(index, position, removed, inserted)
        text = text[:position] + inserted + text[position + removed :]
        if step % 100 == 99:
            full = SentenceIndex(text)
            assert list(index) == list(full)
            assert [index.span(i) for i in range(len(index))] == list(full)


@given(texts, st.data())
def test_stored_boundaries_are_taken_as_they_are(text, data):
    stored = [
        Letters().boundaries(paragraph)
        if data.draw(st.booleans())
        else PlainSegmenter().boundaries(paragraph)
        for paragraph in text.split("\n")
    ]
    index = SentenceIndex.from_boundaries(text, stored, PlainSegmenter())
    assert ends_of(index) == [tuple(ends) for ends in stored]
    assert index.text == text


@pytest.mark.parametrize("ends", [[], [[3]], [[4], [1], []], [[2, 2, 4], [1]], [[0, 4], [1]]])
def test_boundaries_that_do_not_fit_are_refused(ends):
    with pytest.raises(BoundariesError):
        SentenceIndex.from_boundaries("a. b\nc", ends)


def test_an_edit_keeps_stored_boundaries_of_paragraphs_it_does_not_touch():
    index = SentenceIndex.from_boundaries("ab\ncd", [[1, 2], [1, 2]])
    typed(index, 0, 0, "x")
    assert ends_of(index) == [(2, 3), (1, 2)]


def test_a_split_cuts_behind_the_white_space_that_follows():
    index = SentenceIndex(POEM)
    effect = index.split(POEM.index("; five") + 1)
    assert words_of(index) == ["One.", "Two.", "Three.", "Four;", "five.", "Six."]
    assert (effect.first, effect.removed, effect.added) == (3, 2, 3)


def test_a_join_undoes_a_split():
    index = SentenceIndex(POEM)
    before = ends_of(index)
    index.split(POEM.index("five"))
    index.join(3)
    assert ends_of(index) == before


def test_given_boundaries_replace_those_of_one_paragraph():
    index = SentenceIndex(POEM)
    index.set_paragraph_ends(0, [16])
    assert words_of(index) == ["One. Two. Three.", "Four; five.", "Six."]
    with pytest.raises(BoundariesError):
        index.set_paragraph_ends(0, [5, 15])
    assert len(index) == 3


@pytest.mark.parametrize("position", [0, 4, 5, 9, 16, 17, len(POEM)])
def test_a_split_that_leaves_an_empty_half_is_refused(position):
    index = SentenceIndex(POEM)
    before = ends_of(index)
    with pytest.raises(SplitError) as caught:
        index.split(position)
    assert caught.value.position == position
    assert ends_of(index) == before


def test_the_last_sentence_of_a_paragraph_joins_nothing():
    index = SentenceIndex(POEM)
    for number in (2, 4):
        with pytest.raises(JoinError):
            index.join(number)


@pytest.mark.parametrize(
    ("position", "removed", "inserted"),
    [(0, 0, "Now. "), (0, 4, ""), (20, 0, "\n"), (len(POEM), 0, " Seven."), (5, 12, "X")],
)
def test_corrections_survive_edits_elsewhere(position, removed, inserted):
    corrected = SentenceIndex(POEM)
    corrected.split(POEM.index("five"))
    typed(corrected, position, removed, inserted)
    assert "five." in words_of(corrected)


def test_a_join_survives_an_edit_of_its_paragraph():
    index = SentenceIndex(POEM)
    index.join(0)
    typed(index, POEM.index("Three"), 5, "Thirty")
    assert words_of(index)[:2] == ["One. Two.", "Thirty."]


def test_a_correction_goes_with_the_text_before_it():
    index = SentenceIndex(POEM)
    index.split(POEM.index("five"))
    typed(index, POEM.index("; five"), 2, " ")
    assert words_of(index)[3] == "Four five."


def test_what_is_typed_at_a_correction_comes_behind_it():
    index = SentenceIndex(POEM)
    index.split(POEM.index("five"))
    typed(index, POEM.index("five"), 0, "nearly ")
    assert words_of(index)[3:5] == ["Four;", "nearly five."]


def test_sentences_without_space_between_them_can_be_joined():
    index = SentenceIndex("雨だ。寒い。風だ。")
    index.join(0)
    assert words_of(index) == ["雨だ。寒い。", "風だ。"]


def test_a_newline_typed_at_the_end_of_a_paragraph_keeps_its_corrections():
    index = SentenceIndex(POEM)
    index.split(POEM.index("five"))
    typed(index, len(POEM), 0, "\nSeven.")
    assert words_of(index)[3:] == ["Four;", "five.", "Six.", "Seven."]


@pytest.mark.parametrize("typing", [["'"], ["'", "'"]], ids=["all cut", "none cut"])
@pytest.mark.parametrize("stored", [True, False])
def test_a_correction_outlives_a_moment_in_which_the_segmenter_agrees(stored, typing):
    text = "One two three. Four. Five."
    index = SentenceIndex(text, Moody())
    index.split(text.index("two"))
    index.join(index.at(text.index("Four")))
    if stored:
        index = SentenceIndex.from_boundaries(text, ends_of(index), Moody())
    before = words_of(index)
    for letter in typing:
        typed(index, 1, 0, letter)
    for letter in typing:
        typed(index, 1, len(letter), "")
    assert words_of(index) == before == ["One", "two three.", "Four. Five."]


@settings(max_examples=200)
@given(st.text("ab. '", max_size=20), st.data())
def test_corrections_are_carried_through_every_edit(text, data):
    """The rule in three lines, with two sets of places that are asked of nobody."""
    index, added, dropped = SentenceIndex(text, Moody()), set(), set()
    for _ in range(data.draw(st.integers(1, 8))):
        position = data.draw(st.integers(0, len(text)))
        if data.draw(st.booleans()):
            old, found = set(index.paragraph_ends(0)), set(Moody().boundaries(text))
            with suppress(SplitError, JoinError, NoSuchSentenceError):
                data.draw(st.sampled_from([index.split, lambda n: index.join(n // 3)]))(position)
            new = set(index.paragraph_ends(0))
            added, dropped = added - (old - new), dropped - (new - old)
            added |= (new - old) - found
            dropped |= (old - new) & found
        else:
            stop = data.draw(st.integers(position, len(text)))
            inserted = data.draw(st.text("a. '", max_size=3))
            typed(index, position, stop - position, inserted)
            behind = range(stop + 1, len(text))
            text = text[:position] + inserted + text[stop:]
            shift = len(inserted) - (stop - position)
            added, dropped = (
                {e for e in ends if e <= position} | {e + shift for e in ends if e in behind}
                for ends in (added, dropped)
            )
        ends = lossless((set(Moody().boundaries(text)) | added) - dropped, len(text))
        assert index.paragraph_ends(0) == tuple(ends)


def test_a_correction_outlives_a_line_feed_typed_at_it_and_taken_back():
    index = SentenceIndex("One two three.")
    index.split(4)
    typed(index, 4, 0, "\n")
    typed(index, 4, 1, "")
    assert words_of(index) == ["One", "two three."]


def test_a_correction_that_is_taken_back_leaves_nothing_behind():
    index = SentenceIndex("One. Two. Three")
    index.join(0)
    index.split(4)
    typed(index, 3, 1, ",")
    assert words_of(index) == ["One, Two.", "Three"]


@given(texts, st.data())
def test_corrections_of_other_paragraphs_survive_any_edit(text, data):
    index = SentenceIndex.from_boundaries(
        f"{TWO}\n{text}\n{TWO}",
        [[1, 9], *(PlainSegmenter().boundaries(p) for p in text.split("\n")), [1, 9]],
    )
    position = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - position))
    typed(index, len(TWO) + 1 + position, removed, data.draw(texts))
    assert index.paragraph_ends(0) == (1, 9)
    assert index.paragraph_ends(index.paragraph_count - 1) == (1, 9)


def test_the_effect_names_the_paragraphs_too():
    effect = typed(SentenceIndex("a\nb\nc"), 1, 3, "x\ny\nz")
    assert (effect.first_paragraph, effect.removed_paragraphs, effect.added_paragraphs) == (0, 3, 3)


def test_what_lies_outside_is_refused_and_changes_nothing():
    index = SentenceIndex(TWO)
    refusals = [
        (NoSuchSentenceError, lambda: index.span(2)),
        (NoSuchSentenceError, lambda: index.join(-1)),
        (NoSuchParagraphError, lambda: index.paragraph_ends(1)),
        (PositionOutsideTextError, lambda: index.at(10)),
        (PositionOutsideTextError, lambda: index.covering(Span(0, 10))),
        (PositionOutsideTextError, lambda: index.split(-1)),
        (PositionOutsideTextError, lambda: typed(index, 9, 1, "")),
        (EditTextError, lambda: index.apply(Edit(0, 0, 2), "x")),
    ]
    for error, attempt in refusals:
        with pytest.raises(error):
            attempt()
    assert index.text == TWO


def test_the_segmenter_is_named():
    assert SentenceIndex("", Letters()).segmenter_name == "letters 1"
