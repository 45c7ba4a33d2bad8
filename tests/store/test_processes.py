"""Several programs on one file, and programs that are killed."""

from __future__ import annotations

import time
from random import Random

from sqlalchemy import text
from tests.store.samples import add_article, add_highlight, profile_in
from tests.store.tagger import Tagger

from annotator.store.project_file import open_project


def test_four_programs_write_to_one_file_and_none_is_turned_away(project_path, tmp_path, opener):
    add_article(opener(project_path))
    programs = [Tagger(project_path, tmp_path, 30) for _ in range(4)]
    acknowledged = {one for program in programs for one in program.rest()}
    assert [program.code for program in programs] == [0] * 4
    store = opener(project_path)
    assert {one.id for one in store.highlights()} == acknowledged
    assert len(acknowledged) == 120
    with store._database.reading() as connection:
        replicas, counters = connection.execute(
            text("SELECT count(DISTINCT replica_key), count(DISTINCT counter) FROM change")
        ).one()
    assert (replicas, counters) == (1, 121)
    assert store.check() == []


def test_a_program_that_is_killed_loses_nothing_that_it_acknowledged(
    project_path, tmp_path, opener
):
    store = opener(project_path)
    add_article(store)
    store.close()
    random = Random(7)
    acknowledged: set[str] = set()
    for _ in range(24):
        program = Tagger(project_path, tmp_path, 10_000)
        acknowledged.add(program.first())
        time.sleep(random.random() * 0.08)
        program.kill()
        acknowledged.update(program.rest())
        found = {one.id for one in open_and_list(project_path, tmp_path)}
        assert acknowledged <= found
        # What was written when the knife fell may be there without its word, never half.
        assert len(found - acknowledged) <= 1
        acknowledged = found
    store = opener(project_path)
    assert store.check() == []
    stored = add_highlight(store, store.articles()[0].article, (0, 2))
    assert store.undo().alterations[0].before == stored


def open_and_list(path, folder):
    store = open_project(path, profile=profile_in(folder))
    try:
        return list(store.highlights())
    finally:
        store.close()
