"""Opening project files: looked at before they are touched, made whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from annotator import paths
from annotator.core.project_errors import (
    ProjectFolderMissingError,
    ProjectIsFolderError,
    ProjectUnmakeableError,
)
from annotator.store import clock, schema
from annotator.store.backup import back_up
from annotator.store.engine import Database, is_open_here
from annotator.store.files import beside, publish
from annotator.store.format import NEWEST, revision_of
from annotator.store.header import require_project
from annotator.store.journal import Journal
from annotator.store.lookup import Lookup
from annotator.store.profile import ReplicaBook, load_profile
from annotator.store.project_store import ProjectStore
from annotator.store.states import LABEL, write_state
from annotator.store.translate import Translator
from annotator.store.writer import Machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.core.records import Codebook, Timestamp
    from annotator.store.format import Format
    from annotator.store.profile import Profile


def open_project(
    path: Path,
    *,
    create: Codebook | None = None,
    profile: Profile | None = None,
    now: Callable[[], Timestamp] = clock.now,
    target: Format = NEWEST,
) -> ProjectStore:
    """Open a project file, upgrading an older one after a backup; raise a ``ProjectFileError``.

    Where there is no file, ``create`` makes one with that codebook; without it that is an error.
    """
    profile = profile or load_profile()
    path = path.expanduser().absolute()
    if create is not None and not path.exists():
        make_project(path, create, now=now, target=target)
    if not is_open_here(path):
        require_project(path, newest=target.schema)
        _bring_up_to_date(path, profile, now=now, target=target)
    database = Database(path)
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
    if path.is_dir():
        raise ProjectIsFolderError(path)
    if paths.data_dir() in path.parents:
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise ProjectFolderMissingError(path)
    part = beside(path)
    try:
        part.touch(exist_ok=False)
        try:
            _fill(part, path.stem, codebook, now=now, target=target)
            publish(part, path)
        finally:
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    except OSError as error:
        raise ProjectUnmakeableError(path, error.strerror or str(error)) from error


def _fill(
    part: Path, name: str, codebook: Codebook, *, now: Callable[[], Timestamp], target: Format
) -> None:
    from annotator.store.upgrade import upgrade  # noqa: PLC0415 - Alembic costs 0.3 s of start

    upgrade(part, target)
    database = Database(part)
    try:
        with database.writing() as connection:
            at = now()
            row = {"revision": codebook.revision, "created": at, "guideline": codebook.guideline}
            connection.execute(insert(schema.codebook_revision), row)
            project = {"key": 1, "uuid": clock.new_id(), "name": name, "created": at}

            connection.execute(
                insert(schema.project), project | {"codebook_revision": codebook.revision}
            )
            _write_labels(Lookup(connection), codebook)
            database.commit()
    finally:
        database.close()


def _write_labels(lookup: Lookup, codebook: Codebook) -> None:
    """Write the labels that a project begins with: no change, and so no version, tells of them."""
    for key, label in enumerate(codebook.labels, start=1):
        lookup.learn(schema.label, label.id, key)
    translator = Translator(lookup)
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
