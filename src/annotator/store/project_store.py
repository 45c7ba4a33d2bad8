"""A project file as the service knows it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from annotator.core.request_errors import (
    NothingToRedoError,
    NothingToUndoError,
    WentOnMeanwhileError,
)
from annotator.service.changes import NOTHING
from annotator.service.ports import Finding
from annotator.service.watch import UNWATCHED
from annotator.store import change_items, history
from annotator.store.alterations import COUNTED, MOST_TOLD, Alterations
from annotator.store.check import check_project, damage_in
from annotator.store.edit_logs import EditLogs
from annotator.store.engine import Database
from annotator.store.failures import one_line
from annotator.store.filters import install
from annotator.store.finder import FileFinder
from annotator.store.jumps import (
    is_reversible,
    long_way_back,
    preview_of,
    reverse,
    steps_back,
    steps_to,
    take,
    take_so_many,
    title_of_jump,
)
from annotator.store.listing import BY_ARTICLE, FileListing
from annotator.store.lookup import Lookup
from annotator.store.noted import NotedHighlights
from annotator.store.originals import keep_originals
from annotator.store.outside import Outside
from annotator.store.rehearsing import Rehearsing
from annotator.store.shelf import Shelf
from annotator.store.step_sizes import StepSizes
from annotator.store.team_memory import TeamMemory
from annotator.store.translate import Translator
from annotator.store.unit_of_work import FileUnitOfWork
from annotator.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Reviewer, Timestamp
    from annotator.service.changes import Changes
    from annotator.service.finding import HighlightSort
    from annotator.service.history_ports import HistoryEntry, JumpPreview
    from annotator.service.original_commands import Originals
    from annotator.service.watch import Watch
    from annotator.store.blind_store import BlindStore
    from annotator.store.history import Heads, Stacks
    from annotator.store.writer import Draft, Machine


# From so many objects on, a change is reversed in bulk.
MANY: Final = 50


class ProjectStore(EditLogs, NotedHighlights, Rehearsing, StepSizes, TeamMemory):
    """An open project file; threads may share it and take turns."""

    def __init__(self, database: Database, machine: Machine) -> None:
        super().__init__(Shelf(database, Lookup(database.connection)))
        database.examine = partial(damage_in, database)
        self._database = database
        self.machine = self._machine = machine
        self._lookup.reviewer_id = machine.profile.reviewer.id
        self._writer = Writer(database, self._lookup, machine)
        self._edits = machine.profile.journals / f"{self._writer.project}-edits"
        self._outside = Outside(database, self._lookup)
        # They make way whenever somebody writes here.
        self.finders: WeakSet[FileFinder] = WeakSet()
        install(database.driver)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def name(self) -> str:
        """The name shown to people."""
        return one_line(self.path.stem)

    @property
    def reviewer(self) -> Reviewer:
        """The user, under whose name changes are made."""
        return self._machine.profile.reviewer

    @contextmanager
    def writing(self) -> Iterator[FileUnitOfWork]:
        """Begin a unit of work; only one writes at a time."""
        with self._drafting() as draft:
            yield FileUnitOfWork(self._writer, draft, self, self._lookup)

    @contextmanager
    def beside(self) -> Iterator[ProjectStore]:
        """Open the file a second time, for long work in another thread.

        Who reads here goes on reading while that writes; who wants to write waits for it. What
        it commits is told here by ``took``.
        """
        database = Database(self.path)
        try:
            # Or a large change would take the file for itself long before it is committed.
            database.driver.execute("PRAGMA cache_spill = OFF")
            yield ProjectStore(database, self._machine)
        finally:
            database.close()

    def blind(self) -> BlindStore:
        """Open the file a second time, to look at without what others did; close it after use."""
        from annotator.store.blind_store import BlindStore  # noqa: PLC0415 - it is made of this

        return BlindStore(self)

    def keep_originals(self, originals: Originals) -> None:
        """Keep the bytes of files that revisions were read from, with no change on record."""
        with self._database.writing() as connection:
            if keep_originals(connection, originals):
                self._database.commit()

    def took(self, changes: Changes) -> None:
        """Take note that a change which was made beside is known, or soon told to everybody."""
        self._outside.made(changes.sequence)

    @contextmanager
    def _drafting(self) -> Iterator[Draft]:
        # A long search would keep the change from the file until its end.
        for finder in list(self.finders):
            finder.make_way()
        with self._writer.drafting() as draft:
            yield draft
            if draft.committed:
                self._outside.made(draft.door.stamp.sequence)

    def undo(self, watch: Watch = UNWATCHED, *, after: int | None = None) -> Changes:
        """Reverse the newest step; raise ``NothingToUndoError``.

        Where ``after`` is no more the newest change, ``WentOnMeanwhileError`` is raised.
        """

        def head_of(heads: Heads) -> int | None:
            if after not in (None, heads.sequence):
                raise WentOnMeanwhileError(
                    history.title_of(self._database.connection, heads.sequence) or ""
                )
            return heads.undo

        return self._turn(head_of, history.undoing, watch, nothing=NothingToUndoError)

    def redo(self, watch: Watch = UNWATCHED) -> Changes:
        """Repeat the change undone last; raise ``NothingToRedoError``."""
        return self._turn(attrgetter("redo"), history.redoing, watch, nothing=NothingToRedoError)

    def _turn(
        self,
        head_of: Callable[[Heads], int | None],
        stacks_of: Callable[[Connection, Heads, int], Stacks],
        watch: Watch,
        *,
        nothing: type[AnnotatorError],
    ) -> Changes:
        with self._drafting() as draft:
            head = head_of(draft.heads)
            if head is None:
                raise nothing
            connection, sequence = self._database.connection, draft.door.stamp.sequence
            stacks = stacks_of(connection, draft.heads, sequence)
            return self._reverse(draft, head, stacks, watch)

    def _reverse(self, draft: Draft, head: int, stacks: Stacks, watch: Watch) -> Changes:
        """Bring every object that a step altered back to what it was, last one first."""
        connection = self._database.connection
        alterations = Alterations(Translator(self._lookup))
        number = history.size_of_step(connection, head)
        if number > MOST_TOLD:
            alterations.expect(history.size_of_step(connection, head, COUNTED))
        if number >= change_items.MOST_KEPT and history.first_of_step(connection, head) == head:
            way = long_way_back(connection, head)
            alterations.note_all(take_so_many(draft.door, self._lookup, way, number, watch))
        elif number >= MANY:
            steps = steps_back(history.items_of_step(connection, head))
            alterations.note_all(take(draft.door, self._lookup, steps, watch))
        else:
            for item in reversed(history.items_of_step(connection, head)):
                if is_reversible(item):
                    alterations.note(reverse(draft.door, item))
        title = history.title_of(connection, head) or ""
        watch.committing()
        return self._writer.finish(draft, stacks, title, alterations)

    def jump(self, sequence: int, watch: Watch = UNWATCHED) -> Changes:
        """Go to the state after any change (0: before the first); raise ``NotFoundError``."""
        with self._drafting() as draft:
            connection, door = self._database.connection, draft.door
            steps = steps_to(connection, sequence)
            if not steps:
                return NOTHING
            alterations = Alterations(Translator(self._lookup))
            alterations.note_all(take(door, self._lookup, steps, watch))
            stacks = history.jumping(draft.heads, door.stamp.sequence, sequence)
            title = title_of_jump(connection, sequence)
            watch.committing()
            return self._writer.finish(draft, stacks, title, alterations)

    def preview(self, sequence: int) -> JumpPreview:
        """Return what going to the state after a change would alter."""
        with self._shelf.reading():
            return preview_of(self._lookup, self._shelf.translator, sequence)

    def undo_title(self) -> str | None:
        """Return the title of what ``undo`` would reverse."""
        with self._database.reading() as connection:
            return history.title_of(connection, history.heads(connection).undo)

    def redo_title(self) -> str | None:
        """Return the title of what ``redo`` would repeat."""
        with self._database.reading() as connection:
            return history.title_of(connection, history.heads(connection).redo)

    def history(self, limit: int = 100, *, before: int | None = None) -> list[HistoryEntry]:
        """Return the newest changes, or those before one, newest first."""
        with self._database.reading() as connection:
            return history.page(connection, limit, before)

    def last_saved(self) -> Timestamp | None:
        """Return when the newest change was committed; None before the first."""
        with self._database.reading() as connection:
            return history.last_saved(connection)

    def outside_changes(self) -> list[Changes]:
        """Return what others committed since the last look; one pragma where nothing.

        Raises:
            ProjectBusyError: if another program is about to commit; there may be another look.
        """
        with self._database.impatient():
            return self._outside.look()

    def finder(self) -> FileFinder:
        """Return what searches while one types, for a worker thread; close it after use."""
        finder = FileFinder(self.path)
        self.finders.add(finder)
        return finder

    def highlight_listing(self, text: str = "", *, sort: HighlightSort = BY_ARTICLE) -> FileListing:
        """Return the highlights that fit a query, for a table; build and close it."""
        return FileListing(self.path, text, sort)

    def check(self) -> list[Finding]:
        """Recompute everything from nothing and name each difference."""
        findings = check_project(self._database, self._machine.journal)
        if findings:
            # A damaged file may not even tell its articles.
            return findings
        for article in (summary.article for summary in self.articles()):
            typed = self.typed_text(article.id)
            if typed is not None and typed.revision_id != article.revision_id:
                message = "What was typed into its text belongs to an older revision."
                findings.append(Finding(f"article {article.id}", message))
        return findings

    def close(self) -> None:
        """Let go of the file and bring the journal to the disk."""
        self._machine.journal.close()
        self._database.close()
