from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import sentence_blocks
from annotator.core.sentence_blocks import ParagraphBlocks, SegmentedParagraph


def paragraph(text):
    return SegmentedParagraph(text, range(1, len(text) + 1))


paragraphs = st.lists(st.text(st.sampled_from("a ")).map(paragraph), min_size=1, max_size=9)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(sentence_blocks, "_BLOCK", 4)


def assert_places(blocks, kept):
    """Compare every place with one counted by walking the list."""
    assert list(blocks) == kept
    position = sentence = 0
    for number, expected in enumerate(kept):
        place = (expected, number, position, sentence)
        assert blocks.numbered(number) == place
        for inside in range(len(expected.text) + 1):
            assert blocks.holding_position(position + inside) == place
        for inside in range(len(expected.starts)):
            assert blocks.holding_sentence(sentence + inside) == place
        position += len(expected.text) + 1
        sentence += len(expected.starts)
    texts = [paragraph.text for paragraph in kept]
    for first in range(len(kept)):
        assert list(blocks.texts(first, len(kept))) == texts[first:]
        stop = min(first + 2, len(kept))
        assert list(blocks.texts(first, stop)) == texts[first:stop]
    assert (len(blocks), blocks.length, blocks.sentences) == (len(kept), position - 1, sentence)


@given(paragraphs, st.lists(st.tuples(st.integers(0), st.integers(0, 20), paragraphs), max_size=9))
def test_after_every_replacement_the_places_equal_a_list_walked_through(kept, replacements):
    blocks = ParagraphBlocks(kept)
    assert_places(blocks, kept)
    for where, count, new in replacements:
        first = where % len(kept)
        last = min(first + count, len(kept) - 1)
        blocks.replace(first, last, new)
        kept = kept[:first] + new + kept[last + 1 :]
        assert_places(blocks, kept)


def test_blocks_stay_small_and_few():
    blocks = ParagraphBlocks([paragraph("a")])
    for step in range(999):
        first = step * 7 % len(blocks)
        blocks.replace(first, first, [paragraph("a")] * 2)
    sizes = [len(block.paragraphs) for block in blocks._blocks]
    assert max(sizes) <= 8
    assert len(sizes) <= 1000 / 3


def test_sentences_are_trimmed_and_blank_ones_are_none():
    trimmed = SegmentedParagraph(" \u00a0 a b  c ", [3, 8, 10])
    assert (trimmed.starts, trimmed.stops) == ((3, 8), (6, 9))
