"""Themes: colors read from ``resources/themes``, and which of them the window wears."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from annotator.gui.style_sheet import style_sheet
from annotator.gui.ui_zoom import ui_zoom, zoomed_sheet
from annotator.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import Qt

    from annotator.core.records import Label

SYSTEM = "system"
LIGHT, DARK, HIGH_CONTRAST = "light", "dark", "high-contrast"
# The luminance up to which white keeps a contrast of 4.5:1; above it a dark letter has more.
LIGHTEST_UNDER_WHITE = 0.1833
# What text needs, a little more for rounding, and by what a tint gives way to it.
READABLE = 4.55
ALPHA_STEP = 0.01
CHOICES = (SYSTEM, LIGHT, DARK, HIGH_CONTRAST)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colors of the window; ``tint`` and ``selected_tint`` are shares from 0 to 1.

    ``ground`` lies under the current sentence, ``selection`` under selected text.
    """

    key: str
    name: str
    dark: bool
    icons: str
    dark_labels: bool
    page: QColor
    side: QColor
    field: QColor
    lines: QColor
    ground: QColor
    selection: QColor
    ink: QColor
    muted: QColor
    on_accent: QColor
    accent: QColor
    focus: QColor
    saved: QColor
    warning: QColor
    error: QColor
    tint: float
    selected_tint: float
    line_width: int

    def label_color(self, label: Label) -> QColor:
        """Return the color of a label's line and badge on this theme's page."""
        return QColor(label.color_dark if self.dark_labels else label.color_light)

    def on_label(self, label: Label) -> QColor:
        """Return the color of a letter on a label's badge."""
        return QColor(
            "#14161A" if luminance(self.label_color(label)) > LIGHTEST_UNDER_WHITE else "#FFFFFF"
        )

    def palette(self) -> QPalette:
        """Return the palette that every widget of the window inherits."""
        palette = QPalette()
        for role, color in self._roles().items():
            palette.setColor(role, color)
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.muted)
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, QColor]:
        role = QPalette.ColorRole
        return {
            role.Window: self.side,
            role.WindowText: self.ink,
            role.Base: self.field,
            role.AlternateBase: self.side,
            role.Text: self.ink,
            role.PlaceholderText: self.muted,
            role.Button: self.side,
            role.ButtonText: self.ink,
            role.BrightText: self.error,
            role.ToolTipBase: self.field,
            role.ToolTipText: self.ink,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Accent: self.accent,
            role.Light: self.field,
            role.Midlight: self.lines,
            role.Mid: self.lines,
            role.Dark: self.lines,
            role.Shadow: self.lines,
        }


@cache
def load_theme(key: str) -> Theme:
    """Read a theme of the program by its key, such as ``light``."""
    return _theme(key, tomllib.loads(resource("themes", f"{key}.toml").read_text("utf-8")))


def _theme(key: str, read: Mapping[str, Mapping[str, str]]) -> Theme:
    surface, text, accent, status = (read[part] for part in ("surface", "text", "accent", "status"))
    highlight = read["highlight"]
    return Theme(
        key=key,
        name=str(read["name"]),
        dark=bool(read["dark"]),
        icons=str(read["icons"]),
        dark_labels=str(read["label_colors"]) == DARK,
        page=QColor(surface["page"]),
        side=QColor(surface["side"]),
        field=QColor(surface["field"]),
        lines=QColor(surface["line"]),
        ground=QColor(surface["sentence"]),
        selection=QColor(surface["selection"]),
        ink=QColor(text["ink"]),
        muted=QColor(text["muted"]),
        on_accent=QColor(text["on_accent"]),
        accent=QColor(accent["accent"]),
        focus=QColor(accent["focus"]),
        saved=QColor(status["saved"]),
        warning=QColor(status["warning"]),
        error=QColor(status["error"]),
        tint=float(highlight["tint"]) / 100,
        selected_tint=float(highlight["selected_tint"]) / 100,
        line_width=int(highlight["line_width"]),
    )


class ThemeChoice(QObject):
    """The theme chosen by the user, or by the system where the user leaves it to that."""

    changed = Signal(object)

    def __init__(self, choice: str = SYSTEM, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else SYSTEM
        self._worn: tuple[Theme, float] | None = None
        QApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """One of ``CHOICES``."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return load_theme(theme_key(self._choice))

    def choose(self, choice: str) -> None:
        """Wear another theme, or follow the system."""
        self._choice = choice
        self.apply()

    def apply(self) -> None:
        """Dress the application and tell those who paint themselves; costs nothing when worn."""
        theme, zoom = self.theme, ui_zoom()
        application = QApplication.instance()
        if (theme, zoom) == self._worn or not isinstance(application, QApplication):
            return
        self._worn = theme, zoom
        application.setPalette(theme.palette())
        application.setStyleSheet(zoomed_sheet(style_sheet(theme)))
        self.changed.emit(theme)

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        self.apply()


def luminance(color: QColor) -> float:
    """Return the relative luminance of a color, from 0 to 1, as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the formula's
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(tint: QColor, theme: Theme) -> QColor:
    """Return a translucent color no denser than leaves the ink on it a contrast of 4.5:1.

    Under it lie the page, or the ground of the current sentence.
    """
    ink, alpha = luminance(theme.ink), tint.alphaF()
    while (
        alpha > 0
        and min(
            _contrast(ink, luminance(_over(tint, alpha, ground)))
            for ground in (theme.page, theme.ground)
        )
        < READABLE
    ):
        alpha = max(alpha - ALPHA_STEP, 0.0)
    found = QColor(tint)
    found.setAlphaF(alpha)
    return found


def _over(tint: QColor, alpha: float, ground: QColor) -> QColor:
    pairs = (
        (tint.redF(), ground.redF()),
        (tint.greenF(), ground.greenF()),
        (tint.blueF(), ground.blueF()),
    )
    return QColor.fromRgbF(*(above * alpha + below * (1 - alpha) for above, below in pairs))


def _contrast(one: float, other: float) -> float:
    """Return the contrast ratio of two luminances, as WCAG 2 defines it."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def theme_key(choice: str) -> str:
    """Return the key of the theme that a choice means on this system at this moment."""
    return choice if choice in CHOICES and choice != SYSTEM else _system_key()


def _system_key() -> str:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to come by, after the first paint

    hints = QApplication.styleHints()
    # Qt tells of contrast from 6.10 on.
    if hasattr(hints, "accessibility"):
        contrast = hints.accessibility().contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
    scheme = hints.colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
