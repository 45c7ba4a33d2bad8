"""Preparing articles from files: slow work, outside the project, in any thread, cancellable."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.canonical import text_digest
from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import (
    FolderError,
    LinkedFolderError,
    NoFilesError,
    TooManyInFileError,
    UnreadableFileError,
)
from annotator.core.findable import findable
from annotator.core.request_errors import (
    UnknownReaderError,
    UnknownVariantError,
)
from annotator.service.arrivals import Arrival
from annotator.service.article_ports import Doubt, PreparedArticle, ReadArticle, ReadOptions
from annotator.service.choosing import VariantCheck, reader_for
from annotator.service.foresight import Foreseen, Foresight
from annotator.service.last_line_ends import LastLineEnds
from annotator.service.mapping_memory import MappingMemory
from annotator.service.scratch import Scratch
from annotator.service.taking_in import MOST_AT_ONCE
from annotator.service.watch import UNWATCHED, StoppedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.service.arrivals import Known
    from annotator.service.ports import Queries, Surroundings
    from annotator.service.watch import Watch


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be read: folders with what is below them, by which reader, with what.

    ``special`` holds what was chosen for single files, ``addresses`` where they came from, for
    articles that do not say it. ``keep_originals`` puts their bytes aside, to be kept in the
    project.
    """

    recursive: bool = False
    reader: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)
    special: Mapping[Path, ReadOptions] = field(default_factory=dict)
    addresses: Mapping[Path, str] = field(default_factory=dict)
    keep_originals: bool = False

    def options_for(self, path: Path) -> ReadOptions:
        """Return what was chosen for a file."""
        return self.special.get(path, self.options)

    def addressed(self, path: Path, read: ReadArticle) -> ReadArticle:
        """Return an article with the address that its file came from, where it has no other.

        That of a file of several articles is none of theirs.
        """
        return read if read.url or read.place else replace(read, url=self.addresses.get(path, ""))


class Batch:
    """What came out of files, in order; their texts lie in a scratch place until it is closed."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self._scratch = Scratch()

    def __len__(self) -> int:
        """Return how many articles could be read and were not left out."""
        return sum(arrival.number is not None for arrival in self.arrivals)

    def article(self, number: int) -> PreparedArticle:
        """Return the prepared article of an arrival's number."""
        return self._scratch.get(number)

    def __iter__(self) -> Iterator[PreparedArticle]:
        """Yield the articles that could be read and were not left out, in order."""
        for arrival in self.arrivals:
            if arrival.number is not None:
                yield self.article(arrival.number)

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files whose bytes are to be kept: the SHA-256 of each, and its bytes."""
        return self._scratch.originals()

    def put(
        self,
        path: Path,
        prepared: PreparedArticle,
        known: Known | None,
        *,
        variants: tuple[str, ...] = (),
        foresight: Foresight | None = None,
    ) -> None:
        """Take in an article; ``variants`` are the other ways to read it.

        With a ``foresight``, what it foretells is told instead of what is ``known``.
        """
        read, number = prepared.read, self._scratch.put(prepared)
        found = Foreseen(known) if foresight is None else foresight.take(number, prepared)
        self.arrivals.append(
            Arrival(
                path,
                read.place,
                read.title,
                number,
                known=found.known,
                doubts=read.doubts,
                variants=variants,
                text_sha256=prepared.text_sha256,
                follows=found.follows,
                near=found.near,
            )
        )

    def correct(self, index: int, prepared: PreparedArticle) -> None:
        """Put what a person made of it in the place of an arrival's article, which stays aside."""
        arrival = self.arrivals[index]
        if arrival.number is not None:
            number = self._scratch.put(prepared)
            self.arrivals[index] = replace(arrival, title=prepared.read.title, number=number)

    def leave_out(self, index: int) -> None:
        """Do not add an arrival's article."""
        self.arrivals[index] = replace(self.arrivals[index], number=None)

    def read_again(self, path: Path, other: Batch) -> None:
        """Put what came out of a file when it was read once more in the place of what did first."""
        places = [place for place, one in enumerate(self.arrivals) if one.path == path]
        moved: dict[int, int] = {}
        fresh = [self._moved(one, other, moved) for one in other.arrivals if one.path == path]
        first = places[0] if places else len(self.arrivals)
        kept = [one for one in self.arrivals if one.path != path]
        self.arrivals = [*kept[:first], *fresh, *kept[first:]]

    def _moved(self, arrival: Arrival, other: Batch, moved: dict[int, int]) -> Arrival:
        """Return an arrival of another batch with the numbers that its articles get in this one."""
        if arrival.number is None:
            return arrival
        number = moved[arrival.number] = self._scratch.put(other.article(arrival.number))
        follows, near = arrival.follows, arrival.near
        if follows is not None:
            follows = moved.get(follows)
        if near is not None:
            near = replace(near, number=moved[near.number]) if near.number in moved else None
        return replace(arrival, number=number, follows=follows, near=near)

    def refuse(self, path: Path, error: AnnotatorError) -> None:
        """Take in why something could not be read."""
        self.arrivals.append(Arrival(path, refused=error))

    def keep_original(self, data: bytes) -> None:
        """Put the bytes of a file aside, to be kept in the project."""
        self._scratch.keep_original(data)

    def close(self) -> None:
        """Let go of the texts."""
        self._scratch.close()


