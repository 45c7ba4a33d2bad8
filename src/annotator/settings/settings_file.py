"""The file of the settings: written whole or not at all, read even where it is damaged."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotator.core.file_errors import MissingFileError, UnreadableFileError, UnwritableFileError
from annotator.paths import config_dir
from annotator.settings.problems import DamagedSettingsError

_log = logging.getLogger(__name__)
NAME = "settings.json"
# What a file of settings may weigh; larger ones are something else.
MOST_BYTES = 1_000_000


def settings_path() -> Path:
    """Return where the settings are kept."""
    return config_dir() / NAME


def last_good(path: Path) -> Path:
    """Return where the state before the last writing is kept."""
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def read(path: Path) -> dict[str, Any]:
    """Return what a file holds, known or not.

    Raises:
        MissingFileError: there is no such file.
        UnreadableFileError: the system does not let us read it.
        DamagedSettingsError: it is no JSON object.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DamagedSettingsError(path)
        held = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, reason=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise DamagedSettingsError(path) from error
    if not isinstance(held, dict):
        raise DamagedSettingsError(path)
    return held


def keep_damaged(path: Path) -> None:
    """Set a damaged file aside, since the next writing would cover it."""
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError as error:
        _log.warning("The damaged settings %s could not be set aside: %s", path, error)


def write(path: Path, held: dict[str, Any]) -> None:
    """Write a file of settings; what it held before is kept beside it.

    Raises:
        UnwritableFileError: the system does not let us write there.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            json.dump(held, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        _keep_last_good(path)
        part.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableFileError(path, reason=reason) from error


def _keep_last_good(path: Path) -> None:
    """Give the file that is about to be replaced a second name, if it is whole."""
    try:
        read(path)
    except (MissingFileError, UnreadableFileError, DamagedSettingsError):
        return
    spare = path.with_name(f".{path.name}.{os.getpid()}.last")
    spare.write_bytes(path.read_bytes())
    spare.replace(last_good(path))
