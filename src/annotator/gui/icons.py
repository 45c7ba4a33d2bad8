"""The program's icons, in the ink of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from annotator.paths import resource

if TYPE_CHECKING:
    from annotator.gui.theme import Theme


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon by its name, such as ``close``."""
    return QIcon(str(resource("icons", theme.icons, f"{name}.svg")))


def application_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(resource("icons", "app.svg")))
