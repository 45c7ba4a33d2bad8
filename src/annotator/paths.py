"""Where the program's own files and the user's folders are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent
# An installed wheel carries the folder inside the package; a checkout, and an editable
# install of it, have it beside src/.
_RESOURCE_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parents[1] / "resources")


class ResourceMissingError(AnnotatorError):
    """A file of the program itself that is not where it was installed."""

    def __init__(self, name: str, looked_in: tuple[Path, ...]) -> None:
        self.name, self.looked_in = name, looked_in
        folders = " and ".join(str(folder) for folder in looked_in)
        super().__init__(
            f"The program's own file {name} is missing (looked in {folders}): install it again."
        )


class HomeMissingError(AnnotatorError):
    """A folder named by ``ANNOTATOR_HOME`` that there cannot be."""

    def __init__(self, home: str) -> None:
        self.home = home
        super().__init__(f"ANNOTATOR_HOME names {home}, which is no folder here; set another one.")


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files or folders, such as a sample or an icon.

    Raises:
        ResourceMissingError: it is neither in the checkout nor in the installed package.
    """
    for root in _RESOURCE_ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise ResourceMissingError("/".join(parts) or "resources", _RESOURCE_ROOTS)


def data_dir() -> Path:
    """Return the folder of the user's projects and backups, which may not exist yet."""
    return _portable("data") or _directories().user_data_path


def config_dir() -> Path:
    """Return the folder of the user's settings, which may not exist yet."""
    return _portable("config") or _directories().user_config_path


def state_dir() -> Path:
    """Return the folder of journals, locks and the profile, which may not exist yet."""
    return _portable("state") or _directories().user_state_path


def cache_dir() -> Path:
    """Return the folder of what can be made anew, which may not exist yet."""
    return _portable("cache") or _directories().user_cache_path


def log_dir() -> Path:
    """Return the folder of the logs, which may not exist yet."""
    return _portable("log") or _directories().user_log_path


def journal_dir() -> Path:
    """Return the folder of the journals of acknowledged changes, which may not exist yet."""
    return state_dir() / "journals"


def backup_dir() -> Path:
    """Return the folder of copies made before an upgrade, which may not exist yet."""
    return data_dir() / "backups"


def default_project() -> Path:
    """Return the project that opens when none is named, which may not exist yet."""
    return data_dir() / "projects" / "My facts.factproj"


def _portable(folder: str) -> Path | None:
    """Return the folder under ``ANNOTATOR_HOME``, None where that is not set."""
    home = os.environ.get("ANNOTATOR_HOME")
    try:
        return Path(home).expanduser().absolute() / folder if home else None
    except (RuntimeError, OSError) as error:
        raise HomeMissingError(str(home)) from error


@cache
def _directories() -> PlatformDirs:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - only who asks pays for the import

    return PlatformDirs("fact-annotator", appauthor=False)
