"""Finding out what a bundle would do to a project, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.service.merging.arrival_checks import ArrivalChecks
from annotator.service.merging.arriving_articles import ArrivingArticles
from annotator.service.merging.kept_labels import KeptLabels
from annotator.service.merging.matching import Matching
from annotator.service.merging.pieces import PLACED, chunks
from annotator.service.merging.plan import MergePlan
from annotator.service.merging.report import MergeReport
from annotator.service.merging.tally import Tally
from annotator.service.watch import UNWATCHED
from annotator.team.joining import in_order, join, joined_extras

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.bundle.content import Person
    from annotator.service.ports import Queries
    from annotator.service.team_ports import Person as TeamPerson
    from annotator.service.watch import Watch
    from annotator.team.shared import SharedObject


def plan_merge(
    queries: Queries, content: Bundle, bundle_id: str, watch: Watch = UNWATCHED
) -> MergePlan:
    """Return what merging a bundle would do; nothing is written.

    Costs what the bundle holds, and, where it brings an article another text, what that holds.

    Raises:
        DamagedBundleError: a line is not understood, or would harm what is here.
        StoppedError: whoever watches cancelled it.
    """
    report = MergeReport(bundle_id, content.facts.member.name)
    report.there_before = queries.stats().highlights
    plan = MergePlan(report, sequence=queries.newest())
    known = {one.reviewer.id: one for one in queries.people()}
    report.items.people = {one: person.reviewer.name for one, person in known.items()}
    report.items.labels = {
        one: str(label.shown("name") or "")
        for label in queries.all_shared("label")
        for one in (label.id, *label.aliases)
    }
    for person in content.people():
        report.items.people.setdefault(person.id, person.name)
        if _is_news(known.get(person.id), person):
            plan.people.append(person)
    _Planning(queries, content, plan, watch).run()
    report.not_understood = content.not_understood
    return plan


def _is_news(ours: TeamPerson | None, theirs: Person) -> bool:
    if ours is None or (ours.reviewer.name, ours.renamed) != (theirs.name, theirs.renamed):
        return True
    return joined_extras(ours.extra, theirs.extra) != ours.extra


class _Planning:
    """Joins each object that comes with ours, and puts aside what that alters."""

    def __init__(self, queries: Queries, content: Bundle, plan: MergePlan, watch: Watch) -> None:
        self._content, self._plan, self._watch = content, plan, watch
        self._queries = queries
        self._matching = Matching(queries, content)
        self._tally = Tally(plan.report)
        self._articles = ArrivingArticles(queries, content, self._matching)
        self._labels = KeptLabels(queries, self._matching)
        self._seen = 0

    def run(self) -> None:
        """Go through all that the bundle holds."""
        checks = ArrivalChecks(self._queries, self._content, self._articles.text)
        for before, theirs in self._matching.labels():
            self._label(before, theirs)
        self._objects("guideline", self._content.whole_objects("guideline"))
        self._articles.take_all()
        for home in self._articles.homes.values():
            retold = home.retold
            self._tally.article(home.before, home.after, retold=retold, inside=home.inside)
            if home.before is None or home.united or home.after != home.before:
                self._plan.put(home.after)
            self._plan.texts.update(self._articles.texts_to_take(home))
        self._plan.texts.update(self._articles.texts_told_more_of())
        for kind in ("claim", *PLACED):
            self._objects(kind, self._content.checked_objects(kind, checks.faults))
        self._removed()
        self._plan.names |= self._matching.names
        self._plan.former |= self._matching.former
        for home in self._articles.homes.values():
            self._articles.gather(home)
            self._watch.step(self._seen, 0)
            for before, after in home.carried():
                self._put(before, after, anyway=home.gathers)
        for before, after in self._labels.settled():
            self._put(before, after, anyway=self._matching.unites(after.id))

    def _label(self, before: SharedObject | None, theirs: SharedObject) -> None:
        after = in_order(theirs) if before is None else join(before, theirs)
        self._plan.report.items.labels.setdefault(after.id, str(after.shown("name") or ""))
        if not self._labels.goes(before, after, theirs):
            self._put(before, after, anyway=self._matching.unites(after.id))

    def _objects(self, kind: str, theirs: Iterable[SharedObject]) -> None:
        for some in chunks(theirs):
            self._watch.step(self._seen, 0)
            self._seen += len(some)
            self._take_all(kind, some, self._matching.ours(kind, some))

    def _take_all(
        self, kind: str, theirs: Iterable[SharedObject], ours: dict[str, SharedObject]
    ) -> None:
        for one in theirs:
            known = ours.get(one.id)
            before = self._matching.named(known) if known is not None else None
            after = self._matching.named(one)
            if before is None:
                after = in_order(after)
            else:
                # Most of what is known is known just so, and joining that alters nothing.
                after = before if before == after else join(before, after)
            if kind in PLACED and after.there:
                self._place(before, after)
            else:
                self._put(before, after)

    def _place(self, before: SharedObject | None, after: SharedObject) -> None:
        home = self._articles.home_of(after)
        if home is None:
            self._plan.report.without_article(after.id)
        elif home.after.there and (home.gathers or home.lacking(after)):
            home.waiting[after.id] = (before, after)
        elif home.after.there:
            self._put(before, home.settled(after))

    def _removed(self) -> None:
        others = (one for one in self._content.removed() if one.kind not in {"article", "label"})
        for some in chunks(others):
            for kind in dict.fromkeys(one.kind for one in some):
                gone = [one for one in some if one.kind == kind]
                ours = self._matching.ours(kind, gone)
                for one in gone:
                    self._remove(ours.get(one.id), one)

    def _remove(self, known: SharedObject | None, theirs: SharedObject) -> None:
        before = self._matching.named(known) if known is not None else None
        after = self._matching.named(theirs)
        after = join(before, after) if before is not None else after
        home = self._articles.home_of(before) if after.there else None
        if home is not None and home.gathers:
            home.waiting[after.id] = (before, after)
        else:
            if home := self._articles.home_of(before):
                home.gone.add(after.id)
            self._put(before, after)

    def _put(
        self, before: SharedObject | None, after: SharedObject, *, anyway: bool = False
    ) -> None:
        """Count what becomes of an object, and put it aside where anything does, or ``anyway``."""
        if after.kind == "highlight":
            self._labels.saw(after)
        self._tally.take(before, after)
        if anyway or before is None or after != before:
            self._plan.put(after, before)
