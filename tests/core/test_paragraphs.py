from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.paragraphs import (
    NoSuchParagraphError,
    Paragraphs,
    ParagraphTextMissingError,
    Piece,
    PositionOutsideTextError,
    ScatteredPiecesError,
)
from annotator.core.span import Span

texts = st.text(st.sampled_from("ab\n😀"))


@st.composite
def texts_with_spans(draw):
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(texts)
def test_the_paragraphs_are_the_text_cut_at_newlines(text):
    paragraphs = Paragraphs(text)
    assert [paragraphs.text(i) for i in range(len(paragraphs))] == text.split("\n")
    assert paragraphs.length == len(text)


@given(texts)
def test_every_position_belongs_to_the_paragraph_that_occupies_it(text):
    paragraphs = Paragraphs(text)
    assert [paragraphs.at(i) for i in range(len(text) + 1)] == [
        text.count("\n", 0, i) for i in range(len(text) + 1)
    ]


@given(texts)
def test_lengths_alone_place_the_same_paragraphs(text):
    known = Paragraphs(text)
    measured = Paragraphs.from_lengths(map(len, text.split("\n")))
    places = [(known.start(i), known.end(i)) for i in range(len(known))]
    assert [(measured.start(i), measured.end(i)) for i in range(len(measured))] == places
    with pytest.raises(ParagraphTextMissingError):
        measured.text(0)


@given(texts_with_spans())
def test_pieces_make_up_the_span_they_were_cut_from(case):
    text, span = case
    paragraphs = Paragraphs(text)
    assert paragraphs.span(paragraphs.pieces(span)) == span


@given(texts_with_spans())
def test_pieces_hold_the_words_of_the_span(case):
    text, span = case
    paragraphs = Paragraphs(text)
    occupied = text.splitlines(keepends=True) + [""] * (not text or text.endswith("\n"))
    pieces = paragraphs.pieces(span)
    words = [occupied[p][start : start + length] for p, start, length in pieces]
    assert "".join(words) == text[span.start : span.end]
    assert all(words) or (len(words) == 1 and not len(span))


def test_a_newline_belongs_to_the_paragraph_that_it_ends():
    assert Paragraphs("a\nb").pieces(Span(1, 2)) == [Piece(0, 1, 1)]


@pytest.mark.parametrize("pieces", [[], [(0, 0, 1), (1, 0, 1)], [(1, 0, 1), (0, 0, 2)]])
def test_scattered_pieces_are_refused(pieces):
    with pytest.raises(ScatteredPiecesError):
        Paragraphs("a\nb").span(pieces)


@pytest.mark.parametrize("piece", [(0, 0, 3), (1, 0, 2), (0, -1, 1), (1, 1, -1)])
def test_a_piece_beyond_its_paragraph_is_refused(piece):
    with pytest.raises(PositionOutsideTextError):
        Paragraphs("a\nb").span([piece])


def test_what_lies_outside_is_refused():
    paragraphs = Paragraphs("a\nb")
    for position in (-1, 4):
        with pytest.raises(PositionOutsideTextError):
            paragraphs.at(position)
    for number in (-1, 2):
        with pytest.raises(NoSuchParagraphError):
            paragraphs.start(number)
    with pytest.raises(PositionOutsideTextError):
        paragraphs.pieces(Span(2, 4))
