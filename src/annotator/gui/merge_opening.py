"""Opening bundles and planning what merging them would do, in another thread than the window's."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.core.bundle_errors import OtherKeyError, UnsignedBundleError
from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import ProjectBusyError
from annotator.core.team_errors import PartlyMergedError
from annotator.service.changes import NOTHING
from annotator.service.merging.rehearsing import rehearsal
from annotator.service.merging.report import MUCH
from annotator.service.merging.teamwork import merge
from annotator.service.watch import StoppedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from annotator.service.changes import Changes
    from annotator.service.merging.rehearsing import Rehearsal
    from annotator.service.merging.report import MergeReport
    from annotator.service.merging.teamwork import Arrival
    from annotator.service.project import Project
    from annotator.service.watch import Watch


@dataclass(slots=True)
class OpenedBundle:
    """A bundle that was looked into: what it would do, or why nothing of it can be taken."""

    path: Path
    trusted: bool = False
    arrival: Arrival | None = None
    problem: AnnotatorError | None = None
    _held: ExitStack = field(default_factory=ExitStack)

    def look(self, trial: Rehearsal) -> None:
        """Open the file, check it and plan; what is wrong with it is kept in ``problem``.

        Raises:
            StoppedError: whoever watches cancelled it.

        """
        self.close()
        self.problem = None
        try:
            coming = trial.look(self.path, trust_new_key=self.trusted)
            self.arrival = self._held.enter_context(coming)
            trial.take(self.arrival)
        except AnnotatorError as error:
            self.close()
            self.problem = error

    @property
    def report(self) -> MergeReport | None:
        """What merging it would do."""
        return self.arrival.plan.report if self.arrival is not None else None

    @property
    def is_news(self) -> bool:
        """True where merging it would write anything."""
        plan = self.arrival.plan if self.arrival is not None else None
        return plan is not None and bool(len(plan) or plan.people or plan.texts)

    @property
    def asks_for_trust(self) -> bool:
        """True where its key is not the one known, which its sender may explain."""
        return isinstance(self.problem, OtherKeyError | UnsignedBundleError)

    def close(self) -> None:
        """Let go of the file."""
        self.arrival = None
        self._held.close()


def looked_into(
    project: Project, bundles: Sequence[OpenedBundle], watch: Watch
) -> Sequence[OpenedBundle] | None:
    """Look into each bundle, on top of those before it, in any thread.

    None where that was cancelled, and none of them is open then.
    """
    try:
        with rehearsal(project, len(bundles), watch) as trial:
            for one in bundles:
                one.look(trial)
    except BaseException as error:
        close_all(bundles)
        if isinstance(error, StoppedError):
            return None
        raise
    return bundles


def close_all(bundles: Iterable[OpenedBundle]) -> None:
    """Let go of all files."""
    for one in bundles:
        one.close()


def deleted_by(bundles: Iterable[OpenedBundle]) -> tuple[int, int]:
    """Return how many highlights some bundles take away, and how many there are before."""
    reports = [one.report for one in bundles if one.report is not None]
    there = reports[0].there_before if reports else 0
    return sum(one.counts["deleted"] for one in reports), there


def deletes_much(bundles: Sequence[OpenedBundle]) -> bool:
    """Tell whether so much would be taken away that somebody should say it twice."""
    deleted, there = deleted_by(bundles)
    alone = any(one.report is not None and one.report.deletes_much for one in bundles)
    return alone or deleted > MUCH * there


@dataclass(slots=True)
class Outcome:
    """What came of merging bundles: the report of each, and why it ended before the last one.

    ``problem`` is None where all were merged; else those that ``reports`` tells of stay merged.
    """

    reports: list[MergeReport] = field(default_factory=list)
    problem: AnnotatorError | None = None


def merged(
    project: Project, bundles: Sequence[OpenedBundle], outcome: Outcome, watch: Watch
) -> Changes:
    """Merge bundles one after the other as one step that undo takes back.

    Their plans hold as long as nobody else writes; else those that are left are made anew. Where
    one cannot be merged, those before it are taken back; ``outcome`` tells where not even that
    could be done, as when another program wrote to the project in between.
    """
    done: Changes = NOTHING
    outcome.reports, outcome.problem = [], None
    try:
        for one in bundles:
            arrival = _current(project, one, watch)
            done = _one_more(project, arrival, done, watch)
            outcome.reports.append(arrival.plan.report)
    except BaseException as error:
        try:
            _take_back(project, done)
        except AnnotatorError:
            outcome.problem = _told(error, outcome.reports)
            close_all(bundles)
            return done
        if not isinstance(error, ProjectBusyError):
            # Else it is tried again with what is open.
            close_all(bundles)
        raise
    close_all(bundles)
    return done


def _told(error: BaseException, reports: Sequence[MergeReport]) -> PartlyMergedError:
    """Return what to tell of bundles that stay merged without the others."""
    if isinstance(error, StoppedError):
        reason = "it was cancelled."
    elif isinstance(error, AnnotatorError):
        reason = str(error)
    else:
        raise error
    return PartlyMergedError(", ".join(one.member for one in reports), reason)


def _current(project: Project, one: OpenedBundle, watch: Watch) -> Arrival:
    """Return what was planned, made anew where the project is no more as it was."""
    arrival = one.arrival
    if arrival is not None and arrival.plan.sequence == project.queries.newest():
        return arrival
    with rehearsal(project, 1, watch) as trial:
        one.look(trial)
    if one.problem is not None:
        raise one.problem
    assert one.arrival is not None  # noqa: S101 - what is no problem was opened
    return one.arrival


def _one_more(project: Project, arrival: Arrival, done: Changes, watch: Watch) -> Changes:
    """Merge one bundle and return what it altered together with those before it."""
    # What is deleted was asked for before, all bundles together.
    after = done.sequence if done is not NOTHING else None
    changes = merge(project, arrival, may_delete=True, continues=after, watch=watch)
    if changes is NOTHING or done is NOTHING:
        return done if changes is NOTHING else changes
    return replace(
        changes,
        alterations=done.alterations + changes.alterations,
        progress=done.progress + changes.progress,
        reload=done.reload or changes.reload,
    )


def _take_back(project: Project, done: Changes) -> None:
    if done is not NOTHING:
        project.commit_undo(after=done.sequence)
