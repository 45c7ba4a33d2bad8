"""The head of the page, which scrolls with the text without being part of it: title and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from annotator.gui.page_measure import HEADER_GAP, TEXT_SIZE, TOP_MARGIN
from annotator.gui.plain import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.core.records import Article
    from annotator.gui.page_measure import Measure
    from annotator.gui.theme import Theme

SERIFS = (
    "Noto Serif",
    "Source Serif 4",
    "Charter",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
)
# Bidirectional isolates: a name in another script does not reorder its neighbors.
_ISOLATED = "\u2068{}\u2069"


def text_font(size: int, family: str = "") -> QFont:
    """Return the face of the article's text in pixels; the serifs stand in for what it lacks."""
    font = QFont()
    font.setFamilies([family, *SERIFS] if family else list(SERIFS))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size)
    return font


def source_line(article: Article, sentences: int) -> str:
    """Return where an article comes from, in one line."""
    date = QDate.fromString(article.published[:10], Qt.DateFormat.ISODate)
    parts = (
        article.publisher,
        ", ".join(article.authors),
        QLocale().toString(date, "d MMMM yyyy") if date.isValid() else article.published,
        "1 sentence" if sentences == 1 else f"{number(sentences)} sentences",
        _language(article.language),
    )
    return " · ".join(_ISOLATED.format(part) for part in parts if part)


def _language(code: str) -> str:
    language = QLocale(code.replace("-", "_")).language()
    unknown = (QLocale.Language.C, QLocale.Language.AnyLanguage)
    return "" if language in unknown else QLocale.languageToString(language)


def begins_with_title(text: str, title: str) -> bool:
    r"""Tell whether the first paragraph that is not blank is the title.

    >>> begins_with_title("\n Dam declared  safe\nThe ministry said so.", "Dam declared safe")
    True
    """
    first = text[: 2 * len(title) + 1_000].lstrip().partition("\n")[0]
    return bool(first) and first.split() == title.split()


class PageHeader:
    """The laid-out title, unless the text has it itself, and source line of one article."""

    def __init__(
        self, article: Article, sentences: int, measure: Measure, *, titled: bool = True
    ) -> None:
        title_font = text_font(round(27 * measure.size / TEXT_SIZE), measure.family)
        title_font.setWeight(QFont.Weight.DemiBold)
        source_font = QFont()
        source_font.setPixelSize(round(13 * measure.size / TEXT_SIZE))
        rtl = article.direction == "rtl"
        title = article.title.replace("\n", " ") if titled else ""
        self._title = _layout(title, title_font, rtl=rtl) if title else None
        self._source = _layout(source_line(article, sentences), source_font, rtl=rtl)
        self._source_top: float = TOP_MARGIN
        self.bottom = 0.0

    def lay_out(self, width: float) -> None:
        """Break the lines for a column; ``bottom`` is then where the text begins."""
        self._source_top = TOP_MARGIN
        if self._title is not None:
            self._source_top += _break(self._title, width, 1.22) + 8
        self.bottom = round(self._source_top + _break(self._source, width, 1.4) + HEADER_GAP)

    def draw(self, painter: QPainter, left: float, theme: Theme) -> None:
        """Draw it above the text, in the document's coordinates."""
        painter.setPen(theme.ink)
        if self._title is not None:
            self._title.draw(painter, QPointF(left, TOP_MARGIN))
        painter.setPen(theme.muted)
        self._source.draw(painter, QPointF(left, self._source_top))


def _layout(text: str, font: QFont, *, rtl: bool) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _break(layout: QTextLayout, width: float, leading: float) -> float:
    """Break into lines, so many times their font's size apart; return the height."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += layout.font().pixelSize() * leading
    layout.endLayout()
    return height
