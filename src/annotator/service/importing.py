"""Preparing articles from files: slow work, outside the project, in any thread, cancellable."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.canonical import text_digest
from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import FolderError, NoFilesError, UnreadableFileError
from annotator.service.article_ports import PreparedArticle, ReadArticle, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.service.article_ports import ArticleReader
    from annotator.service.ports import Surroundings

ADDED = "added"
ALREADY_THERE = "already there"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: its status, the article's id, or the reason of a refusal."""

    file: str
    status: str
    id: str | None = None
    reason: str | None = None
    error: AnnotatorError | None = field(default=None, kw_only=True, compare=False)

    @property
    def facts(self) -> dict[str, str | None]:
        """What programs are told of it."""
        return {"file": self.file, "status": self.status, "id": self.id, "reason": self.reason}


def refusal(file: str, error: AnnotatorError) -> FileReport:
    """Report a file that was refused."""
    return FileReport(file, REFUSED, reason=str(error), error=error)


@dataclass(frozen=True, slots=True)
class Batch:
    """Files prepared for adding, in order: each with its article or the reason it was refused."""

    files: tuple[tuple[Path, PreparedArticle | AnnotatorError], ...]

    @property
    def articles(self) -> tuple[PreparedArticle, ...]:
        """The articles that could be read."""
        return tuple(found for _, found in self.files if isinstance(found, PreparedArticle))


def refusals(batch: Batch) -> list[FileReport]:
    """Report the files of a batch that could not be read."""
    return [
        refusal(str(path), found)
        for path, found in batch.files
        if isinstance(found, AnnotatorError)
    ]


def prepare(
    paths: Sequence[Path],
    surroundings: Surroundings,
    *,
    recursive: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Batch | None:
    """Read files into prepared articles, or return None when cancelled; writes nothing."""
    files = [file for path in paths for file in _files(path, recursive=recursive)]
    readers = list(surroundings.readers())
    found: list[tuple[Path, PreparedArticle | AnnotatorError]] = []
    for number, file in enumerate(files):
        if cancelled():
            return None
        prepared = _prepared(file, readers, surroundings, recursive=recursive)
        found += [(file, one) for one in prepared]
        progress(number + 1, len(files))
    return Batch(tuple(found))


def _files(path: Path, *, recursive: bool) -> Iterator[Path]:
    """Yield a path, or with ``recursive`` the files below it; what is hidden there stays so."""
    if not (recursive and _is_folder(path)):
        yield path
        return
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield Path(folder, name)
        unreadable = [name for name in folders if not os.access(Path(folder, name), os.R_OK)]
        yield from (Path(folder, name) for name in unreadable)
        found = found or bool(unreadable)
    if not found:
        yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # reading it will tell why


def _prepared(
    file: Path, readers: Iterable[ArticleReader], surroundings: Surroundings, *, recursive: bool
) -> Iterator[PreparedArticle | AnnotatorError]:
    try:
        if _is_folder(file):
            yield _folder_error(file, recursive=recursive)
            return
        for one in _reader(file, readers).read(file, ReadOptions()):
            yield prepare_article(one, surroundings) if isinstance(one, ReadArticle) else one
    except AnnotatorError as error:
        yield error


def _folder_error(folder: Path, *, recursive: bool) -> AnnotatorError:
    if recursive and not os.access(folder, os.R_OK):
        return UnreadableFileError(folder, reason="permission denied")
    return NoFilesError(folder) if recursive else FolderError(folder)


def _reader(file: Path, readers: Iterable[ArticleReader]) -> ArticleReader:
    candidates = list(readers)
    suffix = file.suffix.lower()
    # Plain text is what a file is taken for when nothing else claims its ending.
    return next((reader for reader in candidates if suffix in reader.suffixes), candidates[0])


def prepare_article(read: ReadArticle, surroundings: Surroundings) -> PreparedArticle:
    """Find an article's language, direction and sentences."""
    language, direction = surroundings.detect(read.text)
    segmenter = surroundings.segmenter(read.language or language)
    return PreparedArticle(
        read=read,
        text_sha256=text_digest(read.text),
        language=read.language or language,
        direction=direction,
        sentence_ends=tuple(
            tuple(segmenter.boundaries(paragraph)) for paragraph in read.text.split("\n")
        ),
        segmenter=segmenter.name,
    )
