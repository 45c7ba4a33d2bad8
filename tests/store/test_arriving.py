"""What a merge brings is there in just that state, and gone by an undo as if it had never been."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from tests.examples import share
from tests.store.samples import (
    LABELS,
    TEXT,
    add_article,
    add_highlight,
    mark_on,
    profile_in,
    revision_of,
)
from tests.store.team import everything, merge, planned
from tests.store.test_new_articles import rows_of

from annotator.core.editable_sentences import Hunk
from annotator.core.finishings import finished_for
from annotator.core.records import ClaimRecord, Reviewer
from annotator.core.span import Span
from annotator.team.joining import in_order

AT = "2026-01-02T03:04:05.678Z"
ADA = "0190a1b2-0000-7000-8000-0000000000aa"
GRACE = Reviewer("0190a1b2-0000-7000-8000-0000000000ab", "Grace")
HISTORY = ("change", "change_item", "replica", "reviewer", "codebook_revision", "project")


def kept(store):
    """Return all rows but those of the history, and of what only an undo leaves behind."""
    rows = {name: one for name, one in rows_of(store).items() if name not in HISTORY}
    # The number of the change that removed something is another one, done again.
    rows["tombstone"] = [(*row[:3], row[5]) for row in rows["tombstone"] if row[2] != "{}"]
    rows["label_count"] = [row for row in rows["label_count"] if row[2]]
    unknown = "SELECT \"key\" FROM article WHERE removed = 1 AND version = '{}' AND shared = '{}'"
    gone = {key for (key,) in store._database.driver.execute(unknown)}
    for name, at in (("article", 0), ("progress", 0), ("title_words", 1)):
        rows[name] = [row for row in rows[name] if row[at] not in gone]
    left_out = {"sqlite_sequence", "alembic_version", "paragraph", "revision", "shingle"}
    left_out |= {"revision_paragraph", "paragraph_words"}
    return {name: one for name, one in rows.items() if name not in left_out}


@pytest.fixture
def pair(template, tmp_path, opener):
    """Two projects of a team, each by its own reviewer, begun as one."""
    folders = [tmp_path / name for name in ("ada", "grace")]
    for folder in folders:
        folder.mkdir()
    paths = [shutil.copy(template, folder / "facts.factproj") for folder in folders]
    return (
        opener(paths[0], profile=profile_in(folders[0])),
        opener(paths[1], profile=profile_in(folders[1], GRACE)),
    )


def told(store):
    """Return all that a team sees of a project, in the one order that all share.

    What lies in articles in the trash is not told, so that not all need know what of it is gone.
    """
    found = everything(store).items()
    return {name: in_order(one) for name, one in found if one.there or name[0] == "article"}


def filled(store, title="Rain"):
    article = add_article(store, title=title)
    highlight = add_highlight(store, article, (0, 9))
    claim = ClaimRecord(highlight.id.replace("-7", "-8"), AT, AT, speaker="Ada")
    with store.writing() as work:
        work.put(claim)
        highlight = work.put(replace(highlight, claim_id=claim.id))
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Note")
    return article, highlight


def test_what_comes_is_there_as_it_was_told(pair):
    ada, grace = pair
    filled(ada)
    before = kept(grace)
    merge(ada, grace)
    assert everything(grace) == everything(ada)
    assert grace.check() == []
    after = kept(grace)
    grace.undo()
    assert kept(grace)["highlight"] == before["highlight"]
    assert grace.check() == []
    assert {name for name, _ in everything(grace)} == {"label", "guideline"}
    grace.redo()
    assert kept(grace) == after
    assert everything(grace) == everything(ada)
    assert grace.check() == []
    assert merge(ada, grace).alterations == ()


def brought(store, *objects):
    with store.writing() as work:
        work.bring_shared(objects)
        return work.commit("Merge")


def test_what_is_unknown_of_what_was_removed_is_kept_and_goes_by_an_undo(pair):
    ada, _ = pair
    _, highlight = filled(ada)
    other = add_highlight(ada, ada.articles()[0].article, (3, 9))
    with ada.writing() as work:
        work.remove(highlight)
        work.commit("Remove")
    gone = everything(ada)["highlight", highlight.id]
    assert gone.modified
    for number, extra in enumerate([{"later": 1}, {"later": 2, "more": [1]}]):
        before = kept(ada), everything(ada)
        told_anew = replace(gone, extra=extra, modified=f"2030-01-0{number + 1}T00:00:00.000Z")
        assert len(brought(ada, told_anew).alterations) <= 1
        assert everything(ada)["highlight", highlight.id] == told_anew
        newest = ada.newest()
        brought(ada, told_anew)
        assert ada.newest() == newest
        ada.undo()
        assert (kept(ada), everything(ada)) == before
        ada.redo()
        assert everything(ada)["highlight", highlight.id] == told_anew
        gone = told_anew
    assert other.id in {one.id for one in ada.highlights()}
    assert ada.check() == []


@pytest.mark.parametrize("kind", ["label", "guideline", "article", "claim", "highlight", "mark"])
def test_what_is_unknown_is_kept_with_what_is_there_until_an_undo(pair, kind):
    ada, _ = pair
    filled(ada)
    found = next(one for (of_kind, _), one in everything(ada).items() if of_kind == kind)
    before = kept(ada), everything(ada)
    told_anew = replace(found, extra={"later": {"key": 1}})
    brought(ada, told_anew)
    assert everything(ada)[kind, found.id] == told_anew
    ada.undo()
    assert (kept(ada), everything(ada)) == before
    ada.redo()
    assert everything(ada)[kind, found.id] == told_anew
    assert ada.check() == []


SIDES = st.integers(0, 1)
NUMBERS = st.integers(0, 3)


class Team(RuleBasedStateMachine):
    """Two projects that are edited, merged, undone and gone back in, in any order."""

    def __init__(self):
        super().__init__()
        self.stores = self.open_pair()
        filled(self.stores[0])
        merge(*self.stores)

    def commit(self, side, alter):
        """Do something in one change; what cannot be done is left."""
        store = self.stores[side]
        with store.writing() as work:
            alter(store, work)
            work.commit("Edit")

    def one_of(self, found, number):
        found = sorted(found, key=lambda one: one.id)
        return found[number % len(found)] if found else None

    @rule(side=SIDES, at=NUMBERS)
    def tag(self, side, at):
        store = self.stores[side]
        article = self.one_of([one.article for one in store.articles()], at)
        if article is not None:
            add_highlight(store, article, (at, at + 3), label=at % 3)

    @rule(side=SIDES, which=NUMBERS, to=NUMBERS)
    def change(self, side, which, to):
        def alter(store, work):
            one = self.one_of(store.highlights(), which)
            if one is not None and one.unplaced is None:
                text = work.revision(work.article(one.article_id).revision_id).text
                moved = {"spans": (Span(to, to + 4),), "quote": text[to : to + 4]}
                work.put(replace(one, **({"label_id": LABELS[to - 1].id} if to else moved)))

        self.commit(side, alter)

    @rule(side=SIDES, which=NUMBERS)
    def remove(self, side, which):
        def alter(store, work):
            one = self.one_of(store.highlights(), which)
            if one is not None:
                work.remove(one)

        self.commit(side, alter)

    @rule(side=SIDES, which=NUMBERS, said=st.sampled_from(["", "Bo", "Cy"]))
    def note(self, side, which, said):
        def alter(store, work):
            claims = {one.claim_id for one in store.highlights()} - {None}
            one = self.one_of([work.claim(claim) for claim in claims], which)
            if one is not None and said:
                work.put(replace(one, speaker=said))
            elif one is not None:
                work.put_all(
                    replace(found, claim_id=None)
                    for found in list(store.highlights())
                    if found.claim_id == one.id
                )
                work.remove(one)

        self.commit(side, alter)

    @rule(side=SIDES, which=NUMBERS, what=st.sampled_from(["trash", "title", "text", "new"]))
    def article(self, side, which, what):
        store = self.stores[side]
        found = self.one_of([one.article for one in store.articles()], which)
        if what == "new" or found is None:
            filled(store, f"Report {which}")
        elif what == "text":
            self.revise(store, found, f"{'So it was. ' * (which % 2 + 1)}{TEXT}")
        elif what == "title":
            self.commit(side, lambda _, work: work.put(replace(found, title=f"Title {which}")))
        else:
            self.commit(side, lambda _, work: work.remove(found))

    @rule(side=SIDES, which=NUMBERS, at=st.sampled_from(["", AT, AT.replace("1", "2")]))
    def finish(self, side, which, at):
        store = self.stores[side]
        found = self.one_of([one.article for one in store.articles()], which)
        if found is not None:
            done = finished_for(found, store.reviewer.id, at)
            self.commit(side, lambda _, work: work.put(done))

    def revise(self, store, article, text):
        revision = revision_of(text, article.id)
        with store.writing() as work:
            number = len(work.revision(article.revision_id).sentence_ends)
            whole = Hunk(range(number), range(len(revision.sentence_ends)))
            placed = work.placed_in(article.id, [range(number)])
            work.put_revised(revision, hunks=[whole])
            for one in placed:
                if hasattr(one, "spans") and one.unplaced is None:
                    quote = text[one.spans[0].start : one.spans[0].end]
                    work.put(replace(one, revision_id=revision.id, quote=quote))
                else:
                    work.put(replace(one, revision_id=revision.id))
            work.commit("Edit")

    @rule(side=SIDES, which=NUMBERS, key=st.sampled_from(["a", "b"]), means=st.booleans())
    def label(self, side, which, key, means):
        def alter(_, work):
            one = self.one_of(work.codebook.labels, which)
            changed = {"definition": key} if means else {"key": key}
            work.put(replace(one, **changed))

        self.commit(side, alter)

    @rule(side=SIDES, back=NUMBERS)
    def go_back(self, side, back):
        store = self.stores[side]
        if back == 0:
            store.jump(max(store.newest() - 3, 0))
        elif back == 1 and store.redo_title() is not None:
            store.redo()
        elif store.undo_title() is not None:
            store.undo()

    @rule(side=SIDES)
    def take(self, side):
        source, target = self.stores[1 - side], self.stores[side]
        before, brought = kept(target), {(one.kind, one.id): one for one in planned(source, target)}
        newest = target.newest()
        merge(source, target)
        after, found = kept(target), everything(target)
        assert {name: found.get(name) for name in brought} == brought
        if target.newest() > newest:
            target.undo()
            assert kept(target) == before
            target.redo()
        assert kept(target) == after
        assert everything(target) == found

    def teardown(self):
        for _ in range(2):
            merge(*self.stores)
            merge(*self.stores[::-1])
        assert told(self.stores[0]) == told(self.stores[1])
        for store in self.stores:
            assert store.check() == []
            store.close()


def test_projects_of_a_team_come_to_the_same(template, tmp_path, opener, monkeypatch):
    numbers = count()

    def open_pair(_self):
        # A change of few is reversed one by one, and in every second example many at once.
        monkeypatch.setattr("annotator.store.project_store.MANY", next(numbers) % 2 * 50)
        folders = [tmp_path / f"{next(numbers)}" for _ in range(2)]
        for folder in folders:
            folder.mkdir()
        return [
            opener(
                shutil.copy(template, folder / "facts.factproj"), profile=profile_in(folder, who)
            )
            for folder, who in zip(folders, (GRACE, replace(GRACE, id=ADA)), strict=True)
        ]

    machine = type("Machine", (Team,), {"open_pair": open_pair})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=share(20), stateful_step_count=8, deadline=None)
    )
