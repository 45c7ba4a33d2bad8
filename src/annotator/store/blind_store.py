"""A project file as one sees it who works without looking at what others did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.finishings import ever_finished
from annotator.core.records import ClaimRecord, Highlight, ReviewedMark
from annotator.core.request_errors import NotFoundError
from annotator.service.changes import Progress
from annotator.store import history, schema
from annotator.store.engine import Database
from annotator.store.filters import install
from annotator.store.finder import FileFinder
from annotator.store.listing import BY_ARTICLE, FileListing
from annotator.store.own_figures import OwnFigures
from annotator.store.project_store import ProjectStore
from annotator.store.shared_names import rows_named
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT, MARK, read_state
from annotator.store.told_whole import ToldWhole
from annotator.store.veil import draw
from annotator.team.fields import MADE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from annotator.core.records import Record
    from annotator.service.finding import HighlightSort
    from annotator.store.states import Kind
    from annotator.team.shared import SharedObject


class BlindStore(ToldWhole, ProjectStore):
    """Answers as if what is hidden were not there, on a connection of its own.

    What members exchange is told whole, since a bundle or a merge that lacked something would
    take it from others; conflicts of what is hidden wait. It is not for writing.
    """

    def __init__(self, whole: ProjectStore) -> None:
        database = Database(whole.path)
        try:
            super().__init__(database, whole.machine)
            # The file is looked through by whoever sees all of it.
            database.examine = None
            self._lookup.alone = True
            draw(database.driver, whole.reviewer.id)
        except BaseException:
            database.close()
            raise
        self._whole = whole
        self._own_figures = OwnFigures(self._lookup)

    def hides(self, article_id: str) -> bool:
        """Tell whether others' highlights of an article are hidden."""
        return not ever_finished(self.article(article_id), self.reviewer.id)

    def shows(self, record: Record) -> bool:
        """Tell whether a highlight, a mark or a claim record may be seen, gone ones as well."""
        if isinstance(record, Highlight | ReviewedMark):
            own = record.reviewer_id == self.reviewer.id
            try:
                return own or not self.hides(record.article_id)
            except NotFoundError:
                return False
        return not isinstance(record, ClaimRecord) or self._has(CLAIM, record.id)

    def progress_in(self, article_id: str) -> Progress:
        """Return an article's counters as far as they may be told; raise ``NotFoundError``."""
        with self._shelf.reading():
            article = self.article(article_id)
            own = self._own_figures.of(self._lookup.key(schema.article, article.id))
            return Progress(article.id, *own) if own else super().progress_in(article.id)

    def title_of(self, sequence: int) -> str | None:
        """Return what a change is called as far as that may be told; None where there is none."""
        with self._database.reading() as connection:
            return history.title_of(connection, sequence)

    def close(self) -> None:
        """Let go of the connection."""
        self._database.close()

    def finder(self) -> FileFinder:
        """Return what searches while one types."""
        found = FileFinder(self.path, self._prepare)
        self._whole.finders.add(found)
        return found

    def highlight_listing(self, text: str = "", *, sort: HighlightSort = BY_ARTICLE) -> FileListing:
        """Return the highlights that fit a query, for a table; build and close it."""
        return FileListing(self.path, text, sort, prepare=self._prepare)

    def open_conflicts(self) -> Iterator[SharedObject]:
        """Yield the objects of which something waits to be settled, but for those hidden."""
        for found in self._whole.open_conflicts():
            if not self._is_hidden(found):
                yield found

    def conflict_count(self) -> int:
        """Return how many conflicts wait to be settled, but for those hidden."""
        return sum(1 for _ in self.open_conflicts())

    def hidden_conflicts(self) -> int:
        """Count the objects of which something waits to be settled that are hidden."""
        return sum(map(self._is_hidden, self._whole.open_conflicts()))

    def _is_hidden(self, found: SharedObject) -> bool:
        """Tell whether a conflict lies in an article that is to be finished first.

        On one's own highlights, too: it tells of what others did there.
        """
        if found.kind == CLAIM.name:
            names = self._whole.highlights_of_claims([found.id])
            told = self._whole.shared_objects(HIGHLIGHT.name, names).values()
            return any(map(self._is_hidden, told)) or not self._has(CLAIM, found.id)
        if found.kind not in {HIGHLIGHT.name, MARK.name} or not found.there:
            return False
        article = str(found.shown(MADE)["article"])
        with self._shelf.reading() as connection:
            row = rows_named(connection, ARTICLE, [article]).get(article, article)
        try:
            return self.hides(row)
        except NotFoundError:
            return True

    @property
    def _prepare(self) -> partial[None]:
        return partial(_prepared, self.reviewer.id)

    def _has(self, kind: Kind, uuid: str) -> bool:
        with self._shelf.reading() as connection:
            return read_state(connection, kind, uuid) is not None


def _prepared(reviewer_id: str, driver: sqlite3.Connection) -> None:
    install(driver)
    draw(driver, reviewer_id)