def prepare(
    paths: Sequence[Path],
    surroundings: Surroundings,
    wishes: Wishes = Wishes(),
    *,
    queries: Queries | None = None,
    watch: Watch = UNWATCHED,
) -> Batch | None:
    """Read files into a batch of articles, or return None when cancelled; writes nothing.

    With ``queries`` each article is compared with those of the project. A file with which there
    are more articles than can be added at once is refused as a whole.

    Raises:
        UnknownReaderError: the reader that is wished for is none.
        UnknownVariantError: no file's reader has the variant that is wished for.
    """
    batch = Batch()
    preparing = _Preparing(batch, surroundings, wishes, queries, asked=frozenset(paths))
    try:
        files = [file for path in paths for file in _files(path, recursive=wishes.recursive)]
        for number, file in enumerate(files):
            watch.step(number, len(files))
            preparing.take(file, watch)
        preparing.end()
        watch.step(len(files), len(files))
    except StoppedError:
        batch.close()
        return None
    except BaseException:
        batch.close()
        raise
    return batch


class _Preparing:
    """Reads one file after another into a batch."""

    def __init__(
        self,
        batch: Batch,
        surroundings: Surroundings,
        wishes: Wishes,
        queries: Queries | None,
        *,
        asked: frozenset[Path],
    ) -> None:
        self._batch, self._asked = batch, asked
        self._surroundings = surroundings
        self._readers = list(surroundings.readers())
        self._wishes = wishes
        self._foresight = Foresight(queries, batch.article) if queries else None
        self._line_ends = LastLineEnds(queries)
        self._memory = MappingMemory(surroundings.mappings)
        self._variants = VariantCheck(wishes.options.variant, self._readers, named=wishes.reader)

    def end(self) -> None:
        """Look back on all files; raise ``UnknownVariantError``."""
        self._variants.end()

    def take(self, file: Path, watch: Watch) -> None:
        """Read a file; what is wrong with it goes into the batch."""
        try:
            if _is_folder(file):
                asked = file in self._asked
                raise _folder_error(file, recursive=self._wishes.recursive, asked=asked)
            self._read(file, watch)
        except (UnknownReaderError, UnknownVariantError):
            raise
        except AnnotatorError as error:
            self._batch.refuse(file, error)

    def _read(self, file: Path, watch: Watch) -> None:
        reader = reader_for(file, self._readers, named=self._wishes.reader)
        wished = self._wishes.options_for(file)
        if file not in self._wishes.special:
            self._variants.meet(reader)
        variants = tuple(one for one in reader.variants if one != wished.variant)
        options = self._memory.recalled(reader, file, wished)
        kept, first = False, len(self._batch.arrivals)
        for one in reader.read(file, options):
            if watch.cancelled():
                raise StoppedError
            if len(self._batch.arrivals) >= MOST_AT_ONCE:
                # Half of a file's articles would leave a person to find out which.
                del self._batch.arrivals[first:]
                raise TooManyInFileError(file, limit=MOST_AT_ONCE)
            if isinstance(one, ReadArticle):
                told = one if options == wished else _without_guesses(one)
                self._put(file, told, variants)
                kept = kept or self._keep_original(file, one)
            else:
                self._batch.refuse(file, one)
        if kept and wished.mapping:
            self._memory.keep(reader, file, wished)

    def _put(self, file: Path, read: ReadArticle, variants: tuple[str, ...]) -> None:
        settled = self._line_ends.settled(self._wishes.addressed(file, read))
        prepared = prepare_article(settled, self._surroundings)
        self._batch.put(file, prepared, None, variants=variants, foresight=self._foresight)

    def _keep_original(self, file: Path, read: ReadArticle) -> bool:
        """Put the file's bytes aside where they are still those that were read."""
        if self._wishes.keep_originals:
            data = file.read_bytes()
            if hashlib.sha256(data).hexdigest() == read.source.sha256:
                self._batch.keep_original(data)
        return True


def _without_guesses(read: ReadArticle) -> ReadArticle:
    """Return an article of columns that a person mapped once: nothing is left to look at."""
    return replace(read, doubts=tuple(one for one in read.doubts if one is not Doubt.MAPPING))


def _files(path: Path, *, recursive: bool) -> Iterator[Path]:
    """Yield a path, or with ``recursive`` the files below it; what is hidden there stays so.

    Folders that are not gone into, linked or closed, are yielded themselves.
    """
    if not (recursive and _is_folder(path)):
        yield path
        return
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield Path(folder, name)
        below = (Path(folder, name) for name in folders)
        left = [one for one in below if one.is_symlink() or not os.access(one, os.R_OK)]
        yield from left
        found = found or bool(left)
    if not found:
        yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # reading it will tell why


def _folder_error(folder: Path, *, recursive: bool, asked: bool) -> AnnotatorError:
    if not asked and folder.is_symlink():
        return LinkedFolderError(folder)
    if recursive and not os.access(folder, os.R_OK):
        return UnreadableFileError(folder, reason="permission denied")
    return NoFilesError(folder) if recursive else FolderError(folder)


def prepare_article(read: ReadArticle, surroundings: Surroundings) -> PreparedArticle:
    """Find an article's language, direction and sentences, where it does not say them."""
    language, direction = surroundings.detect(read.text)
    segmenter = surroundings.segmenter(read.language or language)
    digest = text_digest(read.text)
    return PreparedArticle(
        read=read,
        text_sha256=digest,
        language=read.language or language,
        direction=read.direction or direction,
        sentence_ends=tuple(
            tuple(segmenter.boundaries(paragraph)) for paragraph in read.text.split("\n")
        ),
        segmenter=segmenter.name,
        findable=findable(read.text, digest),
    )
