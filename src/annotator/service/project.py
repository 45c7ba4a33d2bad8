"""The one door: commands in, changes out, queries in between."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from annotator.core.editing_errors import TextRevisedElsewhereError
from annotator.core.request_errors import AmbiguousIdError, NotFoundError
from annotator.service import (
    adding_handlers,
    annotation_handlers,
    bulk_tagging,
    claim_handlers,
    codebook_handlers,
    finishing_handlers,
    original_handlers,
    revision_handlers,
    sentence_handlers,
)
from annotator.service.blind import seen_of
from annotator.service.changes import NOTHING
from annotator.service.commands import AddArticles
from annotator.service.handlers import Desk, handle
from annotator.service.import_reports import report_of
from annotator.service.looking import Looking
from annotator.service.merging import handlers as merging_handlers
from annotator.service.open_article import OpenArticle
from annotator.service.taking_up import TakingUp
from annotator.service.text_editing import TextEditing
from annotator.service.walking import Walking
from annotator.service.watch import UNWATCHED

# Importing them registers what they hold.
HANDLERS = (
    adding_handlers,
    annotation_handlers,
    bulk_tagging,
    claim_handlers,
    codebook_handlers,
    finishing_handlers,
    merging_handlers,
    original_handlers,
    revision_handlers,
    sentence_handlers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.core.records import Article, Reviewer
    from annotator.service.changes import Changes
    from annotator.service.commands import Command
    from annotator.service.edit_log import TypedText
    from annotator.service.exporting import ExportReport
    from annotator.service.import_reports import FileReport
    from annotator.service.importing import Batch
    from annotator.service.ports import BlindQueries, Finding, Queries, Store, Surroundings
    from annotator.service.watch import Watch

# An article with no more highlights, or reviewed sentences, is filled before it is shown.
FILLED_AT_ONCE = 300


def _by_id(article: Article, named: str) -> bool:
    return article.id == named.lower()


def _by_title(article: Article, named: str) -> bool:
    return article.title.casefold() == named.casefold()


def _by_end_of_id(article: Article, named: str) -> bool:
    # Ids begin with their time, so that those of one batch differ at their ends.
    return article.id.startswith(named.lower()) or article.id.endswith(named.lower())


def _by_beginning_of_title(article: Article, named: str) -> bool:
    return article.title.casefold().startswith(named.casefold())


def _require_same_text(article: OpenArticle, typed: TypedText | None) -> None:
    if article.stale or (typed and typed.revision_id != article.revision.id):
        raise TextRevisedElsewhereError(article.article.title)


class Project(Looking, Walking):
    """An open project; ``execute`` is one transaction and one undo step.

    Open articles take every change before the subscribers hear of it, in the caller's thread.
    """

    def __init__(self, store: Store, surroundings: Surroundings, *, reviewer: Reviewer) -> None:
        self.surroundings = surroundings
        self.reviewer = reviewer
        self._store = store
        self._blind: BlindQueries | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._open: weakref.WeakSet[OpenArticle] = weakref.WeakSet()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._store.path

    @property
    def name(self) -> str:
        """The project's name, as shown to people."""
        return self._store.name

    @property
    def queries(self) -> Queries:
        """What can be asked of the project."""
        return self._blind or self._store

    def execute(self, command: Command, *, continues: int | None = None) -> Changes:
        """Carry out a command durably and tell every subscriber what altered.

        ``continues`` is the sequence of a change that this one goes on with, as typing on in a
        field does: if nothing came between, undo takes both back at once.
        """
        return self.publish(self.commit(command, continues=continues))

    def commit(
        self, command: Command, watch: Watch = UNWATCHED, *, continues: int | None = None
    ) -> Changes:
        """Carry out a command durably, in any thread; ``publish`` what it returns afterwards.

        Raises:
            StoppedError: if whoever watches cancels it, which leaves everything as it was.
        """
        return self._carry_out(command, self._store, watch, continues=continues)

    def _carry_out(
        self, command: Command, store: Store, watch: Watch, *, continues: int | None = None
    ) -> Changes:
        with store.writing() as work:
            desk = Desk(work, self.reviewer, self.surroundings, watch, self.blind)
            title = handle(command, desk)
            watch.committing()
            changes = work.commit(title, continues=continues)
        if changes is NOTHING:
            # What altered nothing was undone, the files that it was to keep with it.
            store.keep_originals(partial(original_handlers.originals_of, command))
        return changes

    def commit_beside(self, command: Command, watch: Watch = UNWATCHED) -> Changes:
        """Carry out a long command in another thread; who reads meanwhile is not held up.

        ``publish_beside`` what it returns. Raises what ``commit`` raises.
        """
        with self._store.beside() as store:
            return self._carry_out(command, store, watch)

    def publish_beside(self, changes: Changes) -> Changes:
        """Tell open articles and subscribers of what was committed beside."""
        if changes is not NOTHING:
            self._store.took(changes)
        return self.publish(changes)

    def look_outside(self) -> list[Changes]:
        """Take in what other programs committed to the file; costs one pragma where nothing."""
        return [self.publish(changes) for changes in self._store.outside_changes()]

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call ``listener`` with every change from now on; return how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, changes: Changes) -> Changes:
        """Tell open articles and subscribers of a change, in the caller's thread."""
        if self._blind is not None and changes.sequence:
            changes = seen_of(changes, self._blind, self._blind, self.reviewer.id)
        if changes.alterations or changes.progress or changes.reload:
            for article in list(self._open):
                article.take(changes)
                if article.behind or changes.reload:
                    self._refill(article)
            for listener in list(self._listeners):
                listener(changes)
        return changes

    def _refill(self, article: OpenArticle) -> None:
        """Bring an open article up to what the file says of it now, if it is still there."""
        try:
            outline = self.queries.outline(article.article.id)
        except NotFoundError:
            return
        article.refill(outline, self.queries)

    def open_article(self, article_id: str) -> OpenArticle:
        """Bring an article to the desk; it stays current for as long as it is referenced."""
        article = OpenArticle.whole(self.queries.content(article_id))
        self._open.add(article)
        return article

    def begin_article(self, article_id: str) -> OpenArticle:
        """Bring an article to the desk as ``open_article`` does; a long one fills behind its text.

        It is for the caller to ``fill`` it; until then it costs what is looked at.
        """
        article = OpenArticle.filling(self.queries.outline(article_id), self.queries)
        if article.progress.highlights <= FILLED_AT_ONCE >= article.progress.reviewed:
            article.complete()
        self._open.add(article)
        return article

    def edit_text(self, article: OpenArticle) -> TextEditing:
        """Begin to edit an open article's text, or go on with what its log holds.

        Raises:
            TextBeingEditedError: if another window edits it.
            TextRevisedElsewhereError: if the log, or the open article, is of an older text.
            TypedTextMisfitError: if the log does not fit the text.
        """
        taking_up = self.take_up_text(article)
        for _ in taking_up.turns:
            pass
        return taking_up.editing

    def take_up_text(self, article: OpenArticle) -> TakingUp:
        """Begin to edit an open article's text; ``turns`` goes on with what its log holds.

        Raises:
            TextBeingEditedError: if another window edits it.
            TextRevisedElsewhereError: if the log, or the open article, is of an older text.
        """
        log = self._store.edit_log(article.article)
        try:
            typed = self._store.typed_text(article.article.id)
            _require_same_text(article, typed)
        except BaseException:
            log.close()
            raise
        article.complete()
        editing = TextEditing(
            article,
            log,
            surroundings=self.surroundings,
            commit=self.commit,
            publish=self.publish,
        )
        return TakingUp(editing, log, typed.edits if typed else ())

    def drop_typed_text(self, article_id: str) -> None:
        """Throw away what was typed into an article and never finished."""
        self._store.edit_log(self.find_article(article_id)).drop()

    def add(self, batch: Batch) -> list[FileReport]:
        """Add what was prepared, as one undo step; report each file in order."""
        command = AddArticles(batch, batch.originals)
        changes = self.execute(command) if len(batch) else NOTHING
        return report_of(batch, changes, self._store)

    def export(self, format_name: str, target: Path) -> ExportReport:
        """Write all highlights in a format; raise what ``exporting.export`` raises."""
        from annotator.service.exchange import export_project  # noqa: PLC0415 - not for the first paint
        from annotator.service.exchange_ports import ExchangeOptions  # noqa: PLC0415 - the same

        options = ExchangeOptions(format=format_name)
        return export_project(self.queries, self.surroundings, target, options)

    def find_article(self, named: str) -> Article:
        """Return the article that a person names, by id, an end of it, or the title's beginning.

        Raises:
            AmbiguousIdError: several articles are named so.
            NotFoundError: none is.

        """
        articles = [summary.article for summary in self.queries.articles()]
        for fits in (_by_id, _by_title, _by_end_of_id, _by_beginning_of_title):
            found = [article for article in articles if named and fits(article, named)]
            if len(found) > 1:
                raise AmbiguousIdError("article", named)
            if found:
                return found[0]
        raise NotFoundError("article", named)

    def check(self) -> list[Finding]:
        """Recompute everything from nothing and name each difference."""
        return self._store.check()

    @contextmanager
    def rehearsing(self, watch: Watch = UNWATCHED) -> Iterator[Project]:
        """Open a copy of the project in which anything may be tried; it is thrown away then.

        Any thread may; it is looked at as this one is. Raises ``StoppedError`` where cancelled.
        """
        with self._store.rehearsing(watch) as store:
            copy = Project(store, self.surroundings, reviewer=self.reviewer)
            copy.set_blind(on=self.blind)
            try:
                yield copy
            finally:
                copy.set_blind(on=False)

    def remember_sent(self, bundle_id: str, sequence: int, kind: str) -> None:
        """Remember a bundle that was made of the state after a change; that is no change."""
        self._store.remember_sent(bundle_id, sequence, kind)

    def close(self) -> None:
        """Let go of the file."""
        if self._blind is not None:
            self._blind.close()
        self._store.close()
