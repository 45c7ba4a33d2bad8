from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from annotator.gui.bridge import STAND_INS, Bridge

AWKWARD = "\r\u2028\u2029\ufdd0\ufdd1\ufffc\ufffe\ufeff\u00a0\x0b\x0c\x1c\x85\u200f\u0301😀🇺ع\t "
texts = st.text(
    st.sampled_from(AWKWARD + "\nab")
    | st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"),
    max_size=60,
)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def document_of(bridge):
    document = QTextDocument()
    QTextCursor(document).insertText(bridge.shown(range(len(bridge))))
    return document


def assert_blocks_are_paragraphs(text):
    document = document_of(Bridge(text))
    paragraphs = text.split("\n")
    assert document.blockCount() == len(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        assert document.findBlockByNumber(number).length() - 1 == units(paragraph)


@given(texts)
@pytest.mark.usefixtures("qapp")
def test_block_i_has_as_many_units_as_paragraph_i(text):
    assert_blocks_are_paragraphs(text)


@pytest.mark.parametrize("character", [chr(code) for code in STAND_INS] + list(AWKWARD))
@pytest.mark.usefixtures("qapp")
def test_no_awkward_character_moves_what_follows_it(character):
    for text in (f"{character}a", f"a{character}b", f"a{character}", f"a\n{character}\nb"):
        assert_blocks_are_paragraphs(text)


@given(texts)
@pytest.mark.usefixtures("qapp")
def test_a_position_of_the_document_is_the_article_position_in_utf_16(text):
    bridge = Bridge(text)
    document = document_of(bridge)
    for position in range(len(text) + 1):
        unit = bridge.unit(position)
        block = document.findBlock(unit)
        assert block.blockNumber() == bridge.block_at(position)
        assert unit - block.position() == units(
            text[bridge.block_span(block.blockNumber()).start : position]
        )
        assert bridge.position(unit) == position


def test_a_position_inside_a_surrogate_pair_is_that_of_its_character():
    assert Bridge("a😀b").position(2) == 1


def test_positions_beyond_the_document_are_brought_back_into_it():
    bridge = Bridge("ab")
    assert (bridge.position(-3), bridge.position(99)) == (0, 2)


def test_a_no_break_space_is_kept():
    assert Bridge("10\u00a0km").shown([0]) == "10\u00a0km"


@given(texts)
def test_what_is_shown_of_any_slice_is_what_the_whole_shows_there(text):
    bridge = Bridge(text)
    whole = bridge.shown(range(len(bridge))).split("\n")
    assert [bridge.shown([block]) for block in range(len(bridge))] == whole
