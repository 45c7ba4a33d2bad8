from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from annotator.gui.page_cells import mixed_cells, plain_cells
from annotator.gui.page_geometry import joined, pieces
from annotator.gui.page_header import text_font

WORDS = [
    "said",
    "שלום",
    "شركة",
    "1.5",
    "متر",
    "(x)",
    "«نعم»",
    "تجمّع",
    "50%",
    "e\u0301",
    "لا",
    "😀",
    "a\tb",
    "א\t",
]
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(text, direction):
    layout = QTextLayout(text, text_font(19))
    option = QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(3000)
    layout.endLayout()
    return layout, line


def units_of(text):
    units = [0]
    for character in text:
        units.append(units[-1] + 1 + (ord(character) > 0xFFFF))
    return units


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from([LTR, RTL]))
def test_each_character_of_a_mixed_line_has_the_cell_of_its_glyphs(words, direction):
    text = " ".join(words)
    # Beside an Arabic ligature, Qt gives single characters other characters' glyphs; how far
    # that reaches depends on the font. The ligature has a test of its own.
    assume("لا" not in text)
    units = units_of(text)
    layout, line = laid_out(text, direction)
    cells = mixed_cells(layout, line, units=units, text=text)
    stops = [unit for unit in units if layout.isValidCursorPosition(unit)]
    for start, end in pairwise(stops):
        if text[units.index(start)] == "\t":
            continue
        boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
        left, right = cells[units.index(start)]
        assert left == pytest.approx(min(box.left() for box in boxes), abs=0.1)
        assert right == pytest.approx(max(box.right() for box in boxes), abs=0.1)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from([LTR, RTL]))
def test_the_cells_of_a_mixed_line_leave_no_gap(words, direction):
    text = " ".join(words)
    layout, line = laid_out(text, direction)
    cells = mixed_cells(layout, line, units=units_of(text), text=text)
    assert len(joined(cells)) == 1
    assert pieces(cells)[0][0] == 0
    assert pieces(cells)[-1][1] == len(text)


def test_the_two_letters_of_an_arabic_ligature_share_its_room():
    layout, line = laid_out("ab لا", LTR)
    lam, alef = mixed_cells(layout, line, units=units_of("ab لا"), text="ab لا")[3:]
    assert alef[1] == pytest.approx(lam[0])
    assert lam[1] > alef[0]


def test_a_combining_mark_shares_the_cell_of_its_base():
    layout, line = laid_out("تجمّع", RTL)
    cells = mixed_cells(layout, line, units=units_of("تجمّع"), text="تجمّع")
    assert cells[2] == cells[3]


def test_plain_and_mixed_cells_of_a_latin_line_are_the_same():
    text = "Office, “fjord” naïve 😀 x"
    layout, line = laid_out(text, LTR)
    plain = plain_cells(line, units_of(text))
    for one, other in zip(
        plain, mixed_cells(layout, line, units=units_of(text), text=text), strict=True
    ):
        assert one == pytest.approx(other, abs=0.1)
