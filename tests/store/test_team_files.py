"""What a project file keeps for a team: conflicts, other ids, people, bundles that were sent."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.store.samples import (
    CODEBOOK,
    LABELS,
    REVIEWER,
    add_article,
    add_highlight,
    highlight_on,
    profile_in,
)
from tests.store.team import everything, merge
from tests.store.test_arriving import AT, GRACE, filled, kept, pair
from tests.store.test_new_highlights import limited

from annotator.core.codebook_rules import require_labels
from annotator.core.records import ClaimRecord, Reviewer
from annotator.service.team_ports import Person
from annotator.store.project_file import make_project
from annotator.team.joining import PRESENCE, disputed, join
from annotator.team.settling import Choice, Settlement, settled

__all__ = ["pair"]
LITTLE = {"change_items.MOST_KEPT": 2, "door.MOST_GRAVES": 1, "arriving._AT_ONCE": 2}


@pytest.fixture
def quarrel(pair):
    """Two projects that gave a highlight different labels, the second knowing of both."""
    ada, grace = pair
    _, highlight = filled(ada)
    merge(ada, grace)
    for store, label in zip(pair, LABELS[1:], strict=True):
        with store.writing() as work:
            work.put(replace(work.highlight(highlight.id), label_id=label.id))
            work.commit("Relabel")
    merge(ada, grace)
    return ada, grace, highlight


def test_what_stands_against_one_another_waits_to_be_settled(quarrel):
    ada, grace, highlight = quarrel
    (found,) = grace.open_conflicts()
    assert (found.id, disputed(found)) == (highlight.id, ("label",))
    assert [one.value for one in found.fields["label"]] == [LABELS[2].id, LABELS[1].id]
    assert grace.highlight_by_id(highlight.id).label_id == LABELS[2].id
    assert list(ada.open_conflicts()) == []
    assert grace.check() == []


@pytest.mark.parametrize("many", [50, 0])
def test_what_is_settled_by_hand_is_open_again_once_that_is_undone(quarrel, monkeypatch, many):
    monkeypatch.setattr("annotator.store.project_store.MANY", many)
    ada, grace, highlight = quarrel
    before, told = kept(grace), everything(grace)
    with grace.writing() as work:
        work.put(replace(work.highlight(highlight.id), label_id=LABELS[0].id, modified=AT))
        work.commit("Settle")
    assert list(grace.open_conflicts()) == []
    after = kept(grace)
    grace.undo()
    assert (kept(grace), everything(grace)) == (before, told)
    grace.redo()
    assert kept(grace) == after
    merge(grace, ada)
    assert ada.highlight_by_id(highlight.id).label_id == LABELS[0].id
    assert list(ada.open_conflicts()) == []
    assert [*ada.check(), *grace.check()] == []


def test_a_choice_is_written_as_it_is_made(quarrel):
    _, grace, highlight = quarrel
    (found,) = grace.open_conflicts()
    with grace.writing() as work:
        ((replica, counter),) = work.own_version.items()
        decision = {"by": GRACE.id, "at": AT}
        mine = {replica: counter}
        made = settled(found, Settlement(Choice.BOTH, mine, mine, decision))
        work.bring_shared(made)
        work.commit("Settle")
    assert replica in grace.written_here()
    assert len(list(grace.highlights())) == len(made) == 2
    assert everything(grace)["highlight", highlight.id].shown("decided") == decision
    assert list(grace.open_conflicts()) == []
    assert grace.check() == []


def test_a_removal_against_a_change_is_a_conflict(pair):
    ada, grace = pair
    _, highlight = filled(ada)
    merge(ada, grace)
    with ada.writing() as work:
        work.remove(highlight)
        work.commit("Remove")
    with grace.writing() as work:
        work.put(replace(work.highlight(highlight.id), modified=AT))
        work.commit("Change")
    for source, target in (pair, pair[::-1]):
        merge(source, target)
        (found,) = target.open_conflicts()
        assert disputed(found) == (PRESENCE,)
    assert [*ada.check(), *grace.check()] == []
    with grace.writing() as work:
        work.remove(work.highlight(highlight.id))
        work.commit("Remove")
    merge(grace, ada)
    assert [*ada.highlights(), *ada.open_conflicts()] == []
    assert ada.check() == []


def test_a_claim_record_that_is_gone_is_named_until_it_comes_back(pair):
    ada, grace = pair
    filled(ada)
    merge(ada, grace)
    (claim,) = (one.claim_id for one in ada.highlights())
    gone = next(ada.all_shared("claim"))
    with grace.writing() as work:
        removed = replace(gone, fields={}, version={}, removals=(gone.version,))
        work.bring_shared([removed])
        work.commit("Merge")
    assert [one.claim_id for one in grace.highlights()] == [None]
    assert next(grace.all_shared("highlight")).shown("claim") == claim
    assert grace.check() == []
    with grace.writing() as work:
        work.bring_shared([gone])
        work.commit("Merge")
    assert [one.claim_id for one in grace.highlights()] == [claim]
    assert everything(grace) == everything(ada)
    for _ in range(2):
        grace.undo()
        assert grace.check() == []
    assert [one.claim_id for one in grace.highlights()] == [claim]


def test_very_many_come_to_the_same_as_few(pair):
    ada, grace = pair
    for number in range(3):
        filled(ada, f"Report {number}")
    with limited(LITTLE):
        before = kept(grace)
        merge(ada, grace)
        assert everything(grace) == everything(ada)
        after = kept(grace)
        grace.undo()
        assert kept(grace) == before
        grace.redo()
        assert kept(grace) == after
    assert grace.check() == []


def apart(tmp_path, opener):
    """Return two projects that were begun apart, with an article of one text in each."""
    stores = []
    for number, reviewer in enumerate((REVIEWER, GRACE)):
        folder = tmp_path / f"apart {number}"
        folder.mkdir()
        labels = tuple(
            replace(one, id=one.id.replace("0190a1b2", f"0190a1b{number}")) for one in LABELS
        )
        make_project(folder / "facts.factproj", replace(CODEBOOK, labels=labels))
        stores.append(opener(folder / "facts.factproj", profile=profile_in(folder, reviewer)))
    articles = [add_article(store) for store in stores]
    for store, article in zip(stores, articles, strict=True):
        label_id = store.codebook().labels[0].id
        fresh = replace(highlight_on(store, article, (0, 9)), label_id=label_id)
        with store.writing() as work:
            work.put(fresh)
            work.commit("Tag")
    return stores, articles


def united(source, target):
    """Return the objects of a project, those of one name or text joined with those of another."""
    names = {}
    for kind in ("label", "article"):
        for ours, theirs in zip(target.all_shared(kind), source.all_shared(kind), strict=True):
            names |= dict.fromkeys((ours.id, theirs.id), min(ours.id, theirs.id))
            yield join(ours, theirs)
    for found in source.all_shared("highlight"):
        made = found.shown("made")
        told = {"label": names[found.shown("label")]}
        told["made"] = {**made, "article": names[made["article"]]}
        fields = {
            name: (values[0]._replace(value=told.get(name, values[0].value)),)
            for name, values in found.fields.items()
        }
        yield replace(found, fields=fields)


def test_what_was_begun_apart_goes_by_all_its_ids(tmp_path, opener):
    (ada, grace), (here, there) = apart(tmp_path, opener)
    before = kept(grace)
    objects = list(united(ada, grace))
    with grace.writing() as work:
        work.take_person(Person(REVIEWER, 0))
        work.bring_shared(objects)
        work.commit("Merge")
    after = kept(grace)
    assert [one.article.id for one in grace.articles()] == [there.id]
    assert {one.article_id for one in grace.highlights()} == {there.id}
    assert len({one.label_id for one in grace.highlights()}) == 1
    known = grace.shared_objects("article", [here.id, there.id])
    assert known[here.id] == known[there.id]
    assert (known[here.id].id, known[here.id].aliases) == (here.id, (there.id,))
    assert {one.shown("made")["article"] for one in grace.all_shared("highlight")} == {here.id}
    assert grace.check() == []
    with grace.writing() as work:
        work.bring_shared(objects)
        work.commit("Merge")
    assert kept(grace) == after
    grace.undo()
    assert kept(grace) == before
    assert here.id not in grace.shared_objects("article", [here.id])
    grace.redo()
    assert kept(grace) == after
    assert grace.check() == []


def test_rows_that_turn_out_to_be_one_become_one(tmp_path, opener):
    (ada, grace), _ = apart(tmp_path, opener)
    merge(ada, grace)
    assert len(grace.articles()) == 2
    before, told = kept(grace), everything(grace)
    labels = list(grace.all_shared("label"))
    half = len(labels) // 2
    objects = [join(labels[at], labels[half + at]) for at in range(half)]
    articles = list(grace.all_shared("article"))
    objects.append(join(*articles))
    united_id = objects[-1].id
    for found in grace.all_shared("highlight"):
        made = found.shown("made") | {"article": united_id}
        value = found.fields["made"][0]._replace(value=made)
        objects.append(replace(found, fields={**found.fields, "made": (value,)}))
    with grace.writing() as work:
        work.bring_shared(objects)
        work.commit("Merge")
    assert len(grace.articles()) == 1
    assert len(grace.codebook().labels) == half
    assert len({(one.article_id, one.label_id) for one in grace.highlights()}) == 1
    assert len(list(grace.all_shared("article"))) == 1
    assert list(grace.removed_shared("article")) == []
    assert grace.check() == []
    after = kept(grace)
    grace.undo()
    assert (kept(grace), everything(grace)) == (before, told)
    grace.redo()
    assert kept(grace) == after
    assert grace.check() == []


def test_a_name_given_later_is_the_one_that_stays(pair):
    ada, grace = pair
    filled(ada)
    merge(ada, grace)
    of_ada = ada.reviewer.id

    def take(name, renamed):
        with grace.writing() as work:
            taken = work.take_person(Person(Reviewer(of_ada, name), renamed))
            work.commit("Merge")
        return taken.name

    names = [take(*one) for one in (("Eve", 1), ("Bo", 1), ("Bo", 0), ("Zoe", 1), ("Al", 2))]
    assert names == ["Eve", "Eve", "Eve", "Zoe", "Al"]
    assert (Reviewer(of_ada, "Al"), 2) in {(one.reviewer, one.renamed) for one in grace.people()}
    assert grace.check() == []


def test_a_user_who_takes_another_name_is_renamed_once_more(project_path, tmp_path, opener):
    for name in ("Ada", "Bo", "Bo", "Cy"):
        store = opener(project_path, profile=profile_in(tmp_path, replace(REVIEWER, name=name)))
        add_article(store, title=name)
        store.close()
    store = opener(project_path, profile=profile_in(tmp_path, replace(REVIEWER, name="Cy")))
    assert store.people() == [Person(replace(REVIEWER, name="Cy"), 2)]
    assert store.check() == []


def test_a_bundle_that_was_sent_is_remembered_without_a_change(store):
    bundle = "5a3b5b1e-6f0e-5d1b-9c61-3d4f2f1f7a10"
    assert store.newest_sent() is None
    store.remember_sent(bundle, 0, "full")
    assert store.newest_sent().sequence == 0
    add_article(store)
    store.remember_sent(bundle, 1, "changes")
    store.remember_sent(bundle, 0, "selection")
    found = store.newest_sent()
    assert (found.bundle_id, found.kind, found.sequence) == (bundle, "changes", 1)
    assert store.newest() == 1
    store.remember_sent(bundle, 7, "full")
    assert store.newest_sent() is None
    assert [one.subject for one in store.check()] == [f"bundle {bundle}"]


def test_a_copy_begins_as_a_new_replica(store, tmp_path, opener):
    assert store.written_here() == {}
    add_article(store)
    ((replica, counter),) = store.written_here().items()
    copied = opener(shutil.copy(store.path, tmp_path / "copy.factproj"))
    assert copied.written_here() == {replica: counter}
    add_article(copied, "Another text.", "Another")
    assert sorted(copied.written_here().values()) == [1, counter]
    assert copied.written_here()[replica] == counter


def test_what_lies_in_an_article_that_left_the_trash_comes_with_it(store):
    article = add_article(store)
    highlight = add_highlight(store, article, (0, 9))
    with store.writing() as work:
        work.put(ClaimRecord("0190a1b2-0000-7000-8000-0000000000cc", AT, AT))
        work.put(replace(highlight, claim_id="0190a1b2-0000-7000-8000-0000000000cc"))
        work.remove(article)
        work.commit("Remove")
    sequence = store.newest()
    store.undo()
    store.redo()
    store.undo()
    altered = set(store.altered_since(sequence))
    assert {kind for kind, _ in altered} == {"article", "highlight", "claim"}
    sequence = store.newest()
    assert list(store.altered_since(sequence)) == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("INSERT INTO alias VALUES (x'{id}', 'article', x'{id}')", "goes by the id"),
        ("""UPDATE highlight SET shared = '{{"dots":{{"":{{"9":1}}}}}}'""", "nobody known"),
        ("""UPDATE highlight SET shared = '{{"dots":{{"":{{"1":99}}}}}}'""", "newer than it is"),
        ("""UPDATE highlight SET shared = '{{"dots":{{"label":{{"1":1}}}}}}'""", "as it should be"),
        ("""UPDATE highlight SET shared = '{{"odd":1}}'""", "as it should be"),
        ("""UPDATE highlight SET shared = '{{"open":["label"]}}'""", "waits to be settled"),
        ("""UPDATE highlight SET shared = '{{"removals":[{{"1":1}}]}}'""", "was removed"),
        (
            """UPDATE highlight SET shared = '{{"rivals":{{"label":[[{{"1":1}},"x"]]}}}}'""",
            "was overwritten",
        ),
        ("UPDATE change_item SET versions = '[{{}},{{}}]' WHERE kind = 'highlight'", "version"),
        ("INSERT INTO sent VALUES (1, x'{id}', 99, '', 'whole')", "not there"),
    ],
)
def test_what_a_team_cannot_have_written_is_found(store, opener, statement, named):
    add_highlight(store, add_article(store), (0, 9))
    store.close()
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement.format(id="5a3b5b1e6f0e5d1b9c613d4f2f1f7a10"))
    assert named in " ".join(one.message for one in opener(store.path).check())


def test_labels_that_clash_are_shown_apart_and_told_as_they_are(pair):
    ada, grace = pair
    for store, label in zip(pair, LABELS, strict=False):
        with store.writing() as work:
            wanted = {"key": "claim", "letter": "Z", "shortcut": "9"}
            above = LABELS[2 - LABELS.index(label)].id
            work.put(replace(label, **wanted, parent_id=above, position=7))
            work.commit("Change a label")
    with grace.writing() as work:
        work.put(replace(LABELS[2], parent_id=LABELS[0].id))
        work.commit("Change a label")
    merge(ada, grace)
    first, second, third = sorted(grace.codebook().labels, key=lambda one: one.id)
    assert (first.key, first.letter, first.shortcut, first.parent_id) == (
        "claim",
        "Z",
        "9",
        third.id,
    )
    assert (second.key, second.letter, second.shortcut) == ("claim_2", "A", "")
    assert third.parent_id is None
    require_labels(grace.codebook().labels)
    told = {one.id: one for one in grace.all_shared("label")}
    assert {told[one.id].shown("key") for one in (first, second)} == {"claim"}
    assert told[third.id].shown("parent") == first.id
    with grace.writing() as work:
        work.put(replace(second, key="opinion"))
        work.commit("Change a label")
    assert grace.shared_objects("label", [second.id])[second.id].shown("key") == "opinion"
    merge(grace, ada)
    assert [one.key for one in ada.codebook().labels] == [
        one.key for one in grace.codebook().labels
    ]
    assert [*ada.check(), *grace.check()] == []


def test_a_label_that_is_in_use_stays_out_of_use_once_it_was_removed(pair):
    ada, _ = pair
    _, highlight = filled(ada)
    (label,) = ada.shared_objects("label", [highlight.label_id]).values()
    (replica,) = ada.written_here()
    removed = replace(label, fields={}, version={}, removals=({replica: 9},))
    with ada.writing() as work:
        work.bring_shared([removed])
        work.commit("Merge")
    assert [one.archived for one in ada.codebook().labels] == [True, False, False]
    assert list(ada.removed_shared("label")) == [removed]
    assert next(ada.highlights()).label_id == label.id
    assert ada.check() == []
    with ada.writing() as work:
        work.put(replace(LABELS[0], name="Again"))
        work.commit("Change a label")
    (back,) = ada.shared_objects("label", [label.id]).values()
    assert (back.shown("name"), back.removals, ada.check()) == ("Again", (), [])
    for _ in range(2):
        ada.undo()
    assert next(ada.all_shared("label")) == label
    assert ada.check() == []


def test_an_edit_of_what_nobody_disputes_is_undone_by_one_more_write(pair):
    ada, grace = pair
    _, highlight = filled(ada)
    merge(ada, grace)
    for store, number in zip(pair, "12", strict=True):
        with store.writing() as work:
            work.put(replace(work.highlight(highlight.id), modified=AT.replace("1", number)))
            work.commit("Touch")
    merge(ada, grace)
    with grace.writing() as work:
        work.put(replace(work.highlight(highlight.id), modified=AT.replace("1", "3")))
        work.commit("Touch")
    merge(grace, ada)
    grace.undo()
    (undone,) = grace.shared_objects("highlight", [highlight.id]).values()
    merge(ada, grace)
    assert next(grace.all_shared("highlight")) == undone
    assert [*ada.check(), *grace.check()] == []
