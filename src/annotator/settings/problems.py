"""What can be wrong with a setting that is asked for, given, or read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import UsageError
from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class UnknownSettingError(UsageError):
    """A key that names no setting."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"There is no setting “{key}”; “annotator settings list” names them all.")


class SettingValueError(UsageError):
    """A value that a setting cannot have; ``accepts`` says which it can."""

    def __init__(self, key: str, given: str, accepts: str) -> None:
        self.key, self.given, self.accepts = key, given, accepts
        super().__init__(f"{key} cannot be “{given}”; give {accepts}.")


class DamagedSettingsError(FileProblemError):
    """A file that should hold settings and does not."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "holds no settings; choose a file that this program has written.")


class SettingsRestoredError(FileProblemError):
    """A damaged file of settings for which the last good one stands in."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was damaged; the last good settings are in force.")


class SettingsResetError(FileProblemError):
    """A damaged file of settings without a last good one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was damaged; all settings have their defaults again.")
