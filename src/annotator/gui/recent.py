"""The projects opened last: a menu, offers of the field on top, buttons of the empty notice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.command_field import Offer
from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.gui.session import Session

MOST_BUTTONS = 4


class Recent(QObject):
    """The recent projects of a session, the newest first; ``chosen`` carries a path.

    Which of them are still there is asked when somebody looks, not before.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.menu = QMenu(self.tr("Open recent"), parent)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)

    def follow(self, session: Session) -> None:
        """Show what a session remembers."""
        self._session = session
        self.menu.setEnabled(bool(self.paths))

    def add(self, path: Path) -> None:
        """Put a project before all others."""
        if self._session is not None:
            self._session.remember(path)
        self.menu.setEnabled(True)

    def clear(self) -> None:
        """Forget all of them."""
        if self._session is not None:
            self._session.recent.clear()
        self.menu.setEnabled(False)

    @property
    def paths(self) -> list[Path]:
        """The recent projects, those that are gone included."""
        names: list[object] = [*self._session.recent] if self._session else []
        return [Path(name) for name in names if isinstance(name, str)]

    def present(self) -> list[Path]:
        """Return those that are still there."""
        return [path for path in self.paths if _is_there(path)]

    def fill(self) -> None:
        """Make the menu's entries anew."""
        self.menu.clear()
        for path, name in zip(self.paths, told_apart(self.paths), strict=True):
            entry = self.menu.addAction(name.replace("&", "&&"))
            entry.triggered.connect(partial(self._choose, path))
            entry.setEnabled(_is_there(path))
            told = "{0}" if entry.isEnabled() else self.tr("{0} is not there any more.")
            entry.setToolTip(tooltip(told.format(path)))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Clear this list")).triggered.connect(self.clear)

    def _choose(self, path: Path, _checked: object = None) -> None:
        self.chosen.emit(path)

    def offers(self, at_hand: Path | None) -> Iterator[Offer]:
        """Yield the recent projects besides the one at hand, for the field on top."""
        hint = self.tr("Recent project")
        paths = self.present()
        for path, name in zip(paths, told_apart(paths), strict=True):
            if path != at_hand:
                yield Offer(name, hint, partial(self._choose, path))


def told_apart(paths: Sequence[Path]) -> list[str]:
    """Return what to call each project: its name, with the folder where two share one.

    >>> told_apart([Path("/a/Dam.factproj"), Path("/b/Dam.factproj"), Path("/c/Road.factproj")])
    ['Dam (a)', 'Dam (b)', 'Road']
    """
    names = [path.stem for path in paths]
    return [
        f"{path.stem} ({path.parent.name})" if names.count(path.stem) > 1 else path.stem
        for path in paths
    ]


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
