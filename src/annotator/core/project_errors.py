"""What the world can do to a project file, each with one sentence: file, place, remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from pathlib import Path


class ProjectFileError(AnnotatorError):
    """A failure of the world around a project file."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(sentence)


class ProjectMissingError(ProjectFileError):
    """A project file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"There is no project {path}: check the path, or add an article to make it."
        )


class ProjectFolderMissingError(ProjectFileError):
    """A folder, for a new project, that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} cannot be made because there is no folder {path.parent}: make the folder"
            " or choose another place.",
        )


class ProjectIsFolderError(ProjectFileError):
    """A folder where a project file was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"{path} is a folder: give the project file inside it.")


class ProjectNotFileError(ProjectFileError):
    """A pipe, a socket or a device where a project file was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} is no file but a pipe, socket or device: give a project file."
        )


class ProjectUnreadableError(ProjectFileError):
    """A project file that the system does not let us open."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path, f"{path} cannot be opened ({reason}): check its permissions and try again."
        )


class ProjectUnmakeableError(ProjectFileError):
    """A project file that the system does not let us make."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"{path} was not made ({reason}): choose another place.")


class ProjectPlaceError(ProjectFileError):
    """A path at which there can be no file at all."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"{path} is no place for a project ({reason}): give another path.")


class NoRoomForProjectError(ProjectFileError):
    """A disk without room for a new project."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} was not made because the disk is full: free some space or choose another"
            " place.",
        )


class EmptyProjectError(ProjectFileError):
    """A file without content where a project was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} is empty and so no project: put a backup in its place, or delete it"
            " and begin a new project there.",
        )


class NotAProjectError(ProjectFileError):
    """A file of another kind where a project was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} is no project file: give a project, or add it as an article."
        )


class ForeignDatabaseError(ProjectFileError):
    """A SQLite file of another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} is a database of another program: give a project of this one."
        )


class NewerProjectError(ProjectFileError):
    """A project that a newer version of this program wrote."""

    def __init__(self, path: Path, found: str, *, known: str) -> None:
        self.found, self.known = found, known
        super().__init__(
            path,
            f"{path} was written by a newer Fact Annotator (its format is {found}, this program"
            f" knows {known}): update the program and open it again.",
        )


class ForeignSchemaError(ProjectFileError):
    """A project into which somebody put commands that would run while it is used."""

    def __init__(self, path: Path, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(
            path,
            f"{path} holds {', '.join(names)}, which this program did not make and which could"
            " alter your work unseen: ask whoever sent it for a clean copy.",
        )


class DamagedProjectError(ProjectFileError):
    """A project file whose content is damaged."""

    def __init__(self, path: Path, place: str) -> None:
        self.place = place
        super().__init__(
            path,
            f"{path} is damaged ({place}): keep a copy of it as it is, and go on from a backup.",
        )


class ProjectBusyError(ProjectFileError):
    """A project that another program holds for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Another program is writing to {path}, so what you did last was not saved:"
            " wait a moment and try again.",
        )


class WaitedInVainError(ProjectFileError):
    """A project that another program holds for longer than a window waits."""

    def __init__(self, path: Path, count: int) -> None:
        self.count = count
        super().__init__(
            path,
            f"Another program is still writing to {path}, so what you did last was not saved"
            f" (changes: {count}): see what that program does, then do it again.",
        )


class DiskFullError(ProjectFileError):
    """A disk without room for a change."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The disk with {path} is full, so what you did last was not saved: free some space"
            " and do it again; everything before it is safe.",
        )


class ReadOnlyProjectError(ProjectFileError):
    """A project file that may be read only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} or its folder is read-only, so what you did last was not saved: make them"
            " writable or work on a copy.",
        )


class ProjectMovedError(ProjectFileError):
    """A project file that was moved or deleted while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} is not there any more, so what you did last was not saved: put it back, or"
            " open it where it is now.",
        )


class ProjectReplacedError(ProjectFileError):
    """Another file in the place of a project that is open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} was replaced by another file while it was open, so nothing more is written"
            " to it: open it again.",
        )


class ProjectDeviceError(ProjectFileError):
    """A device that failed while a project was read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path,
            f"The device with {path} failed ({reason}), so what you did last was not saved:"
            " check the disk or the connection to it and try again.",
        )


class BackupFailedError(ProjectFileError):
    """A backup that could not be made, so that the project was left as it was."""

    def __init__(self, path: Path, backup: Path, *, reason: str) -> None:
        self.backup, self.reason = backup, reason
        super().__init__(
            path,
            f"{path} was not upgraded because its backup {backup} could not be made ({reason}):"
            " free some space or make that folder writable, and open it again.",
        )


class ProfileUnwritableError(ProjectFileError):
    """A profile of the user that cannot be kept."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path, f"Your profile {path} cannot be written ({reason}): make its folder writable."
        )
