"""A change made here raises the versions of the fields that it writes, and of no others."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.store.samples import (
    LABELS,
    REVIEWER,
    TEXT,
    add_article,
    add_highlight,
    mark_on,
    revision_of,
)
from tests.store.sent import sent

from annotator.core.editable_sentences import Hunk
from annotator.core.records import ClaimRecord, Origin, Reviewer
from annotator.core.span import Span
from annotator.service.team_ports import Person
from annotator.team.versions import joined

AT = "2026-01-02T03:04:05.678Z"
GRACE = Reviewer("0190a1b2-0000-7000-8000-0000000000ab", "Grace")
KINDS = ("label", "guideline", "article", "claim", "highlight", "mark")
LABEL_IDS = st.sampled_from([one.id for one in LABELS])
PLACES = st.tuples(st.integers(0, 5), st.integers(6, 12))
TEXTS = st.sampled_from(["", "a", "b"])
HIGHLIGHT_EDITS = st.one_of(
    st.fixed_dictionaries({"label_id": LABEL_IDS}),
    st.fixed_dictionaries({"modified": st.sampled_from([AT, AT.replace("1", "2")])}),
    PLACES.map(lambda one: {"spans": (Span(*one),), "quote": TEXT[one[0] : one[1]]}),
    st.fixed_dictionaries({"cue": st.sampled_from([None, Span(0, 2), Span(1, 3)])}),
    st.fixed_dictionaries({"origin": st.sampled_from([None, Origin("brat", "T1", "00")])}),
)
FINISHINGS = st.dictionaries(
    st.sampled_from([REVIEWER.id, GRACE.id]), st.sampled_from(["", AT, AT.replace("1", "2")])
).map(lambda found: tuple(sorted(found.items())))
OTHER_EDITS = {
    "claim": st.fixed_dictionaries({"speaker": TEXTS, "note": TEXTS}),
    "article": st.fixed_dictionaries({"title": TEXTS, "finishings": FINISHINGS, "url": TEXTS}),
    "label": st.fixed_dictionaries(
        {"definition": TEXTS, "archived": st.booleans(), "key": TEXTS.map("k{}".format)}
    ),
    "guideline": st.fixed_dictionaries({"text": TEXTS}),
}
EDITS = st.lists(
    st.one_of(
        HIGHLIGHT_EDITS.map(lambda edit: ("highlight", edit)),
        *(st.tuples(st.just(kind), edits) for kind, edits in OTHER_EDITS.items()),
        st.sampled_from([("undo", {}), ("redo", {}), ("jump", {})]),
    ),
    max_size=6,
)


def everything(store):
    """Return all that is there or was removed, by kind and id."""
    found = [one for kind in KINDS for one in store.all_shared(kind)]
    found += [one for kind in KINDS for one in store.removed_shared(kind)]
    return {(one.kind, one.id): one for one in found}


def filled(store):
    """Return one object of each kind."""
    article = add_article(store)
    highlight = add_highlight(store, article, (0, 9))
    claim = ClaimRecord("0190a1b2-0000-7000-8000-0000000000cc", AT, AT)
    with store.writing() as work:
        work.take_person(Person(GRACE, 0))
        work.put(claim)
        highlight = work.put(replace(highlight, claim_id=claim.id))
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Note")
    return {"article": article, "highlight": highlight, "claim": claim, "label": LABELS[0]}


def edit(store, records, kind, changes):
    """Do something, and return whether a change was made."""
    newest = store.newest()
    if kind in ("undo", "redo"):
        if getattr(store, f"{kind}_title")() is not None:
            getattr(store, kind)()
    elif kind == "jump":
        store.jump(max(newest - 2, 3))
    else:
        with store.writing() as work:
            now = work.guideline if kind == "guideline" else read(store, work, kind, records)
            work.put(replace(now, **changes))
            work.commit("Edit")
    return store.newest() > newest


def read(store, work, kind, records):
    if kind == "label":
        return work.codebook.label_by_id(records[kind].id)
    return getattr(work, kind)(records[kind].id)


def as_written(before, after, own):
    """Return the versions that the fields of an object should have that was written here."""
    return {
        name: value.version
        if name in before.fields and value.value == before.fields[name][0].value
        else own
        for name, (value,) in after.fields.items()
    }


def test_only_fields_that_are_written_get_another_version(template, tmp_path, opener):
    store = opener(shutil.copy(template, tmp_path / "one.factproj"))
    records = filled(store)

    @settings(max_examples=share(20), deadline=None)
    @given(EDITS)
    def law(edits):
        before = everything(store)
        for kind, changes in edits:
            altered = edit(store, records, kind, changes)
            after = everything(store)
            own = joined(one.version for one in after.values())
            for name, now in after.items():
                was = before[name]
                versions = {field: value[0].version for field, value in now.fields.items()}
                assert versions == as_written(was, now, own)
                former = {field: value[0].version for field, value in was.fields.items()}
                written = versions != former
                assert (now.version != was.version) == written
                assert now.version == joined((was.version, *versions.values()))
            assert altered or after == before
            before = after

    law()
    assert store.check() == []


def test_a_text_that_is_revised_leaves_the_places_of_its_highlights_as_old_as_they_were(store):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 9))
    before = everything(store)["highlight", stored.id]
    revision = revision_of(f"So it was. {TEXT}", article.id)
    with store.writing() as work:
        work.put_revised(revision, hunks=[Hunk(range(1), range(1))])
        work.put(replace(stored, revision_id=revision.id, spans=(Span(11, 20),)))
        work.commit("Edit")
    now = everything(store)["highlight", stored.id]
    assert (now.version, now.fields["place"][0].version) == (before.version, before.version)
    assert now.shown("place")[revision.text_sha256]["spans"] == [[11, 20]]
    text = everything(store)["article", article.id].fields["text"][0]
    assert text.value["sha256"] == revision.text_sha256
    assert max(text.version.values()) > max(before.version.values())
    assert store.check() == []


def test_what_is_removed_is_known_by_what_removed_it(store):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 9))
    other = add_highlight(store, add_article(store, "Other words."), (0, 5))
    with store.writing() as work:
        work.remove(stored)
        work.commit("Remove")
    with store.writing() as work:
        work.remove(work.article(other.article_id))
        work.commit("Remove")
    found = everything(store)
    assert ("highlight", other.id) not in found
    removed = found["highlight", stored.id]
    assert (removed.there, removed.version, len(removed.removals)) == (False, {}, 1)
    hidden = found["article", other.article_id]
    assert (hidden.there, *hidden.removals[0].values()) == (False, 6)
    store.undo()
    store.undo()
    found = everything(store)
    assert found["highlight", stored.id].removals == ()
    (replica,) = hidden.removals[0]
    assert found["article", other.article_id].version == {replica: 7}
    assert store.check() == []


def test_adding_says_nothing_of_the_versions_of_fields(store):
    filled(store)
    driver = store._database.driver
    for table in ("article", "claim", "mark"):
        assert driver.execute(f"SELECT DISTINCT shared FROM {table}").fetchall() == [("{}",)]  # noqa: S608 - the names stand above


@pytest.mark.parametrize("number", [1, 60])
def test_what_was_altered_costs_what_was_altered(store, number):
    article = add_article(store)
    sequence = store.newest()
    with store.writing() as work:
        work.put_all([])
        for at in range(number):
            work.put(replace(mark_on(store, article, (at % 40, at % 40 + 3))))
        work.commit("Review")
    with sent(store) as statements:
        found = list(store.altered_since(sequence))
    assert len(found) == len(set(found)) == number
    assert len(statements) < 12
