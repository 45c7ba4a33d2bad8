"""Merging what colleagues sent: looked into beside the window, previewed, written in one step."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.gui import places_needed
from annotator.gui.failures import sentence_on
from annotator.gui.import_run import seldom
from annotator.gui.key_words import key_of, with_key
from annotator.gui.merge_opening import OpenedBundle, Outcome, close_all, looked_into, merged
from annotator.gui.merge_preview import MergePreview
from annotator.gui.plain import number
from annotator.gui.team_words import SUFFIX, done_words
from annotator.service.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.project import Project

# What the session remembers the folder of bundles by.
CHOSEN = "merge"


class Merging(QObject):
    """Merges some bundles after the other; ``preview`` is what is looked through now."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.files)
        self._window, self._files = window, window.files
        self.preview: MergePreview | None = None
        window.reviewing.leaving.connect(self.close)

    def ask(self) -> None:
        """Ask for bundles, and show what merging them would do."""
        window = self._window
        kinds = ";;".join([self.tr("Bundles ({0})").format(f"*{SUFFIX}"), self.tr("All files (*)")])
        remembered = window.tools.chosen.get(CHOSEN, [""])[0]
        folder = remembered if remembered and Path(remembered).is_dir() else ""
        title = self.tr("Merge what came back")
        names, _ = QFileDialog.getOpenFileNames(window, title, folder, kinds)
        if names:
            window.tools.chosen[CHOSEN] = [str(Path(names[0]).parent)]
            self.begin([Path(name) for name in names])

    def begin(self, paths: Sequence[Path]) -> None:
        """Look into bundles, after all that was asked for before, and show what they would do."""
        reviewing = self._window.reviewing
        # What is still being typed is to be compared with them, too.
        reviewing.settling.emit()
        project = reviewing.project
        if project is not None and paths:
            self._files.queue(partial(self._look, project, [OpenedBundle(one) for one in paths]))

    def _look(self, project: Project, bundles: Sequence[OpenedBundle]) -> None:
        def look(progress: Progress, cancelled: Cancelled) -> Sequence[OpenedBundle] | None:
            return looked_into(project, bundles, Watch(seldom(progress), cancelled))

        job = self._files.begin(
            look, partial(self._show, project), saves=False, otherwise=self._end_looking
        )
        self._show_reading(bundles, 0)
        job.progressed.connect(lambda done, _total: self._show_reading(bundles, done))

    def _end_looking(self) -> None:
        self._files.end()
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        self._window.banner.show_note(self.tr("Nothing was merged."))

    def _show_reading(self, bundles: Sequence[OpenedBundle], done: int) -> None:
        name = bundles[0].path.name
        told = self.tr("Reading {0}: {1} entries").format(name, number(done))
        if len(bundles) > 1:
            several = self.tr("Reading {0} bundles: {1} entries")
            told = several.format(number(len(bundles)), number(done))
        self._window.strip.show_progress(told, 0, 0)

    def _show(self, project: Project, bundles: Sequence[OpenedBundle]) -> None:
        if project is not self._window.reviewing.project:
            close_all(bundles)
            self._files.end()
            return
        self._files.hold()
        preview = self.preview = MergePreview(self._window, project, bundles)
        preview.settled.connect(self._settle)
        preview.left.connect(self._give_up)
        preview.open()

    def close(self) -> None:
        """Put away what nobody can answer any more."""
        if self.preview is not None:
            self.preview.reject()
            self._window.banner.hide()

    def _give_up(self) -> None:
        self._leave()
        self._tell_nothing()

    def _leave(self) -> None:
        if self.preview is not None:
            self.preview.deleteLater()
        self.preview = None
        self._files.end()

    def _settle(self, bundles: Sequence[OpenedBundle]) -> None:
        self._leave()
        outcome = Outcome()

        def do(project: Project, watch: Watch) -> Changes:
            return merged(project, bundles, outcome, watch)

        work = self._window.work
        work.run(self.tr("Merging…"), do, partial(self._tell, outcome), self._tell_nothing)
        if not work.busy:
            # It ended already, or could not begin.
            close_all(bundles)

    def _tell(self, outcome: Outcome, changes: Changes) -> None:
        if outcome.problem is not None:
            self._window.reviewing.fail(outcome.problem)
            self._window.conflict_sign.count()
            return
        reports = outcome.reports
        counts: Counter[str] = Counter()
        for one in reports:
            counts.update(one.counts)
        added = sum(one.articles_added for one in reports)
        not_kept = [sentence_on(one.signer_not_kept) for one in reports if one.signer_not_kept]
        window = self._window
        window.conflict_sign.count()
        needed = places_needed.newly_waiting(changes)
        window.banner.show_note(self._words(counts, added, not_kept), stays=True)
        if counts["conflicts"]:
            self._offer_conflicts(partial(self._words, counts, added, not_kept))
        if needed:
            places_needed.offer(window)
        self._offer_undo()
        self._open_first(changes)

    def _words(
        self, counts: Counter[str], added: int, not_kept: Sequence[str], left: int | None = None
    ) -> str:
        """Return what was done, with as many conflicts as are ``left`` to be settled."""
        if left is not None:
            counts = Counter({**counts, "conflicts": min(left, counts["conflicts"])})
        words = [*done_words(counts, added)] or [self.tr("Merged")]
        return " · ".join([*words, *not_kept])

    def _offer_conflicts(self, words: Callable[..., str]) -> None:
        """Offer the list of conflicts, and say how many are left as they are settled."""
        window, said = self._window, [words()]
        window.banner.offer(
            self.tr("Show conflicts"),
            with_key(self.tr("List what waits to be settled"), key_of("review.conflicts")),
            lambda: window.tools.open("conflicts"),
        )
        button, sign = window.banner.offers()[-1], window.conflict_sign

        def retell(left: int) -> None:
            told = words(left=left)
            if not window.banner.restate(said[0], told):
                sign.counted.disconnect(retell)
                return
            said[0] = told
            button.setVisible(bool(left))

        sign.counted.connect(retell)

    def _offer_undo(self) -> None:
        """Offer to take the merge back, for as long as it is what undo would take back."""
        banner, undo = self._window.banner, self._window.menus.action("edit.undo")
        hint = with_key(self.tr("Take the whole merge back"), key_of("edit.undo"))
        banner.offer(self.tr("Undo"), hint, undo.trigger)
        self._window.reviewing.changed.connect(banner.offers()[-1].hide)

    def _open_first(self, changes: Changes) -> None:
        """Bring an article that came onto the page where none is on it."""
        if self._window.reviewing.article is None:
            found = next(iter(changes.article_ids()), None)
            if found is not None:
                self._window.open_article(found)


def merging(window: Window) -> Merging:
    """Return what merges for a window, made where it was never asked for."""
    return window.files.findChild(Merging) or Merging(window)
