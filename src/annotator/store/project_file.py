"""Opening project files: looked at before they are touched, made whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert

from annotator import paths
from annotator.core.project_errors import (
    DiskFullError,
    NoRoomForProjectError,
    ProjectFileError,
    ProjectFolderMissingError,
    ProjectIsFolderError,
    ProjectPlaceError,
    ProjectUnmakeableError,
    ReadOnlyProjectError,
)
from annotator.store import clock, schema
from annotator.store.backup import back_up
from annotator.store.engine import BUSY_SECONDS, Database, is_open_here
from annotator.store.failures import one_line
from annotator.store.files import beside, publish
from annotator.store.format import NEWEST, revision_of
from annotator.store.header import require_project
from annotator.store.journal import Journal
from annotator.store.lookup import Lookup
from annotator.store.profile import ReplicaBook, load_profile
from annotator.store.project_store import ProjectStore
from annotator.store.seals import sealed
from annotator.store.states import GUIDELINE, LABEL, write_state
from annotator.store.translate import Translator
from annotator.store.writer import Machine

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Codebook, Timestamp
    from annotator.store.format import Format
    from annotator.store.profile import Profile
    from annotator.store.states import State

# What SQLite adds to a file's name, and how many bytes a name may have nearly everywhere.
_LONGEST_ENDING: Final = "-journal"
_LONGEST_NAME: Final = 255


def open_project(
    path: Path,
    *,
    create: Codebook | None = None,
    profile: Profile | None = None,
    now: Callable[[], Timestamp] = clock.now,
    target: Format = NEWEST,
    busy_seconds: float = BUSY_SECONDS,
) -> ProjectStore:
    """Open a project file, upgrading an older one after a backup; raise a ``ProjectFileError``.

    Where there is no file, ``create`` makes one with that codebook; without it that is an error.
    ``busy_seconds`` is how long a change waits for another program that is writing.
    """
    path = _absolute(path)
    profile = profile or load_profile()
    if create is not None and _is_free(path):
        make_project(path, create, now=now, target=target)
    if not is_open_here(path):
        require_project(path, newest=target.schema)
        _bring_up_to_date(path, profile, now=now, target=target)
    database = Database(path, busy_seconds=busy_seconds)
    try:
        with database.reading() as connection:
            uuid = connection.execute(schema.project.select()).one().uuid
        journal = Journal(profile.journals / f"{uuid}.jsonl")
        book = ReplicaBook(profile.replicas, path)
        return ProjectStore(database, Machine(profile, book, journal, now))
    except BaseException:
        database.close()
        raise


def make_project(
    path: Path,
    codebook: Codebook,
    *,
    now: Callable[[], Timestamp] = clock.now,
    target: Format = NEWEST,
) -> None:
    """Make a project file under a hidden name and give it its own when it is whole.

    Where another program was quicker, its file stays.
    """
    path = _absolute(path)
    if len(os.fsencode(f"{path.name}{_LONGEST_ENDING}")) > _LONGEST_NAME:
        raise ProjectPlaceError(path, "its name is too long")
    part = beside(path)
    try:
        _require_folder(path)
        part.touch(exist_ok=False)
        try:
            _fill(part, one_line(path.stem), codebook, now=now, target=target)
            publish(part, path)
        finally:
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}{_LONGEST_ENDING}").unlink(missing_ok=True)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NoRoomForProjectError(path) from error
        raise ProjectUnmakeableError(path, error.strerror or str(error)) from error
    except ProjectFileError as error:
        if error.path == path:
            raise
        # What failed is the hidden file, of which the user knows nothing.
        raise _unmade(path, error) from error


def _absolute(path: Path) -> Path:
    try:
        absolute = path.expanduser().absolute()
    except RuntimeError as error:
        raise ProjectPlaceError(path, "there is no such user") from error
    except OSError as error:
        raise ProjectPlaceError(path, "the current folder is gone") from error
    if "\0" in str(absolute):
        raise ProjectPlaceError(Path(one_line(str(path))), "it holds a zero byte")
    return absolute


def _is_free(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:
        return False  # reading it will tell why


def _require_folder(path: Path) -> None:
    if path.is_dir():
        raise ProjectIsFolderError(path)
    if paths.data_dir() in path.parents:
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise ProjectFolderMissingError(path)


def _unmade(path: Path, error: ProjectFileError) -> ProjectFileError:
    if isinstance(error, DiskFullError):
        return NoRoomForProjectError(path)
    if isinstance(error, ReadOnlyProjectError):
        return ProjectUnmakeableError(path, "its folder is read-only")
    reason = getattr(error, "reason", "") or "its folder cannot be written"
    return ProjectUnmakeableError(path, reason)


def _fill(
    part: Path, name: str, codebook: Codebook, *, now: Callable[[], Timestamp], target: Format
) -> None:
    from annotator.store.upgrade import upgrade  # noqa: PLC0415 - Alembic costs 0.3 s of start

    upgrade(part, target)
    database = Database(part)
    try:
        with database.writing() as connection:
            at = now()
            row = {
                "revision": codebook.revision,
                "created": at,
                "guideline": codebook.guideline,
                "verdicts": list(codebook.verdicts),
            }
            connection.execute(
                insert(schema.codebook_revision), sealed(schema.codebook_revision, row)
            )
            uuid = clock.new_id()
            project = {"key": 1, "uuid": uuid, "name": name, "created": at}
            project["codebook_revision"] = codebook.revision
            connection.execute(insert(schema.project), sealed(schema.project, project))
            _write_codebook(Lookup(connection), uuid, codebook)
            database.commit()
    finally:
        database.close()


def _write_codebook(lookup: Lookup, project: str, codebook: Codebook) -> None:
    """Write what a project begins with: no change, and so no version, tells of it."""
    for key, label in enumerate(codebook.labels, start=1):
        lookup.learn(schema.label, label.id, key)
    translator = Translator(lookup)
    text, verdicts = codebook.guideline, list(codebook.verdicts)
    state: State = {"key": 1, "text": text, "verdicts": verdicts}
    write_state(lookup.connection, GUIDELINE, project, before=None, after=state, version={})
    for key, label in enumerate(codebook.labels, start=1):
        state = translator.state(label) | {"key": key}
        write_state(lookup.connection, LABEL, label.id, before=None, after=state, version={})


def _bring_up_to_date(
    path: Path, profile: Profile, *, now: Callable[[], Timestamp], target: Format
) -> None:
    revision = revision_of(path)
    if revision == target.head:
        return
    from annotator.store.upgrade import require_known, upgrade  # noqa: PLC0415 - see _fill

    require_known(path, revision, target)
    stamp = f"before {target.head} {now().replace(':', '-')}"
    back_up(path, profile.backups, stamp=stamp)
    upgrade(path, target)
