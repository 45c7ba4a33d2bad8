from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from annotator.gui.article_painter import MAX_LINES, title_lines

WIDTH = 236
words = st.text("abc iW🚰中ه́", max_size=120)


def font():
    chosen = QFont()
    chosen.setPixelSize(13)
    return chosen


@given(words)
def test_a_title_takes_at_most_two_lines_and_none_is_too_wide(qapp, title):
    lines = title_lines(title, font(), WIDTH)
    metrics = QFontMetrics(font())
    assert 1 <= len(lines) <= MAX_LINES
    assert all(metrics.horizontalAdvance(line) <= WIDTH for line in lines)


@given(words)
def test_a_title_that_fits_stays_whole(qapp, title):
    lines = title_lines(title, font(), WIDTH)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(title.split())


def test_words_stay_together_where_they_can(qapp):
    title = "Dam at Ostrava Ford declared safe as valley empties"
    lines = title_lines(title, font(), WIDTH)
    assert len(lines) == MAX_LINES
    assert " ".join(lines) == title
