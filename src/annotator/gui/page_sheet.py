"""The sheet a page is painted on: the article's document, laid out, loaded in slices, dressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.records import Codebook
from annotator.gui.bridge import Bridge
from annotator.gui.page_geometry import Margin
from annotator.gui.page_header import PageHeader, begins_with_title
from annotator.gui.page_layout import PageLayout
from annotator.gui.page_loading import PageLoader
from annotator.gui.page_measure import (
    BOTTOM_MARGIN,
    INNER_MARGIN,
    OUTER_MARGIN,
    Measure,
)
from annotator.gui.page_paint import PagePainter
from annotator.gui.ruler_paint import WIDTH as RULER_WIDTH
from annotator.gui.theme import LIGHT, load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.gui.theme import Theme
    from annotator.service.open_article import OpenArticle

# Blocks to load beyond one that is gone to, so that it can stand in the middle.
AHEAD = 40
NO_LABELS = Codebook(revision=0, guideline="", labels=())


class PageSheet(QTextEdit):
    """A read-only text of one article with its head, margins and colors, and no highlights."""

    _ticks = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article: OpenArticle | None = None
        self._theme = load_theme(LIGHT)
        self._codebook = NO_LABELS
        self._measure = Measure()
        self._bridge = Bridge("")
        self._loader = PageLoader(self._bridge, self._measure, rtl=False, parent=self)
        self._header: PageHeader | None = None
        self._set_up_frame()
        self._renew()
        self.set_theme(self._theme)

    def _set_up_frame(self) -> None:
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        # The page paints its own ground, so that Qt need not paint all that lies behind it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: bar.setEnabled(most > 0))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colors."""
        self._theme = theme
        palette = self.palette()
        for role, color in (
            (QPalette.ColorRole.Base, theme.page),
            (QPalette.ColorRole.Window, theme.page),
            (QPalette.ColorRole.Text, theme.ink),
            (QPalette.ColorRole.Highlight, theme.selection),
            (QPalette.ColorRole.HighlightedText, theme.ink),
        ):
            palette.setColor(role, color)
        self.setPalette(palette)
        self._renew_painter()

    def set_codebook(self, codebook: Codebook) -> None:
        """Take other labels; the article stays where it is."""
        self._codebook = codebook
        self._renew_painter()

    def _renew_painter(self) -> None:
        self._painter = PagePainter(self._theme, self._codebook, self._measure, ticks=self._ticks)
        self.viewport().update()

    @property
    def _rtl(self) -> bool:
        return self.article is not None and self.article.article.direction == "rtl"

    @property
    def _headed(self) -> bool:
        """True where the text begins with the article's title, which then stands there alone."""
        article = self.article
        return article is not None and begins_with_title(article.text, article.article.title)

    def _renew(self) -> None:
        """Lay the article out from nothing: the first screen now, the rest between events."""
        old, text = self._loader, self.article.text if self.article else ""
        old.stop()
        self._bridge = Bridge(text)
        self._loader = PageLoader(self._bridge, self._measure, rtl=self._rtl, parent=self)
        self._layout = PageLayout(self._loader.document, self._bridge, self._measure)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if self.article else policy.ScrollBarAlwaysOff
        )
        self._center()
        self._renew_header()
        self.setDocument(self._loader.document)
        self._loader.begin(headed=self._headed)
        old.deleteLater()
        self._loader.start()

    def _renew_header(self) -> None:
        self._header = None
        if self.article is not None:
            count = len(self.article.sentences)
            self._header = PageHeader(
                self.article.article, count, self._measure, titled=not self._headed
            )
        self._lay_out_header()
        self.viewport().update()

    def _recount_header(self) -> None:
        """Tell another number of sentences in the head, and repaint it alone."""
        article, before = self.article, self._header
        if article is None or before is None:
            return
        count, titled = len(article.sentences), not self._headed
        header = PageHeader(article.article, count, self._measure, titled=titled)
        header.lay_out(self._column_right - self._column_left)
        if header.bottom != before.bottom:
            self._renew_header()
            return
        self._header = header
        top = -self.verticalScrollBar().value()
        self.viewport().update(QRect(0, top, self._page_width, int(header.bottom)))

    def _lay_out_header(self) -> None:
        root = self._loader.document.rootFrame()
        frame_format = root.frameFormat()
        before = frame_format.topMargin(), frame_format.leftMargin()
        if self._header is not None:
            self._header.lay_out(self._column_right - self._column_left)
            frame_format.setTopMargin(self._header.bottom)
        frame_format.setBottomMargin(BOTTOM_MARGIN)
        frame_format.setLeftMargin(self._column_left)
        frame_format.setRightMargin(self._page_width - self._column_right)
        if before != (frame_format.topMargin(), frame_format.leftMargin()):
            root.setFrameFormat(frame_format)
        self._layout.forget()

    @property
    def _page_width(self) -> int:
        return self.viewport().width()

    @property
    def _column_left(self) -> int:
        return OUTER_MARGIN if self._rtl else INNER_MARGIN

    @property
    def _column_right(self) -> int:
        return max(
            self._page_width - (INNER_MARGIN if self._rtl else OUTER_MARGIN),
            self._column_left + 1,
        )

    @property
    def _margin(self) -> Margin:
        return Margin(self._column_right if self._rtl else self._column_left, mirrored=self._rtl)

    def event(self, event: QEvent) -> bool:
        """Center the page before Qt lays out, and scroll from the empty sides as well."""
        if event.type() == QEvent.Type.Resize:
            self._center()
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._layout.forget()
        if event.type() == QEvent.Type.Wheel:
            self.wheelEvent(event)  # type: ignore[arg-type]  # its type says what it is
            return True
        return super().event(event)

    def _center(self) -> None:
        """Give what is wider than the page to both its sides."""
        bar = self.verticalScrollBar().sizeHint().width() if self.article else 0
        side = max((self.width() - bar - self._measure.page_width) // 2, 0)
        # The overview ruler stands between the page and the scroll bar.
        self.setViewportMargins(side, 0, max(side, RULER_WIDTH if self.article else 0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew where the width of the page changed."""
        if event.size().width() != event.oldSize().width():
            self._lay_out_header()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the text's own face where Qt would set it in the window's."""
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    def loadResource(self, _type: int, _name: object) -> object:  # noqa: N802 - Qt's name
        """Load nothing: an article is text."""
        return None

    def _visible(self) -> tuple[float, float]:
        top = self.verticalScrollBar().value()
        return top, top + self.viewport().height()
