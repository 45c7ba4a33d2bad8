"""Where an imported highlight came from is kept with it, and counts for nothing where it is not."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from tests.store.samples import add_article, add_highlight

from annotator.core.records import Origin
from annotator.store.states import HIGHLIGHT, read_state

ORIGIN = Origin("label-studio", "k2-é🙂", "9f" * 32)


def put(store, highlight):
    with store.writing() as work:
        work.put(highlight)
        work.commit("Import")


def test_an_origin_is_kept_taken_back_and_brought_again(store):
    plain = add_highlight(store, add_article(store), (0, 2))
    imported = replace(plain, origin=ORIGIN)
    put(store, imported)
    assert store.highlight_by_id(plain.id) == imported
    store.undo()
    assert store.highlight_by_id(plain.id) == plain
    store.redo()
    store.jump(2)
    store.undo()
    assert [one.origin for one in store.highlights()] == [ORIGIN]
    assert store.check() == []


def test_an_origin_stays_with_a_highlight_that_is_altered_here(store):
    imported = replace(add_highlight(store, add_article(store), (0, 2)), origin=ORIGIN)
    put(store, imported)
    with store.writing() as work:
        work.put_all([replace(work.highlight(imported.id), codebook_revision=1, modified="z")])
        work.commit("Alter")
    assert store.highlight_by_id(imported.id).origin == ORIGIN


def test_the_journal_tells_an_origin_and_the_history_none_where_there_is_none(store):
    plain = add_highlight(store, add_article(store), (0, 2))
    put(store, replace(plain, origin=ORIGIN))
    line = store._machine.journal.path.read_text("utf-8").splitlines()[-1]
    (item,) = json.loads(line)["items"]
    assert item["after"]["origin"] == asdict(ORIGIN)
    assert "origin" not in item["before"]
    state, _ = read_state(store._database.connection, HIGHLIGHT, plain.id)
    assert state["origin"] == asdict(ORIGIN)
