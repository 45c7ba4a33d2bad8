"""The members of a bundle from elsewhere, of which none is believed before all were hashed."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from annotator.core.bundle_errors import (
    BundleFolderError,
    DamagedBundleError,
    NewerBundleError,
    NotABundleError,
    OlderBundleError,
)
from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    RefusedArchiveError,
    WrongFormatError,
)
from annotator.core.table_errors import shown_name
from annotator.service.bundle import layout, manifest, seal, sums
from annotator.service.bundle.lines import LineError
from annotator.service.reading.archive import names_at_end, opened_packed
from annotator.service.reading.files import LARGEST_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.bundle.manifest import Manifest
    from annotator.service.reading.archive import Archive
    from annotator.service.watch import Watch

LARGEST_BUNDLE: Final = 4_000_000_000
LARGEST_LIST: Final = 64_000_000
_NAME_AT: Final = 30  # in the header that a zip archive begins with
_PACKED: Final = "its zip archive"
_CONTENTS: Final = "its table of contents"
_NEEDED: Final = (layout.SUMS, *layout.LINES)
# What its hash is not listed of.
_UNLISTED: Final = frozenset({layout.SUMS, layout.SIGNATURE})
_LISTS: Final = frozenset({layout.MANIFEST, layout.SUMS})
_OUTSIDE: Final = _UNLISTED | {layout.TYPE, layout.MANIFEST}


def is_bundle(path: Path) -> bool:
    """Tell by the first bytes of a file whether it is a bundle, of whatever version."""
    beginning = layout.TYPE.encode() + layout.MIMETYPE
    try:
        # Of a pipe nobody may ever write the first byte.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_NAME_AT + len(beginning))
    except (OSError, ValueError):
        return False
    return head.startswith(b"PK\x03\x04") and head[_NAME_AT:] == beginning


def looks_like_bundle(path: Path) -> bool:
    """Tell whether a file is a bundle, or was one before its beginning was altered."""
    return is_bundle(path) or _LISTS.issubset(names_at_end(path))


class Members:
    """The members of a bundle, the manifest of which was read."""

    def __init__(self, path: Path, archive: Archive) -> None:
        self.path, self._archive = path, archive
        data = self.read(layout.MANIFEST, most=LARGEST_LIST)
        self._digest = hashlib.sha256(data).hexdigest()
        self.said: Manifest = self._manifest(data)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Members that are none of those known here, as later programs may list them."""
        return tuple(name for name in self._archive.names if layout.place_of(name) is None)

    def __contains__(self, name: object) -> bool:
        return name in self._archive

    def _manifest(self, data: bytes) -> Manifest:
        try:
            held = manifest.read(data)
            version = manifest.version_of(held)
            if version.split(".", maxsplit=1)[0] != manifest.MAJOR:
                self._require_unaltered()
                if int(version.split(".", maxsplit=1)[0]) < int(manifest.MAJOR):
                    raise OlderBundleError(self.path, version)
                raise NewerBundleError(self.path, version)
            return manifest.understood(held)
        except LineError as error:
            raise DamagedBundleError(self.path, layout.MANIFEST, reason=str(error)) from error

    def _require_unaltered(self) -> None:
        """Raise ``LineError`` where the manifest is not what its hash says, if that is known."""
        told = self._sums() if layout.SUMS in self._archive else {}
        for name, reason in sums.problems(told, self._digest, {}):
            if name == layout.MANIFEST:
                raise LineError(reason)

    def _sums(self) -> dict[str, str]:
        return sums.read(self.read(layout.SUMS, most=LARGEST_LIST))

    def problems(self, watch: Watch) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the members as such: which, and why.

        What is wrong around them is told where they are right.
        """
        right = True
        for problem in self._problems(watch):
            right = False
            yield problem
        if right:
            with self.path.open("rb") as file:
                if not seal.is_whole(file, watch):
                    yield _PACKED, "a byte around its members is not as it was written"

    def _problems(self, watch: Watch) -> Iterator[tuple[str, str]]:
        try:
            told = self._sums()
        except LineError as error:
            yield layout.SUMS, str(error)
            return
        yield from sums.problems(told, self._digest, self.said.files)
        yield from self._out_of_place()
        yield from self._not_listed(told)
        for name in self._archive.names:
            if name in told and name != layout.MANIFEST:
                yield from self._altered(name, told[name], watch)
        yield from self._counts_wrong(told)

    def _counts_wrong(self, told: dict[str, str]) -> Iterator[tuple[str, str]]:
        if layout.bundle_id(told) != self.said.bundle_id:
            yield layout.MANIFEST, "the bundle's id is not that of its content"
        for what, count in self._counted().items():
            if self.said.counts.get(what) != count:
                yield layout.MANIFEST, f"it does not count the {what} right"

    def _out_of_place(self) -> Iterator[tuple[str, str]]:
        last = (-1, "")
        for name in self._archive.names:
            place = layout.place_of(name)
            if place is not None and place < last:
                yield name, "it stands where another belongs"
            last = place or last
        yield from ((name, "it is missing") for name in _NEEDED if name not in self._archive)

    def _not_listed(self, told: dict[str, str]) -> Iterator[tuple[str, str]]:
        files = self.said.files
        for name in dict.fromkeys((*told, *files)):
            if name not in self._archive and name not in _NEEDED:
                yield _shown(name), "it is missing"
        for name in self._archive.names:
            if (name not in told and name not in _UNLISTED) or (
                name not in files and name not in _OUTSIDE
            ):
                yield _shown(name), "it is not listed"

    def _altered(self, name: str, told: str, watch: Watch) -> Iterator[tuple[str, str]]:
        digest, size, lines = hashlib.sha256(), 0, 0
        try:
            for chunk in self.chunks(name):
                watch.step(size, 0)
                digest.update(chunk)
                size += len(chunk)
                lines += chunk.count(b"\n")
        except DamagedBundleError as error:
            yield _shown(name), error.reason
            return
        listed = self.said.files.get(name)
        if digest.hexdigest() != told or (listed and listed.bytes != size):
            yield _shown(name), "it is not what its hash says"
        elif layout.text_of(name) not in {"", told}:
            yield name, "it is not the text that its name says"
        elif listed and name in layout.LINES and listed.records != lines:
            yield layout.MANIFEST, f"it does not count the lines of {name} right"

    def _counted(self) -> dict[str, int]:
        files = self.said.files
        counts = {
            what: files[name].records for what, name in layout.COUNTED.items() if name in files
        }
        return {**counts, "texts": sum(bool(layout.text_of(name)) for name in files)}

    def read(self, name: str, *, most: int) -> bytes:
        """Return the bytes of a member that may have so many at most.

        Raises:
            DamagedBundleError: it has more, or cannot be unpacked.

        """
        pieces, size = [], 0
        for chunk in self.chunks(name):
            pieces.append(chunk)
            size += len(chunk)
            if size > most:
                raise DamagedBundleError(self.path, _shown(name), reason="it is too large")
        return b"".join(pieces)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member piece by piece.

        Raises:
            DamagedBundleError: it cannot be unpacked.

        """
        with _damage_told(self.path, name):
            yield from self._archive.chunks(name)

    def lines(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the lines of a member, each with its number from 1.

        Raises:
            DamagedBundleError: it cannot be unpacked, is no UTF-8, or has a line beyond measure.

        """
        number, parts, size = 0, list[bytes](), 0
        for chunk in self.chunks(name):
            first, *others = chunk.split(b"\n")
            for piece in others:
                number += 1
                yield number, self._line(name, number, b"".join((*parts, first)))
                parts, size, first = [], 0, piece
            parts.append(first)
            size += len(first)
            if size > LARGEST_ARTICLE:
                raise self.damaged(name, number + 1, "it is longer than any line is")
        if size:
            raise self.damaged(name, number + 1, "it is cut off")

    def _line(self, name: str, number: int, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise self.damaged(name, number, "it is not in UTF-8") from error

    def damaged(self, name: str, number: int, reason: str) -> DamagedBundleError:
        """Return what to say of a line that is not understood."""
        return DamagedBundleError(self.path, name, reason=f"line {number}: {reason}")


@contextmanager
def opened_members(path: Path) -> Iterator[Members]:
    """Open a file that is to be a bundle, and read its manifest.

    Raises:
        FileProblemError: the file cannot be opened.
        NotABundleError: it is something else.
        NewerBundleError: a later program wrote it.
        DamagedBundleError: it is damaged, or would do harm.

    """
    if path.is_dir():
        raise BundleFolderError(path)
    if path.is_file() and not is_bundle(path):
        if looks_like_bundle(path):
            raise DamagedBundleError(path, layout.TYPE, reason="it does not begin the bundle")
        raise NotABundleError(path)
    with ExitStack() as stack:
        try:
            with _damage_told(path, _CONTENTS):
                packed = opened_packed(path, wanted="bundle", limit=LARGEST_BUNDLE)
                archive = stack.enter_context(packed)
        except WrongFormatError as error:
            raise NotABundleError(path) from error
        yield Members(path, archive)


@contextmanager
def _damage_told(path: Path, member: str) -> Iterator[None]:
    """Tell of what is wrong with an archive as of a damaged bundle."""
    try:
        yield
    except DamagedDocumentError as error:
        raise DamagedBundleError(path, _shown(member), reason=error.reason) from error
    except RefusedArchiveError as error:
        raise DamagedBundleError(path, _shown(member), reason=error.reason) from error
    except PasswordNeededError as error:
        raise DamagedBundleError(path, _shown(member), reason="it is encrypted") from error


def _shown(name: str) -> str:
    """Return a name fit for a sentence; those that are known are fit as they are."""
    return name if layout.place_of(name) is not None else shown_name(name)
