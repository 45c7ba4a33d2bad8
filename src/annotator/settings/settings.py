"""The settings in force: asked by key, altered by key, told to those who observe them."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import MissingFileError, UnreadableFileError
from annotator.paths import config_dir
from annotator.settings import settings_file
from annotator.settings.problems import (
    DamagedSettingsError,
    SettingsResetError,
    SettingsRestoredError,
    SettingValueError,
    UnknownSettingError,
)
from annotator.settings.table import BY_KEY, SETTINGS, THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from annotator.settings.declaration import Setting, Value

_log = logging.getLogger(__name__)


class Settings:
    """The values that differ from their defaults, in memory alone or, given a path, in a file.

    ``damage`` holds an error for each thing that fell back to its default when it was read;
    ``fresh`` tells that there was no file yet.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.fresh = False
        self.damage: list[AnnotatorError] = []
        self._held: dict[str, Any] = {}
        self._altered: set[str] = set()
        self._seen: tuple[int, int] | None = None
        self._unread = ""
        self._observers: list[Callable[[str], None]] = []

    def get(self, key: str) -> Any:  # noqa: ANN401 - what a setting holds is for its sort to say
        """Return the value of a setting.

        >>> Settings().get("page.text_size")
        19
        """
        setting = declared(key)
        return self._held.get(key, setting.default)

    def set(self, key: str, value: Value) -> None:
        """Give a setting a value and tell the observers.

        Raises:
            UnknownSettingError: there is no such setting.
            SettingValueError: it cannot have that value.
        """
        setting = declared(key)
        if not setting.fits(value):
            raise SettingValueError(key, _shown(value), setting.accepts)
        if value == self.get(key):
            return
        self._held.pop(key, None)
        if value != setting.default:
            self._held[key] = value
        self._altered.add(key)
        self._tell([key])

    def read(self, key: str, word: str) -> None:
        """Give a setting the value that a word means."""
        value = declared(key).read(word)
        if value is None:
            raise SettingValueError(key, word, declared(key).accepts)
        self.set(key, value)

    def reset(self, key: str) -> None:
        """Give a setting its default."""
        self.set(key, declared(key).default)

    def is_default(self, key: str) -> bool:
        """Tell whether a setting has its default."""
        return bool(self.get(key) == declared(key).default)

    def observe(self, observer: Callable[[str], None]) -> Callable[[], None]:
        """Call back with the key of each setting that alters; return how to end that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def _tell(self, keys: Iterable[str]) -> None:
        for key in keys:
            for observer in tuple(self._observers):
                observer(key)

    @property
    def altered(self) -> frozenset[str]:
        """The keys of what is not in the file yet."""
        return frozenset(self._altered)

    def save(self) -> None:
        """Write what was altered; what another program wrote meanwhile, or we know not, stays.

        Raises:
            UnreadableFileError: what stays cannot be read, and would be lost.
            UnwritableFileError: the system does not let us write there.
        """
        if self.path is None or not self._altered:
            return
        held = self._in_file(self.path)
        for key in self._altered:
            held.pop(key, None)
            if key in self._held:
                held[key] = self._held[key]
        settings_file.write(self.path, held)
        self._altered.clear()
        self._seen = _stamp(self.path)
        self._replace(held)

    def _in_file(self, path: Path) -> dict[str, Any]:
        try:
            return settings_file.read(path)
        except (MissingFileError, DamagedSettingsError):
            return dict(self._held)

    def refresh(self) -> None:
        """Take over what another program wrote to the file, if anything."""
        if self.path is None or self._altered or _stamp(self.path) == self._seen:
            return
        self.load()

    def load(self) -> None:
        """Read the file; whatever is damaged in it has its default, or its last good value."""
        if self.path is None:
            return
        self.damage.clear()
        self._seen = _stamp(self.path)
        try:
            held = settings_file.read(self.path)
        except MissingFileError:
            self.fresh, held = True, {}
        except UnreadableFileError as error:
            # The file may be whole: what was read of it before stays in force.
            _log.warning("The settings cannot be read: %s", error)
            if self._unread != str(error):
                self.damage.append(error)
            self._seen, self._unread = None, str(error)
            return
        except DamagedSettingsError as error:
            held = self._last_good(self.path, error)
        self._unread = ""
        self._replace(held)

    def _last_good(self, path: Path, error: DamagedSettingsError) -> dict[str, Any]:
        _log.warning("The settings are damaged: %s", error)
        settings_file.keep_damaged(path)
        try:
            held = settings_file.read(settings_file.last_good(path))
        except AnnotatorError:
            held = {}
        self.damage.append(SettingsRestoredError(path) if held else SettingsResetError(path))
        # The next saving makes a whole file of them again.
        self._altered.update(held.keys() & BY_KEY.keys())
        return held

    def _replace(self, held: Mapping[str, Any]) -> None:
        before = {setting.key: self.get(setting.key) for setting in SETTINGS}
        self._held = {}
        for key, value in held.items():
            setting = BY_KEY.get(key)
            if setting is None or setting.fits(value):
                self._held[key] = value
                continue
            problem = SettingValueError(key, _shown(value), setting.accepts)
            _log.warning("A setting is damaged: %s", problem)
            self.damage.append(problem)
            self._altered.add(key)
        self._tell(key for key, value in before.items() if self.get(key) != value)

    def export(self, target: Path) -> None:
        """Write all values that differ from their defaults to a file of the user's choice."""
        settings_file.write(target, {key: self._held[key] for key in self._held if key in BY_KEY})

    def take_over(self, source: Path) -> list[str]:
        """Take the values from a file, defaults for what it leaves out; return what did not fit.

        Raises:
            FileProblemError: it cannot be read, or holds no settings.
        """
        read = settings_file.read(source)
        refused = []
        for setting in SETTINGS:
            value: Any = read.get(setting.key, setting.default)
            if setting.fits(value):
                self.set(setting.key, value)
            else:
                refused.append(setting.key)
        return refused


def declared(key: str) -> Setting:
    """Return the declaration of a setting."""
    try:
        return BY_KEY[key]
    except KeyError:
        raise UnknownSettingError(key) from None


def load_settings() -> Settings:
    """Return the user's settings; nothing about their file can keep the program from starting."""
    settings = Settings(settings_file.settings_path())
    settings.load()
    if settings.fresh:
        _take_theme(settings)
    return settings


def _take_theme(settings: Settings) -> None:
    """Take over the theme from the file in which the window remembered it before."""
    try:
        theme: Any = settings_file.read(config_dir() / "session.json").get("theme")
    except AnnotatorError:
        return
    if THEME.fits(theme):
        settings.set(THEME.key, theme)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
