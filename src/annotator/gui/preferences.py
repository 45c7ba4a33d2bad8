"""Settings at work: each is obeyed as it alters, kept on the disk, and altered in the dialog."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.errors import AnnotatorError
from annotator.gui.failures import sentence_on
from annotator.gui.finishing import kept_whole
from annotator.gui.page_style import page_style
from annotator.gui.ui_zoom import set_ui_zoom
from annotator.settings.table import (
    BLIND,
    QUEUE_ORDER,
    QUEUE_SEED,
    SHORTCUTS,
    SNAP,
    THEME,
    TICKS,
    UNSEEN,
    ZOOM,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.settings_dialog import SettingsDialog
    from annotator.gui.window import Window
    from annotator.settings.settings import Settings

_log = logging.getLogger(__name__)
SAVE_AFTER_MS = 400
# Numbers that are being turned up and down are obeyed when they rest.
OBEY_AFTER_MS = 60


class Preferences(QObject):
    """Lets one window obey the settings."""

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self.settings = settings
        self._dialog: SettingsDialog | None = None
        self._orders: dict[str, Callable[[], None]] = {
            THEME.key: self._wear,
            ZOOM.key: self._zoom,
            SHORTCUTS.key: self._rekey,
            TICKS.key: lambda: window.page.set_ticks(shown=settings.get(TICKS.key)),
            UNSEEN.key: lambda: window.page.set_unseen_badges(shown=settings.get(UNSEEN.key)),
            SNAP.key: self._snap,
            QUEUE_ORDER.key: self._order,
            QUEUE_SEED.key: self._order,
            BLIND.key: self._blind,
        }
        self._waiting: set[str] = set()
        self._obey_soon = self._timer(OBEY_AFTER_MS, self.obey)
        self._save_soon = self._timer(SAVE_AFTER_MS, self.save)
        self._forget = settings.observe(self._take)
        self.destroyed.connect(self._forget)
        window.activated.connect(self.look)
        window.closing.connect(self.close)
        window.articles.queue.chosen.connect(self.choose_order)
        window.articles.queue.shuffled.connect(self.shuffle)
        self._waiting.update(settings.altered)
        for key in (TICKS.key, UNSEEN.key, SNAP.key, QUEUE_ORDER.key):
            self._orders[key]()
        window.page.set_style(page_style(settings))
        window.reviewing.prepared = partial(kept_whole, window)

    def _timer(self, wait: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(slot)
        return timer

    def _take(self, key: str) -> None:
        self._waiting.add(key)
        self._obey_soon.start()
        self._save_soon.start()

    def obey(self) -> None:
        """Let the window follow what altered."""
        waiting, self._waiting = self._waiting, set()
        for key in waiting & self._orders.keys():
            self._orders[key]()
        if waiting - self._orders.keys():
            self._window.page.set_style(page_style(self.settings))
        self._window.menus.refresh()

    def _wear(self) -> None:
        self._window.themes.choose(self.settings.get(THEME.key))

    def _zoom(self) -> None:
        set_ui_zoom(self.settings.get(ZOOM.key))
        self._window.themes.apply()

    def _snap(self) -> None:
        self._window.page.snap_to_words = self.settings.get(SNAP.key)

    def _rekey(self) -> None:
        self._window.menus.rekey(self.settings.get(SHORTCUTS.key))
        # Labels have the keys that commands leave them.
        self._window.reviewing.codebook_changed.emit()

    def _order(self) -> None:
        seed = str(self.settings.get(QUEUE_SEED.key))
        self._window.articles.set_order(self.settings.get(QUEUE_ORDER.key), seed)

    def _blind(self) -> None:
        reviewing = self._window.reviewing
        if reviewing.project is not None:
            try:
                reviewing.project.set_blind(on=self.settings.get(BLIND.key))
            except AnnotatorError as error:
                reviewing.failed.emit(error)

    @property
    def blind(self) -> bool:
        """Whether what others did is to be hidden."""
        return bool(self.settings.get(BLIND.key))

    def toggle_blind(self) -> None:
        """Hide what others did in articles yet to be finished, or show it, from now on."""
        self.settings.set(BLIND.key, not self.blind)
        self.obey()

    def choose_order(self, order: str) -> None:
        """Show the articles in another order, from now on."""
        self.settings.set(QUEUE_ORDER.key, order)
        self.obey()

    def shuffle(self) -> None:
        """Take another random order."""
        seed = self.settings.get(QUEUE_SEED.key)
        self.settings.set(QUEUE_SEED.key, 0 if seed >= QUEUE_SEED.most else seed + 1)
        self.choose_order("random")

    def choose_theme(self, choice: str) -> None:
        """Wear another theme, now and from the next start on."""
        self.settings.set(THEME.key, choice)
        self.obey()

    def toggle_snapping(self) -> None:
        """Snap selections to words, or do so no more, from now on."""
        self.settings.set(SNAP.key, not self.settings.get(SNAP.key))
        self.obey()

    def show_dialog(self) -> None:
        """Show the settings beside the page."""
        from annotator.gui.settings_dialog import SettingsDialog  # noqa: PLC0415 - not at the start

        if self._dialog is None:
            self._dialog = SettingsDialog(self._window, self.settings)
        self._dialog.bring_up()

    def look(self) -> None:
        """Take over what another program wrote to the settings, and tell what is damaged."""
        self.settings.refresh()
        self.tell_damage()

    def tell_damage(self) -> None:
        """Say once what fell back to its default."""
        if self.settings.damage:
            told = " ".join(map(sentence_on, self.settings.damage))
            self._window.banner.show_note(told, stays=True)
            self.settings.damage.clear()
            self._save_soon.start()

    def save(self) -> None:
        """Write what altered; a failure is told, and nothing depends on it."""
        try:
            self.settings.save()
        except AnnotatorError as error:
            _log.warning("The settings could not be saved: %s", error)
            self._window.banner.show_error(sentence_on(error))

    def close(self) -> None:
        """Write what altered before the window goes."""
        self._save_soon.stop()
        if self._dialog is not None:
            self._dialog.close()
        self.save()
