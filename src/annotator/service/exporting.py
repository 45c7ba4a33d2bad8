"""Writing annotation files: beside their place, verified, and moved there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import ReadOnlyFormatError, WrongExportError
from annotator.core.file_errors import FullFolderError
from annotator.core.request_errors import UnknownFormatError, UnknownVariantError
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.losses import Tally
from annotator.service.verifying import verify
from annotator.service.watch import UNWATCHED, StoppedError
from annotator.service.writing import refuse_occupied, settle, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.foreign_values import ForeignArticle
    from annotator.service.exchange_ports import AnnotationFormat, Sent, SentArticle
    from annotator.service.watch import Watch


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what the file cannot hold of it."""

    format: str
    target: Path
    articles: int
    highlights: int
    losses: tuple[Loss, ...]


def format_named(name: str, formats: Iterable[AnnotationFormat]) -> AnnotationFormat:
    """Return the format of that name; raise ``UnknownFormatError``."""
    known = {one.name: one for one in formats}
    if name not in known:
        raise UnknownFormatError(name, known=tuple(sorted(known)))
    return known[name]


def export(
    sent: Sent,
    form: AnnotationFormat,
    target: Path,
    options: ExchangeOptions | None = None,
    *,
    watch: Watch = UNWATCHED,
) -> ExportReport:
    """Write a project in a format, read it again, and only then put it in its place.

    A folder is written into a place that is not there, or empty.

    Raises:
        ReadOnlyFormatError: the format is not written by this program.
        QuoteMismatchError: a highlight's quote is not the text at its place.
        WrongExportError: what was written reads otherwise.
        FileProblemError: the file cannot be written, or must not be written over.
        StoppedError: whoever watches cancelled it; nothing was written.

    """
    options = options or ExchangeOptions()
    if not form.writes:
        raise ReadOnlyFormatError(form.title)
    if options.variant and options.variant not in form.variants:
        raise UnknownVariantError(options.variant, reader=form.title, known=form.variants)
    tally = Tally(sent, watch)
    with _beside(target, folder=form.folder) as scratch:
        # Before it is read again, which asks for articles that were not asked for in writing.
        losses = tally.losses(form, form.write(tally, scratch, options))
        _verify(form, tally, scratch, target, options)
        if watch.cancelled():
            raise StoppedError
        watch.committing()
    return ExportReport(form.name, target, tally.article_count, tally.highlight_count, losses)


def _verify(
    form: AnnotationFormat, sent: Sent, scratch: Path, target: Path, options: ExchangeOptions
) -> None:
    """Raise ``WrongExportError`` unless each slice reads as its quote and each id is there once."""
    texts = _Texts(sent)
    file = form.read(scratch, options)
    verdict = verify(file, texts=texts, reading=file.reading)
    if verdict.number:
        first = verdict.problems[0]
        where = f"{first.place}: " if first.place else ""
        raise WrongExportError(target, form=form.title, reason=f"{where}{first.message}")


class _Texts:
    """The texts of what was sent, for files that do not hold them; the last one is kept."""

    def __init__(self, sent: Sent) -> None:
        self._articles: dict[str, SentArticle] = {}
        for one in sent.articles():
            self._articles[one.article.id] = one
        self._last: tuple[str, str] = ("", "")

    def __call__(self, article: ForeignArticle) -> str | None:
        """Return the text of an article that says which of ours it is."""
        found = self._articles.get(article.article_id)
        if found is None:
            return None
        if self._last[0] != article.article_id:
            self._last = (article.article_id, found.revision.text)
        return self._last[1]


@contextmanager
def _beside(target: Path, *, folder: bool) -> Iterator[Path]:
    """Give a place beside the target, which takes its place when the block ends well."""
    try:
        place = target.resolve()
        if folder:
            _refuse_full_folder(target, place)
        else:
            refuse_occupied(target, place)
        scratch = Path(tempfile.mkdtemp(prefix=".export-", dir=place.parent))
    except (OSError, RuntimeError) as error:
        raise unwritable(target, error) from error
    written = scratch / place.name
    try:
        if folder:
            written.mkdir()
        yield written
        _put(written, place, folder=folder)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _refuse_full_folder(target: Path, place: Path) -> None:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise FullFolderError(target)


def _put(written: Path, place: Path, *, folder: bool) -> None:
    for one in sorted(written.rglob("*")) if folder else [written]:
        if one.is_file():
            settle(one)
    if folder and place.is_dir():
        place.rmdir()
    os.replace(written, place)  # noqa: PTH105 - a folder, too
