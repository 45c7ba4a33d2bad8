"""The files of brat's documents, wherever they lie: in a folder, as one pair, or in an archive."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.file_errors import EmptyFileError, MissingFileError
from annotator.service.reading.archive import MOST_PACKED, names_at_end, opened_packed
from annotator.service.reading.files import file_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.reading.archive import Archive

ANN, TXT = ".ann", ".txt"
_LARGEST = 400_000_000
_LOOKED_THROUGH = 2_000


class Documents(Protocol):
    """Files by their names, with slashes between folders and file."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        ...

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file; None where there is none.

        Raises:
            AnnotatorError: it cannot be read.

        """
        ...


@contextmanager
def opened_documents(path: Path) -> Iterator[Documents]:
    """Open a folder, an archive, or the folder of a pair, of which no other file is seen.

    Raises:
        AnnotatorError: it cannot be opened, or is none of these.

    """
    if path.is_dir():
        yield _Folder(path, tuple(sorted(_files_below(path, MOST_PACKED))))
    elif path.suffix in {ANN, TXT}:
        stem = path.name.removesuffix(path.suffix)
        beside = [one for one in _files_in(path.parent) if "/" not in one]
        of_pair = {stem + ANN, stem + TXT, f"{stem}.meta.json"}
        conf = {"annotation.conf", "visual.conf", "fact-annotator.json"}
        yield _Folder(path.parent, tuple(one for one in beside if one in of_pair | conf))
    elif path.exists() and not _is_archive(path):
        raise NotAnnotationsError(path, wanted="brat")
    else:
        with opened_packed(path, wanted="brat") as archive:
            yield _Packed(archive)


def pairs(names: tuple[str, ...]) -> list[str]:
    """Return the documents that have annotations, without their endings, sorted."""
    found = (one.removesuffix(ANN) for one in names if one.endswith(ANN))
    return sorted(one for one in found if not _is_hidden(one))


def holds_documents(path: Path, head: bytes) -> bool:
    """Tell whether there are pairs of text and annotations in a folder or archive."""
    if path.is_dir():
        names = set(_files_below(path, _LOOKED_THROUGH))
        return any(one + TXT in names for one in pairs(tuple(names))) or _is_empty_export(names)
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    return bool(pairs(names_at_end(path)))


def _is_empty_export(names: set[str]) -> bool:
    return {"annotation.conf", "visual.conf"} <= names


def _files_in(folder: Path) -> list[str]:
    try:
        return sorted(one.name for one in folder.iterdir())
    except OSError:
        return []


def _files_below(folder: Path, most: int) -> Iterator[str]:
    """Yield the names of the first files in a folder and below; links are not followed."""
    count = 0
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(files):
            count += 1
            if count > most:
                return
            file = Path(place, name)
            if not file.is_symlink():
                yield file.relative_to(folder).as_posix()


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return True  # opening it once more tells why


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


class _Folder:
    def __init__(self, root: Path, names: tuple[str, ...]) -> None:
        self._root, self.names = root, names
        self._known = frozenset(names)

    def read(self, name: str) -> bytes | None:
        if name not in self._known:
            return None
        try:
            return file_bytes(self._root / name, limit=_LARGEST)
        except EmptyFileError:
            return b""
        except MissingFileError:
            return None


class _Packed:
    def __init__(self, archive: Archive) -> None:
        self._archive, self.names = archive, archive.names

    def read(self, name: str) -> bytes | None:
        return self._archive.read(name) if name in self._archive else None
