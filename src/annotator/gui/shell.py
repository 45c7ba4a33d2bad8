"""What is painted first: the empty window in its place and colors, until its parts are there.

Nothing heavy may be imported here, not even Qt's own namespace of enumerations (20 ms), and no
text is drawn, which would load the fonts: the time to this paint is the time a user waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.columns import ARTICLES, INSPECTOR, WIDTHS, fitting
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent

    from annotator.gui.session import Session
    from annotator.gui.theme import Theme

SIZE = (1440, 900)
COLUMNS = (WIDTHS[ARTICLES], WIDTHS[INSPECTOR])
TOP_HEIGHT = 44
BOTTOM_HEIGHT = 40
# What window systems put above a window lies outside its geometry.
TITLE_BAR = 36
# A window that starts out of sight is never painted; its parts come all the same.
UNPAINTED_MS = 400


class Shell(QWidget):
    """The top-level window; ``painted`` comes once, after which ``adopt`` fills it."""

    painted = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content: QWidget | None = None
        self._waiting = True
        self._hidden = set(session.hidden)
        self._columns = _side_columns(session.columns)
        self.setWindowTitle(self.tr("Fact Annotator"))
        restore_place(self, session)
        QTimer.singleShot(UNPAINTED_MS, self, self._tell)

    def adopt(self, content: QWidget) -> None:
        """Fill the window with its parts, whose title it wears from now on."""
        self._content = content
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(content)
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        content.show()

    def _tell(self) -> None:
        if self._waiting:
            self._waiting = False
            self.painted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the empty columns, which the parts will cover."""
        if self._content is not None:
            super().paintEvent(event)
            return
        theme, whole = self._theme, self.rect()
        middle = whole.adjusted(0, zoomed(TOP_HEIGHT), 0, -zoomed(BOTTOM_HEIGHT))
        wanted = [name for name in (ARTICLES, INSPECTOR) if name not in self._hidden]
        shown = fitting(wanted, whole.width())
        left, right = (
            width if name in shown else 0
            for name, width in zip((ARTICLES, INSPECTOR), self._columns, strict=True)
        )
        with QPainter(self) as painter:
            fill(painter, whole, theme.side)
            fill(painter, middle.adjusted(0, -1, 0, 1), theme.lines)
            fill(painter, middle, theme.side)
            fill(painter, middle.adjusted(left, 0, -right, 0), theme.page)
        # The event loop shows this picture before the parts are built.
        QTimer.singleShot(0, self, self._tell)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the parts first: they remember the place and let go of the project."""
        if self._content is not None and not self._content.close():
            event.ignore()  # something is yet to be saved; the content closes this by itself
            return
        super().closeEvent(event)


def fill(painter: QPainter, area: QRect, color: QColor) -> None:
    """Fill an area by a stretched picture: a brush would load Qt's namespace."""
    swatch = QPixmap(1, 1)
    swatch.fill(color)
    painter.drawPixmap(area, swatch)


def _side_columns(widths: Sequence[object]) -> tuple[int, int]:
    match widths:
        case [int(left), int(), int(right)]:
            return left, right
    return COLUMNS


def restore_place(window: QWidget, session: Session) -> None:
    """Put a window where it was left, within the screen that shows most of that place.

    A place that no screen shows any more is forgotten for the usual size, which is cut down to
    the screen as well.
    """
    place = _remembered(session.geometry)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    seen = [screen for screen in screens if place is not None and _shows(screen, place)]
    if place is not None and seen:
        window.setGeometry(_inside(max(seen, key=lambda one: _shared(one, place)), place))
    else:
        room = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(_inside(room, QRect(0, 0, *SIZE)).size())
    if session.maximized:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to come by, see above

        window.setWindowState(Qt.WindowState.WindowMaximized)


def _remembered(geometry: Sequence[object]) -> QRect | None:
    numbers = [number for number in geometry if isinstance(number, int)]
    return QRect(*numbers) if len(numbers) == 4 else None  # noqa: PLR2004 - left, top, width, height


def _shows(screen: QRect, place: QRect) -> bool:
    """Tell whether a screen shows enough of a window's head to take it by."""
    head = screen.intersected(QRect(place.left(), place.top(), place.width(), 40))
    return head.width() >= min(120, place.width()) and head.height() > 0


def _shared(screen: QRect, place: QRect) -> int:
    shared = screen.intersected(place)
    return shared.width() * shared.height()


def _inside(screen: QRect, place: QRect) -> QRect:
    """Return a place moved, and where it is too large cut, so that the screen shows all of it."""
    room = screen.adjusted(0, TITLE_BAR, 0, 0)
    width, height = min(place.width(), room.width()), min(place.height(), room.height())
    return QRect(
        min(max(place.left(), room.left()), room.right() + 1 - width),
        min(max(place.top(), room.top()), room.bottom() + 1 - height),
        width,
        height,
    )
