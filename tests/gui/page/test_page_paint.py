from __future__ import annotations

from itertools import combinations_with_replacement, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.core.color import contrast
from annotator.core.records import Label
from annotator.gui.page_drawing import Drawings, layered
from annotator.gui.page_geometry import Line, Margin
from annotator.gui.page_measure import Measure
from annotator.gui.page_paint import PagePainter
from annotator.gui.page_plan import MOST_TINTS, Marks, Outline, Plan, Stroke, Tint
from annotator.gui.theme import load_theme
from annotator.service.label_palette import palette

WIDTH = 160
LINE = Line(0, 9, 9, 40.0, ((0.0, 90.0),), ((0, 1),))
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def drawn(codebook):
    """Draw on white and return the image; 2 is the ratio of a dense screen."""

    def draw(action, *, ratio=1, theme="light"):
        image = QImage(WIDTH * ratio, 60 * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("white"))
        painter = QPainter(image)
        page_painter = PagePainter(load_theme(theme), codebook, Measure())
        page_painter.begin(painter)
        action(page_painter, painter)
        painter.end()
        return image

    return draw


def stroke(label, *, lane=0, lanes=1):
    return Stroke(LINE, 20.0, 140.0, label, lane, lanes)


def colors(image):
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def rows(image):
    blank = QColor("white")
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != blank for x in range(image.width()))
    ]


def pattern(image):
    blank = QColor("white")
    return tuple(
        tuple(image.pixelColor(x, y) != blank for x in range(image.width()))
        for y in range(min(rows(image)), max(rows(image)) + 1)
    )


def drawing(*strokes):
    return lambda page_painter, painter: page_painter.draw_over(
        painter, [Plan([], list(strokes), [], [])]
    )


@pytest.mark.parametrize("label", "oahdw")
def test_what_was_drawn_on_another_screen_is_drawn_anew_on_the_pixels_of_this_one(
    codebook, drawn, label
):
    odd = Line(0, 9, 9, 40.3, ((0.0, 90.0),), ((0, 1),))
    plan = Plan(
        [Tint(odd, 20.3, 90.4, ("o", label), chosen=False)],
        [Stroke(odd, 20.3, 140.3, label, 0, 1)],
        [],
        [],
    )
    moved = PagePainter(load_theme("light"), codebook, Measure())

    def draw(page_painter, painter):
        page_painter.begin(painter)
        page_painter.draw_under(painter, [plan])
        page_painter.draw_over(painter, [plan])

    for ratio in (1, 2, 1):
        image = drawn(lambda _, painter: draw(moved, painter), ratio=ratio)
        assert image == drawn(draw, ratio=ratio)


@pytest.mark.parametrize(("lane", "lanes"), [(0, 1), (0, 5)])
def test_each_style_of_line_looks_different_even_without_color(drawn, lane, lanes):
    seen = {pattern(drawn(drawing(stroke(label, lane=lane, lanes=lanes)))) for label in "oahdw"}
    assert len(seen) == 5


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_solid_line_is_crisp_and_two_pixels_high(drawn, ratio):
    image = drawn(drawing(stroke("o")), ratio=ratio)
    assert len(rows(image)) == 2 * ratio
    assert colors(image) == {"#ffffff", "#0072b2"}


def test_stacked_lines_keep_apart(drawn):
    image = drawn(drawing(stroke("o", lanes=3), stroke("o", lane=1, lanes=3)))
    gaps = [later - sooner for sooner, later in pairwise(rows(image))]
    assert max(gaps) == 2


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_a_label_that_the_codebook_does_not_know_is_drawn_all_the_same(drawn, theme):
    assert len(colors(drawn(drawing(stroke("gone")), theme=theme))) == 2


def test_a_tint_is_the_color_of_its_label_at_a_tenth(drawn):
    tint = Tint(LINE, 20.0, 140.0, ("o",), chosen=False)
    image = drawn(lambda p, painter: p.draw_under(painter, [Plan([tint], [], [], [])]))
    (color,) = colors(image) - {"#ffffff"}
    assert QColor(color).red() == pytest.approx(255 * 0.9, abs=2)


@pytest.mark.parametrize("key", ["light", "dark", "high-contrast"])
def test_text_is_legible_on_tints_upon_each_other(key):
    theme = load_theme(key)
    labels = tuple(
        Label(one.name, one.name, one.name, "X", one.light, one.dark, "solid") for one in palette()
    )
    names = {label.id: label for label in labels}
    drawings = Drawings(theme, names, Measure(), ratio=1.0)
    for count in range(1, MOST_TINTS + 1):
        for held, chosen in product(combinations_with_replacement(names, count), (False, True)):
            tint = drawings._tint_of(held, chosen)
            for ground in (theme.page, theme.ground):
                assert contrast(theme.ink.name(), mixed(tint, ground)) >= 4.5, (held, chosen)


def mixed(tint, ground):
    alpha, (above, below) = tint.alphaF(), (color.getRgbF()[:3] for color in (tint, ground))
    parts = zip(above, below, strict=True)
    return QColor.fromRgbF(*(one * alpha + other * (1 - alpha) for one, other in parts)).name()


def test_the_frame_of_the_chosen_highlight_surrounds_its_tint(drawn):
    outline = Outline(LINE, 20.0, 140.0)
    image = drawn(lambda p, painter: p.draw_over(painter, [Plan([], [], [outline], [])]))
    assert min(rows(image)) < LINE.baseline - Measure().rise
    assert max(rows(image)) > LINE.baseline + Measure().drop


@pytest.mark.parametrize("mirrored", [False, True])
def test_margin_marks_stay_on_their_side_of_the_column(drawn, mirrored):
    marks = Marks(LINE, ("o", "a"), 0, checked=True)
    margin = Margin(80, mirrored=mirrored)
    image = drawn(lambda p, painter: p.draw_marks(painter, [marks], margin))
    blank = QColor("white")
    used = [x for x in range(WIDTH) if any(image.pixelColor(x, y) != blank for y in range(60))]
    assert min(used) > 80 if mirrored else max(used) < 80
    assert {"#0072b2", "#c2570c"} <= colors(image)


@given(st.lists(st.tuples(st.integers(0, 0xFFFFFF), st.floats(0.05, 0.5)), min_size=1, max_size=4))
def test_layered_tints_equal_drawing_one_upon_the_other(tints):
    tints = [(QColor(color), share) for color, share in tints]
    background = 1.0
    red = background
    for color, share in tints:
        red = red * (1 - share) + color.redF() * share
    whole = layered(tints)
    mixed = background * (1 - whole.alphaF()) + whole.redF() * whole.alphaF()
    assert mixed == pytest.approx(red, abs=0.001)


def test_no_tint_at_all_is_transparent():
    assert layered([]).alpha() == 0
