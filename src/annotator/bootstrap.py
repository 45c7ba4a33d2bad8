"""The composition root: gives a project its file, readers, formats, segmenter and clock."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from annotator.articles.reading.apart import WORKERS, set_apart
from annotator.formats.codebook_toml import read_codebook
from annotator.paths import resource
from annotator.service.column_mappings import ColumnMappings
from annotator.service.ports import Surroundings
from annotator.service.project import Project
from annotator.store import clock
from annotator.store import project_file as files
from annotator.store.engine import BUSY_SECONDS
from annotator.store.profile import load_profile, profile_file
from annotator.store.reviewer_book import ReviewerBook
from annotator.text.choose import segmenter
from annotator.text.language import direction, guess_language

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.article_ports import ArticleReader
    from annotator.service.exchange_ports import AnnotationFormat
    from annotator.service.fetching import FetchedFile, Trip

# Plain text comes first: it is what a file is taken for when no other reader claims its ending.
FIRST_READER = "plain-text"


def open_project(
    path: Path, *, create: bool, busy_seconds: float = BUSY_SECONDS, reviewer: str = ""
) -> Project:
    """Open a project file; where there is none, make one with the built-in labels if ``create``.

    ``busy_seconds`` is how long a change waits for another program that is writing; ``reviewer``
    is the name of who works in it, where that is not the one who works on this computer.

    Raises:
        ProjectFileError: one subclass for each thing that can be wrong with the file.
        UnknownReviewerError: nobody of that name works on this computer.

    """
    profile = load_profile(reviewers().named(reviewer)) if reviewer else None
    codebook = read_codebook(resource("codebook", "fact-checking.toml")) if create else None
    store = files.open_project(path, create=codebook, profile=profile, busy_seconds=busy_seconds)
    return Project(store, surroundings(), reviewer=store.reviewer)


def reviewers() -> ReviewerBook:
    """Return who works on this computer."""
    return ReviewerBook(profile_file())


@cache
def surroundings() -> Surroundings:
    """Return what every project of this process works with."""
    return Surroundings(
        now=clock.now,
        new_id=clock.new_id,
        segmenter=cache(segmenter),
        detect=lambda text: (guess_language(text), direction(text)),
        readers=_readers,
        formats=_formats,
        stop_reading=WORKERS.interrupt,
        fetch=_fetch,
        mappings=ColumnMappings(),
    )


def _fetch(address: str, trip: Trip) -> FetchedFile:
    from annotator.articles.reading.web_fetch import (  # noqa: PLC0415 - only who asks the web pays
        fetch,
    )

    return fetch(address, trip)


@cache
def _readers() -> tuple[ArticleReader, ...]:
    found = _plugged_in("annotator.articles")
    first = found.pop(FIRST_READER)
    readers = (first, *found.values())
    return tuple(map(set_apart, readers))


@cache
def _formats() -> tuple[AnnotationFormat, ...]:
    return tuple(_plugged_in("annotator.formats").values())


def _plugged_in(group: str) -> dict[str, Any]:
    """Return one instance of each class that an installed package offers under a group."""
    return {point.name: point.load()() for point in entry_points(group=group)}
