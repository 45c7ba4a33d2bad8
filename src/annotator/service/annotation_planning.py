"""Planning an import of annotations: the project and the file are read, and nothing is written.

The file is gone through twice: to find out what its positions count, then to place its
highlights. What is there already is compared three ways: what the file says, what it said when
it was last imported, and what is here now.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from annotator.core.anchor_values import Outcome
from annotator.core.canonical import LoneSurrogateError, NulCharacterError
from annotator.core.exchange_errors import LeftOutError
from annotator.core.foreign_values import ForeignArticle
from annotator.core.seen_texts import SeenTexts
from annotator.service.alike_highlights import AlikeHighlights, Unnamed
from annotator.service.codebook_remarks import remark_codebook
from annotator.service.edits_by_name import EditsByName
from annotator.service.exchange_identity import (
    content_digest,
    foreign_id,
    is_id,
    native_key,
)
from annotator.service.import_people import Labels, People
from annotator.service.incoming import ImportReport, IncomingArticle, IncomingHighlight, Plan
from annotator.service.incoming_articles import ArticleFinder
from annotator.service.incoming_claims import as_told, claim_of, same_claim
from annotator.service.incoming_places import PlacedHighlight, Places
from annotator.service.remarks import Remark, said_of
from annotator.service.verifying import understood
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignFile, ForeignHighlight, Reading
    from annotator.core.records import ClaimRecord, Highlight
    from annotator.service.exchange_ports import AnnotationFormat
    from annotator.service.incoming_articles import Meant
    from annotator.service.ports import Queries, Surroundings
    from annotator.service.watch import Watch

    Named = tuple[str, ForeignHighlight]
    There = tuple[Highlight, ClaimRecord | None]
    Coming = tuple[ForeignHighlight, IncomingHighlight, PlacedHighlight, There | None]

# Of how many highlights of one article all is in memory that is known of them.
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class ImportWishes:
    """How annotations are to be taken in: positions read so, all by one reviewer, labels renamed.

    ``nobody`` is whose those are that name nobody. ``labels`` pairs names in the file with names or
    keys of ours.
    """

    reading: Reading | None = None
    reviewer: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    nobody: str = ""


class Planner:
    """Plans the import of one file into one project."""

    def __init__(
        self,
        queries: Queries,
        surroundings: Surroundings,
        file: ForeignFile,
        *,
        form: AnnotationFormat,
        path: Path,
        wishes: ImportWishes,
    ) -> None:
        self._queries, self._file = queries, file
        self._form, self._wishes, self._path = form, wishes, path
        self._now = surroundings.now()
        self._finder = ArticleFinder(queries, surroundings, file, path)
        self._people = People(
            queries.reviewers(),
            file,
            everyone=wishes.reviewer,
            nobody=form.title,
            unnamed=wishes.nobody,
        )
        self._labels = Labels(queries.codebook(), file, renamed=wishes.labels)
        self._ids, self._articles = SeenTexts(), SeenTexts()
        self._writing: set[str] = set()
        self._alike = AlikeHighlights(queries, self._ids)
        self._edits = EditsByName(queries, file, self._labels, self._people)

    def plan(self, watch: Watch = UNWATCHED) -> Plan:
        """Read the file and tell what importing it would do.

        Raises:
            StoppedError: whoever watches cancelled it.
            UnmetLabelError: a label was said to be another one, and is not in the file.
            UnknownLabelError: a label was said to be one that the codebook does not have.
            AnnotatorError: nothing in the file can be read.

        """
        plan = Plan(self._report(watch), tool=self._file.tool)
        if self._file.whole:
            self._labels.add_declared()
        for number, foreign in enumerate(self._file.items()):
            watch.step(number, 0)
            if isinstance(foreign, ForeignArticle):
                self._take(foreign, plan)
            else:
                _refuse(plan.report, foreign)
        if not plan.report.counts["highlights"]:
            self._labels.add_declared()
        self._labels.require_said(self._path)
        remark_codebook(plan.report, self._file, self._queries.codebook(), self._labels)
        plan.report.labels = tuple(self._labels.new.values())
        plan.report.meant = self._labels.meant
        new = self._people.new.values()
        plan.report.reviewers = tuple(one for one in new if one.id in self._writing)
        return plan

    def _report(self, watch: Watch) -> ImportReport:
        """Return an empty report that tells how positions are read."""
        resolved = understood(self._file, self._finder.text_of, self._wishes.reading, watch)
        return ImportReport(
            self._form.name,
            self._form.title,
            resolved.reading,
            resolved.certain,
            resolved.alternatives,
            samples=resolved.samples,
        )

    def _take(self, foreign: ForeignArticle, plan: Plan) -> None:
        report = plan.report
        report.counts["highlights"] += len(foreign.highlights)
        try:
            meant = self._finder.meant(foreign)
        except (NulCharacterError, LoneSurrogateError) as error:
            report.counts["refused"] += max(1, len(foreign.highlights))
            report.tell(foreign.place, said_of(error))
            return
        if meant is None:
            _leave_out(foreign, report)
            return
        if self._articles.add(meant.article_id):
            report.counts["articles_added" if meant.prepared else "articles_there"] += 1
        places, named = Places(meant, report.reading), self._named(foreign, meant, report)
        prepared = meant.prepared
        while (batch := list(islice(named, _AT_ONCE))) or prepared is not None:
            coming = list(self._compared(batch, meant, places, report))
            self._writing.update(one.reviewer_id for one in coming)
            if coming or prepared is not None:
                plan.put(IncomingArticle(meant.article_id, prepared, meant.digest, coming))
            prepared = None

    def _compared(
        self, named: list[Named], meant: Meant, places: Places, report: ImportReport
    ) -> Iterator[IncomingHighlight]:
        """Yield those of some highlights that are to be added or changed."""
        coming = list(self._stated(named, meant, places, report))
        alike = self._alike_among(coming, meant)
        for one, made, placed, there in coming:
            if made.id in alike:
                report.counts["already_there"] += 1
                continue
            if there is None:
                _tell_added(report, one, placed)
                yield made
                continue
            status = _status(one, made, there, same_text=meant.same)
            report.counts[status] += 1
            if status == "kept":
                report.tell(one.place, Remark.KEPT.of(), there[0].quote)
            if status == "changed":
                if there[0].unplaced is None:
                    _tell_unplaced(report, one, placed)
                yield self._changed(made, there[0])

    def _stated(
        self, named: list[Named], meant: Meant, places: Places, report: ImportReport
    ) -> Iterator[Coming]:
        """Yield highlights with what is here of them; not those that somebody removed here."""
        ids = [one_id for one_id, _ in named]
        gone = self._queries.removed_ids(ids)
        again = {one_id: _again(one_id, meant) for one_id in gone}
        states = self._queries.highlight_states([*ids, *again.values()])
        for first_id, one in named:
            # What came a second time, after its article was removed, has another id.
            one_id = again[first_id] if again.get(first_id) in states else first_id
            there = states.get(one_id)
            if there is not None and there[0].article_id != meant.article_id:
                there, gone = None, gone | {one_id}
            if there is None and one_id in gone and not meant.prepared:
                report.counts["removed_here"] += 1
                continue
            placed = places.place(one)
            made_id = _again(one_id, meant) if one_id in gone else one_id
            yield one, self._made(made_id, one, placed, there), placed, there

    def _alike_among(self, coming: list[Coming], meant: Meant) -> set[str]:
        """Return the ids of those that no id tells and that are here by another one."""
        if meant.new:
            return set()
        said = self._wishes.reviewer or self._wishes.nobody
        unnamed = [
            Unnamed(made, not (one.reviewer or one.reviewer_id or said))
            for one, made, _, there in coming
            if there is None and (meant.ours or not one.id) and not one.ours
        ]
        return self._alike.among(meant.article_id, unnamed)

    def _named(
        self, foreign: ForeignArticle, meant: Meant, report: ImportReport
    ) -> Iterator[Named]:
        """Yield each highlight with its id here."""
        tool, project = self._file.tool, self._file.project
        # Whoever renames a file of ours does not make another article of it.
        named = project and foreign.id and not foreign.article_id
        scope = f"{project} {foreign.id}" if named else meant.scope
        alike: Counter[str] = Counter()
        for one in foreign.highlights:
            report.counts["unnamed"] += not (one.reviewer or one.reviewer_id)
            if one.ours and is_id(one.id) and self._ids.add(one.id):
                yield one.id, one
                continue
            native = one.id.removeprefix(f"{foreign.id} ") or native_key(one)
            if not one.reviewer:
                native = f"{native} {self._wishes.reviewer or self._wishes.nobody}".rstrip()
            made_id = ""
            while not made_id or not self._ids.add(made_id):
                alike[native] += 1
                again = f" {alike[native]}" if alike[native] > 1 else ""
                made_id = foreign_id(f"{tool} {scope}", "", "highlight", native + again)
            if one.id and alike[native] > 1:
                report.tell(one.place, Remark.ID_TWICE.of(id=one.id))
            yield made_id, one

    def _made(
        self, made_id: str, one: ForeignHighlight, placed: PlacedHighlight, there: There | None
    ) -> IncomingHighlight:
        """Return a highlight as it will be; ``there`` is what is here of it."""
        if there is None:
            label, reviewer = self._labels.of(one.label), self._people.of(one)
        else:
            label = self._edits.label_of(one, there[0])
            reviewer = self._edits.reviewer_of(one, there[0])
        made = IncomingHighlight(
            id=made_id,
            spans=placed.spans,
            label_id=label.id,
            reviewer_id=reviewer.id,
            quote=placed.quote,
            created=one.created or one.modified or self._now,
            modified=one.modified or one.created or self._now,
            claim=claim_of(one, made_id),
            cue=placed.cue,
            unplaced=placed.unplaced,
            native_id=one.id,
            digest=content_digest(one),
        )
        return _completed(made, one, there) if there and one.partial else made

    def _changed(self, made: IncomingHighlight, there: Highlight) -> IncomingHighlight:
        modified = max(made.modified, there.modified)
        if modified == there.modified:
            modified = self._now
        return replace(made, created=there.created, modified=modified, change=True)


def _completed(made: IncomingHighlight, one: ForeignHighlight, there: There) -> IncomingHighlight:
    """Return a highlight with what its file does not tell as it is here."""
    here, claim = there
    told = bool(one.reviewer or one.reviewer_id)
    return replace(
        made,
        reviewer_id=made.reviewer_id if told else here.reviewer_id,
        claim={**as_told(claim), **made.claim} if claim else made.claim,
        cue=made.cue or here.cue,
    )


def _status(
    one: ForeignHighlight,
    made: IncomingHighlight,
    there: There,
    *,
    same_text: bool,
) -> str:
    """Return what becomes of a highlight that is there."""
    here, claim = there
    if here.origin is not None:
        theirs = made.digest != here.origin.digest
        ours = here.modified != here.origin.modified
    else:
        # What is newer in the file than here was altered there.
        theirs, ours = True, bool(one.modified) and one.modified < here.modified
    if not theirs or _is_same(made, here, claim, same_text=same_text):
        return "already_there"
    return "kept" if ours else "changed"


def _is_same(
    made: IncomingHighlight, here: Highlight, claim: ClaimRecord | None, *, same_text: bool
) -> bool:
    """Tell whether a highlight here is what the file says; in another text, by its words."""
    placed = made.spans == here.spans if same_text else made.quote == here.quote
    alike = placed or (made.unplaced is not None and made.quote == here.quote)
    owned = (made.label_id, made.reviewer_id) == (here.label_id, here.reviewer_id)
    return alike and owned and same_claim(made.claim, claim)


def _tell_added(report: ImportReport, one: ForeignHighlight, placed: PlacedHighlight) -> None:
    report.counts["added"] += 1
    report.found[placed.found.value] += 1
    _tell_unplaced(report, one, placed)


def _tell_unplaced(report: ImportReport, one: ForeignHighlight, placed: PlacedHighlight) -> None:
    if placed.unplaced is not None:
        report.counts[placed.unplaced.outcome] += 1
        lost = placed.unplaced.outcome == Outcome.LOST
        remark = Remark.LOST if lost else Remark.AMBIGUOUS
        report.tell(one.place, remark.of(), " … ".join(one.quotes))


def _again(highlight_id: str, meant: Meant) -> str:
    """Return another id for a highlight whose own one went with its article, or to another."""
    return foreign_id(highlight_id, meant.article_id, "highlight", "again")


def _leave_out(foreign: ForeignArticle, report: ImportReport) -> None:
    """Tell of highlights whose article nobody knows."""
    named = foreign.title or foreign.url or foreign.id
    report.counts["homeless"] += len(foreign.highlights)
    for one in foreign.highlights:
        report.tell(
            one.place or foreign.place,
            Remark.HOMELESS.of(name=named),
            " … ".join(one.quotes),
        )


def _refuse(report: ImportReport, error: AnnotatorError) -> None:
    report.counts["left_out" if isinstance(error, LeftOutError) else "refused"] += 1
    report.tell("", said_of(error))
