"""What taking a newer copy would do to the highlights, told before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from annotator.gui.failures import sentence_on
from annotator.gui.newest_job import NewestJob
from annotator.gui.plain import number
from annotator.service.importing import prepare_article
from annotator.service.revision_plan import plan_revision
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.records import Article
    from annotator.gui.import_preview import ImportPreview
    from annotator.gui.job import Cancelled, Progress
    from annotator.service.article_ports import ReadArticle
    from annotator.service.project import Project
    from annotator.service.revision_plan import RevisionPlan

# While somebody types, the texts are not compared after each letter.
ASK_AFTER_MS = 250


class CopyEffect(QObject):
    """Compares a copy as it is with its article, beside the window; the last question counts."""

    def __init__(self, preview: ImportPreview, project: Project) -> None:
        super().__init__(preview)
        self._preview, self._project = preview, project
        self._comparing = NewestJob(self)
        self._comparing.found.connect(self._take)
        self._comparing.failed.connect(lambda error: self._tell(sentence_on(error)))
        self._comparing.progressed.connect(self._show_progress)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(ASK_AFTER_MS)
        self._soon.timeout.connect(self._begin)
        preview.text.edited.connect(self._soon.start)

    @property
    def running(self) -> bool:
        """True while an answer is still to come."""
        return self._comparing.running or self._soon.isActive()

    def ask(self) -> None:
        """Tell what taking the copy that is shown would do; nothing where it is none."""
        self.stop()
        asked = self._preview.newer_copy() is not None
        self._tell(_tr("Comparing the texts…") if asked else "")
        if asked:
            self._soon.start()

    def stop(self) -> None:
        """Let go of what is being compared."""
        self._soon.stop()
        self._comparing.stop()

    def close(self) -> None:
        """Stop, and wait for the end: the project may be about to be closed."""
        self._soon.stop()
        self._comparing.close()

    def _begin(self) -> None:
        self.stop()
        found = self._preview.newer_copy()
        if found is None:
            self._tell("")
            return
        article, read = found

        def compare(progress: Progress, cancelled: Cancelled) -> RevisionPlan | None:
            return _compared(self._project, article, read, Watch(progress, cancelled))

        self._comparing.begin(compare, grace_seconds=0.0)

    def _take(self, plan: RevisionPlan) -> None:
        told = effect_told(plan.counts, same_text=plan.same_text)
        if plan.reopens:
            told += " " + _tr("The article is finished; it will be open again.")
        self._tell(told)

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            told = _tr("Comparing the texts… {0} of {1} highlights")
            self._tell(told.format(number(done), number(total)))

    def _tell(self, sentence: str) -> None:
        self._preview.signs.effect.setText(sentence)
        self._preview.signs.effect.setVisible(bool(sentence))


def _compared(
    project: Project, article: Article, read: ReadArticle, watch: Watch
) -> RevisionPlan | None:
    prepared = prepare_article(read, project.surroundings)
    try:
        return plan_revision(
            project.queries,
            article,
            prepared=prepared,
            surroundings=project.surroundings,
            watch=watch,
        )
    except StoppedError:
        return None


def effect_told(counts: Mapping[str, int], *, same_text: bool) -> str:
    """Return in words what becomes of an article's highlights.

    >>> effect_told({"unchanged": 4, "lost": 1}, same_text=False)
    'Highlights: 4 stay as they are · 1 lost'
    """
    if same_text:
        return _tr("Its text is the one that the article has; no highlight moves.")
    words = {
        "unchanged": _tr("{0} stay as they are"),
        "changed": _tr("{0} with other words"),
        "moved": _tr("{0} moved elsewhere"),
        "ambiguous": _tr("{0} ambiguous"),
        "lost": _tr("{0} lost"),
        "waiting": _tr("{0} without a place before"),
    }
    parts = [words[name].format(number(count)) for name, count in counts.items() if count]
    if not parts:
        return _tr("The article has no highlights that could move.")
    return _tr("Highlights: {0}").format(" · ".join(parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("revisions", text)
