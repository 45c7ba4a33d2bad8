"""The reviewer's place in a project: the open article, and the door for commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.editing_errors import EditingFirstError
from annotator.core.errors import AnnotatorError, Kind
from annotator.core.records import Article, Codebook, Guideline, Highlight, Label
from annotator.core.saving_errors import NotSavedError
from annotator.gui.article_loading import ArticleLoader, QuietCollector, spare_collector
from annotator.gui.held_commands import HeldCommands
from annotator.gui.waiting import Waiting
from annotator.service.followed_sentence import followed_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.span import Span
    from annotator.gui.page import Page
    from annotator.gui.waiting import Then
    from annotator.service.changes import Changes
    from annotator.service.commands import Command
    from annotator.service.open_article import OpenArticle
    from annotator.service.project import Project

NO_LABELS = Codebook(revision=0, guideline="", labels=())


class Place(QObject):
    """One project and its open article; the page shows what is here.

    Nothing is shown as done before the project has it; ``failed`` carries what did not work, and
    ``not_saved`` comes besides where a change is not on the disk because of that. ``settling``
    comes before anything is done or undone, for who has something to write before that.
    """

    project_changed = Signal()
    codebook_changed = Signal()
    article_changed = Signal()
    changed = Signal(object)
    failed = Signal(object)
    not_saved = Signal()
    told = Signal(str)
    leaving = Signal()
    settling = Signal()

    def __init__(self, page: Page, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.waiting = Waiting(self)
        self.waiting.failed.connect(self.fail)
        self.waiting.begun.connect(self._note_newest)
        self.project: Project | None = None
        self.codebook: Codebook | None = None
        self.article: OpenArticle | None = None
        # The words that highlights had before a revision changed them, by their keys.
        self.rereview: dict[int, str] = {}
        self._unsubscribe: Callable[[], None] | None = None
        self._reviewers: dict[str, str] = {}
        self._known: dict[int, Highlight] = {}
        # What the window makes of a command before it is carried out.
        self.prepared: Callable[[Command], Command] = lambda command: command
        self._loader = ArticleLoader(self)
        self._loader.failed.connect(self._give_up)
        # What goes through all of an article waits for it here.
        self.held = HeldCommands(self)
        self.held.told.connect(self.told)
        self._loader.filled.connect(self.held.go_on)
        collector = QuietCollector(self._is_loading, self)
        self.changed.connect(lambda _changes: collector.put_off())
        page.sentence_changed.connect(lambda _number: collector.put_off())
        # What was chosen belongs to the place that the reviewer has just left.
        page.sentence_changed.connect(lambda _number: page.choose_highlight(None))

    def set_project(self, project: Project | None) -> None:
        """Take up a project, letting go of the one before."""
        self.leaving.emit()
        if self._unsubscribe is not None:
            self._unsubscribe()
        before, unsaved = self.project, self.waiting.drop()
        if before is not None:
            before.close()
        self.project = project
        self.codebook = project.queries.codebook() if project else None
        self._reviewers = self._names()
        self._unsubscribe = project.subscribe(self._take) if project else None
        self._show(None)
        spare_collector(lasting=project is not None)
        self.project_changed.emit()
        if before is not None and unsaved:
            self.fail(NotSavedError(before.path, unsaved))

    def open_article(self, article_id: str, *, sentence: int = 0) -> None:
        """Bring an article onto the page."""
        project = self.project
        if project is None:
            return
        try:
            article = project.begin_article(article_id)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._show(article)
        self._loader.load(article)
        if len(article.sentences):
            self.page.go_to_sentence(min(max(sentence, 0), len(article.sentences) - 1))

    def _is_loading(self) -> bool:
        return self.article is not None and not (self.article.filled and self.page.is_loaded)

    def _give_up(self, error: AnnotatorError) -> None:
        """Close an article whose rest cannot be read, rather than show a part as if it were all."""
        self._show(None)
        self.failed.emit(error)

    def _show(self, article: OpenArticle | None) -> None:
        self.leaving.emit()
        self._loader.load(None)
        self.article = article
        self._known.clear()
        self.rereview = self._to_review_again(article)
        self.page.show_article(article, self.codebook or NO_LABELS)
        self.article_changed.emit()
        self.held.follow(article)

    def _to_review_again(self, article: OpenArticle | None) -> dict[int, str]:
        if self.project is None or article is None or article.revision.number == 1:
            return {}
        found = self.project.queries.changed_highlights(article.article.id)
        return {one.highlight.key: one.was for one in found}

    def _take(self, changes: Changes) -> None:
        if changes.reload:
            self._reload()
            return
        if any(isinstance(one.record, Label | Guideline) for one in changes.alterations):
            self._take_codebook()
        for before, after in changes.of(Highlight):
            if after is not None:
                self._known[after.key] = after
            elif before is not None:
                self._known.pop(before.key, None)
        self.page.take(changes)
        if self.article is not None:
            self._follow_article(self.article, changes)
        self.changed.emit(changes)

    def _reload(self) -> None:
        """Read everything again: the file was replaced by another state of it."""
        article, sentence = self.article, self.page.current_sentence
        project = self.project
        if project is None:
            return
        self.codebook = project.queries.codebook()
        self._reviewers = self._names()
        self._show(None)
        self.project_changed.emit()
        known = {summary.article.id for summary in project.queries.articles()}
        if article is not None and article.article.id in known:
            self.open_article(article.article.id, sentence=sentence)

    def _take_codebook(self) -> None:
        if self.project is not None:
            self.codebook = self.project.queries.codebook()
            self.page.set_codebook(self.codebook)
            self.codebook_changed.emit()

    def _follow_article(self, article: OpenArticle, changes: Changes) -> None:
        for before, after in changes.of(Article):
            if before is not None and after is None and before.id == article.article.id:
                self._show(None)
                return
        for old, new in changes.of(Highlight):
            if old is not None and (new is None or new.modified != old.modified):
                self.rereview.pop(old.key, None)
        if changes.origin != "do" and article.revision.number > 1:
            self.rereview = self._to_review_again(article)
        if not article.filled:
            self._loader.load(article)
        if article.stale:
            self.open_article(article.article.id, sentence=self._followed(article))

    def _followed(self, article: OpenArticle) -> int:
        """Return the sentence to go on with in an article's newer text."""
        number = self.page.current_sentence
        if self.project is None:
            return number
        try:
            revision = self.project.queries.outline(article.article.id).revision
        except AnnotatorError:
            # Opening it tells what is wrong.
            return number
        return followed_sentence(article, revision, number)

    def execute(
        self, command: Command, then: Then | None = None, *, continues: int | None = None
    ) -> Changes | None:
        """Carry out a command; None where it failed, which ``failed`` has told, or must wait.

        ``then`` is called with what altered once it is on the disk, at once or later.
        ``continues`` names a change that it is one step with, as ``Project.execute`` tells.
        """
        if self.page.editing is not None:
            self.failed.emit(EditingFirstError())
            return None
        step = self.prepared(command)
        return self._attempt(lambda project: project.execute(step, continues=continues), then)

    def _attempt(
        self, step: Callable[[Project], Changes], then: Then | None = None
    ) -> Changes | None:
        self.settling.emit()
        project = self.project
        if project is None:
            return None
        return self.waiting.attempt(lambda: step(project), then)

    def _note_newest(self) -> None:
        self.waiting.newest = self.newest()

    def newest(self) -> int | None:
        """Return the number of the newest change; None where it cannot be read."""
        try:
            return self.project.queries.newest() if self.project is not None else None
        except AnnotatorError:
            # What is to be done next tells what is wrong.
            return None

    def fail(self, error: AnnotatorError) -> None:
        """Tell what failed, and where it was a change that it is not saved."""
        self.failed.emit(error)
        if error.kind is not Kind.ANSWER or isinstance(error, NotSavedError):
            self.not_saved.emit()

    def highlight(self, key: int | None) -> Highlight | None:
        """Return the record of a highlight of the open article, None where it is gone."""
        if self.project is None or self.article is None or key is None:
            return None
        if key not in self.article.index:
            return None
        try:
            if key not in self._known:
                self._known[key] = self.project.queries.highlight(key)
            return self._known[key]
        except AnnotatorError as error:
            self.failed.emit(error)
            return None

    def reviewer_name(self, reviewer_id: str) -> str:
        """Return the name of a reviewer, empty where the project does not know it."""
        if self.project is not None and reviewer_id not in self._reviewers:
            self._reviewers = self._names()
        return self._reviewers.get(reviewer_id, "")

    @property
    def has_several_reviewers(self) -> bool:
        """True where more than one reviewer is known in the project."""
        return len(self._reviewers) > 1

    def _names(self) -> dict[str, str]:
        reviewers = self.project.queries.reviewers() if self.project else ()
        return {reviewer.id: reviewer.name for reviewer in reviewers}

    def current_span(self) -> Span | None:
        """Return the span of the sentence under the cursor."""
        number = self.page.current_sentence
        if self.article is None or number < 0:
            return None
        return self.article.sentences.span(number)
