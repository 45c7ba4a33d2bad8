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
from annotator.core.file_errors import (
    FileIsFolderError,
    FileProblemError,
    FullFolderError,
    UnwritableFileError,
)
from annotator.core.foreign_values import Holds
from annotator.core.request_errors import UnknownFormatError, UnknownFormVariantError
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.loss_names import LEFT_OUT, PARTED
from annotator.service.losses import WORDS, Tally
from annotator.service.verifying import verify
from annotator.service.watch import UNWATCHED, StoppedError
from annotator.service.writing import refuse_occupied, settle, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.foreign_values import ForeignArticle
    from annotator.service.exchange_ports import AnnotationFormat, Sent, SentArticle
    from annotator.service.verifying import Verdict
    from annotator.service.watch import Watch


# The losses that are highlights which are not in the file.
_ABSENT = LEFT_OUT | {WORDS[Holds.UNPLACED]}
# What articles have that are never mistaken for one another.
_TOLD_APART = frozenset((Holds.ID, Holds.METADATA, Holds.EMPTY))


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, as the file has it, and what it cannot hold."""

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


def refuse_variant(form: AnnotationFormat, options: ExchangeOptions) -> None:
    """Raise ``UnknownFormVariantError`` where a format has not the variant that is wished."""
    if options.variant and options.variant not in form.variants:
        raise UnknownFormVariantError(options.variant, form=form.title, known=form.variants)


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
    refuse_variant(form, options)
    tally = Tally(sent, watch)
    with _beside(target, folder=form.folder) as scratch:
        # Before it is read again, which asks for articles that were not asked for in writing.
        losses = tally.losses(form, form.write(tally, scratch, options))
        written = _verify(form, tally, scratch, target, options)
        usual = not options.variant
        if reason := _counted_wrong(written, tally, losses, form, usual=usual):
            raise WrongExportError(target, form=form.title, reason=reason)
        if watch.cancelled():
            raise StoppedError
        watch.committing()
    articles = tally.article_count if Holds.EMPTY in form.holds else written.articles
    return ExportReport(form.name, target, articles, written.highlights, losses)


def _verify(
    form: AnnotationFormat, sent: Sent, scratch: Path, target: Path, options: ExchangeOptions
) -> Verdict:
    """Raise ``WrongExportError`` unless each slice reads as its quote and each id is there once.

    A project may have words of its own where there are some to choose from.
    """
    texts = _Texts(sent)
    try:
        file = form.read(scratch, options)
    except FileProblemError as error:
        reason = str(error).replace(str(scratch), target.name)
        raise WrongExportError(target, form=form.title, reason=reason) from error
    verdict = verify(file, texts=texts, reading=file.reading, wording=False)
    if verdict.number:
        first = verdict.problems[0]
        where = f"{first.place}: " if first.place else ""
        raise WrongExportError(target, form=form.title, reason=f"{where}{first.message}")
    return verdict


def _counted_wrong(
    written: Verdict, sent: Tally, losses: Iterable[Loss], form: AnnotationFormat, *, usual: bool
) -> str:
    """Return what of all that was sent and not told as lost cannot be read; empty for nothing.

    A variant that is not the ``usual`` one may hold less than its format.
    """
    lost = {one.what: one.count for one in losses}
    wanted = sent.highlight_count - sum(lost.get(what, 0) for what in _ABSENT)
    whole = usual and Holds.PARTS in form.holds
    parted = any(what in lost for what in PARTED) or (sent.parted and not whole)
    if written.highlights < wanted or (written.highlights > wanted and not parted):
        return f"it has {written.highlights} highlights, and {wanted} were to be in it"
    if usual and form.holds >= _TOLD_APART and written.articles != sent.article_count:
        return f"it has {written.articles} articles, and {sent.article_count} were to be in it"
    return ""


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
            _refuse_folder(target, place)
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
    except UnwritableFileError as error:
        # Nobody knows the place beside the target.
        raise UnwritableFileError(target, reason=error.reason) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _refuse_folder(target: Path, place: Path) -> None:
    if place.is_dir():
        raise FileIsFolderError(target)


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
