"""Who works here: the user's own id, and the replica that each project file is on this machine."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from annotator import paths
from annotator.core.project_errors import ProfileUnwritableError
from annotator.core.records import Reviewer
from annotator.store.clock import new_id
from annotator.store.columns import is_uuid
from annotator.store.files import beside, overwrite, publish, read_small

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Profile:
    """The user, and the folders in which this machine remembers what no project file may say."""

    reviewer: Reviewer
    state: Path
    backups: Path

    @property
    def journals(self) -> Path:
        """The folder of the journals of acknowledged changes."""
        return self.state / "journals"

    @property
    def replicas(self) -> Path:
        """The folder of what each project file was when it was last written here."""
        return self.state / "replicas"


def profile_file() -> Path:
    """Return where it stands who works on this computer."""
    return paths.config_dir() / "profile.json"


def load_profile(reviewer: Reviewer | None = None) -> Profile:
    """Return the profile of a reviewer, else of the one who works here, made on first use."""
    reviewer = reviewer or load_reviewer(profile_file())
    return Profile(reviewer, state=paths.state_dir(), backups=paths.backup_dir())


def load_reviewer(path: Path) -> Reviewer:
    """Return the reviewer that the file names; make it, or replace a damaged one, where needed.

    A damaged file is kept beside the new one.
    """
    found = _reviewer_in(path)
    if found is not None:
        return found
    try:
        return _made(path)
    except OSError as error:
        raise ProfileUnwritableError(path, error.strerror or str(error)) from error


def _made(path: Path) -> Reviewer:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        _log.warning("The profile %s was damaged; it is kept as %s.damaged", path, path.name)
        path.replace(path.with_name(f"{path.name}.damaged"))
    fresh = Reviewer(new_id(), _user_name())
    part = beside(path)
    part.write_text(json.dumps(asdict(fresh), ensure_ascii=False), encoding="utf-8")
    # Two programs may start for the first time at once; the one that came second yields.
    if publish(part, path):
        return fresh
    part.unlink()
    return _reviewer_in(path) or fresh


def _reviewer_in(path: Path) -> Reviewer | None:
    entry = _json_object(path)
    match entry:
        case {"id": str(reviewer_id), "name": str(name)} if is_uuid(reviewer_id):
            return Reviewer(reviewer_id, name)
    return None


def _user_name() -> str:
    try:
        return getpass.getuser() or "Reviewer"
    except (OSError, KeyError, ImportError):
        return "Reviewer"


@dataclass(frozen=True, slots=True)
class ReplicaEntry:
    """What a project file was, by its path, when this machine last wrote to it."""

    path: str
    project: str
    replica: str
    counter: int


class ReplicaBook:
    """This machine's word on one project file, beside which the file's own word must hold.

    A file that does not say the very same was copied, moved or restored, and becomes a replica
    of its own.
    """

    def __init__(self, folder: Path, project_path: Path) -> None:
        self._project_path = str(project_path.resolve())
        name = hashlib.sha256(self._project_path.encode("utf-8", "surrogatepass")).hexdigest()
        self._path = folder / f"{name[:32]}.json"
        self._failed = False
        # What was written last, as it stands in the file.
        self._last: tuple[bytes, ReplicaEntry] | None = None

    def read(self) -> ReplicaEntry | None:
        """Return the entry; None where there is none that can be read."""
        try:
            text = read_small(self._path)
        except OSError:
            return None
        # Mostly it is what was written here last, which need not be taken apart again.
        if self._last is not None and self._last[0] == text:
            return self._last[1]
        match _object_in(text):
            case {"project": str(project), "replica": str(replica), "counter": int(counter)}:
                return ReplicaEntry(self._project_path, project, replica, counter)
        return None

    def write(self, project: str, replica: str, counter: int) -> bool:
        """Keep an entry and tell whether that went well."""
        entry = ReplicaEntry(self._project_path, project, replica, counter)
        try:
            if self._last is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            told = {"path": entry.path, "project": project, "replica": replica, "counter": counter}
            text = json.dumps(told).encode("utf-8")
            overwrite(self._path, text)
        except OSError as error:
            if not self._failed:
                _log.warning("The replica's record %s cannot be written: %s", self._path, error)
            self._failed = True
            return False
        self._last = text, entry
        return True


def _json_object(path: Path) -> dict[str, Any]:
    try:
        return _object_in(path.read_bytes())
    except OSError:
        return {}


def _object_in(text: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(text.decode("utf-8"))
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
