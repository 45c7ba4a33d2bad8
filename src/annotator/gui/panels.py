"""Which of the outer columns are shown: those that the user wants, as far as they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.columns import fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget


class Panels:
    """The outer columns by name; a narrow window hides some without forgetting the choice.

    ``leave`` is called with a column that is about to be hidden.
    """

    def __init__(self, panels: Mapping[str, QWidget], leave: Callable[[QWidget], None]) -> None:
        self._panels = panels
        self._leave = leave
        self._wanted = list(panels)
        self._width = 0

    @property
    def hidden(self) -> list[str]:
        """The names of the columns that the user does not want to see."""
        return [name for name in self._panels if name not in self._wanted]

    def hide(self, names: Iterable[str]) -> None:
        """Take these columns, and no others, for those that the user does not want."""
        unwanted = set(names)
        self._wanted = [name for name in self._panels if name not in unwanted]
        self._show()

    def toggle(self, panel: QWidget) -> None:
        """Hide a column, or show it before all others."""
        name = next(name for name, one in self._panels.items() if one is panel)
        was_hidden = panel.isHidden()
        self._wanted = [one for one in self._wanted if one != name]
        if was_hidden:
            self._wanted.insert(0, name)
        self._show()

    def fit(self, width: int) -> None:
        """Show what a window of this width has room for."""
        self._width = width
        self._show()

    def _show(self) -> None:
        shown = fitting(self._wanted, self._width)
        for name, panel in self._panels.items():
            if panel.isHidden() is (name in shown):
                if name not in shown:
                    self._leave(panel)
                panel.setVisible(name in shown)
