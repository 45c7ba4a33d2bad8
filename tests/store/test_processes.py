"""Several programs on one file, and programs that are killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from random import Random
from textwrap import dedent

from sqlalchemy import text
from tests.store.samples import LABELS, REVIEWER, add_article, add_highlight, profile_in

from annotator.store.project_file import open_project

TAGGER = dedent("""
    import sys
    from pathlib import Path
    from annotator.core.records import Highlight
    from annotator.core.span import Span
    from annotator.store.clock import new_id, now
    from annotator.store.project_file import open_project
    from annotator.store.profile import Profile
    from annotator.core.records import Reviewer

    path, folder, label, reviewer, count = sys.argv[1:]
    profile = Profile(Reviewer(reviewer, "Ada"), Path(folder) / "state", Path(folder) / "backups")
    store = open_project(Path(path), profile=profile)
    article = store.articles()[0].article
    for number in range(int(count)):
        start = number % 50
        with store.writing() as work:
            span = Span(start, start + 9)
            stored = work.put(
                Highlight(0, new_id(), article.id, article.revision_id, (span,), label, reviewer,
                          work.quote(article.id, (span,)), 1, now(), now())
            )
            work.commit("Tag")
        print(stored.id, flush=True)
""")


def start_tagger(path, folder, count):
    arguments = [str(path), str(folder), LABELS[0].id, REVIEWER.id, str(count)]
    return subprocess.Popen(
        [sys.executable, "-c", TAGGER, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )


def test_four_programs_write_to_one_file_and_none_is_turned_away(project_path, tmp_path, opener):
    add_article(opener(project_path))
    programs = [start_tagger(project_path, tmp_path, 30) for _ in range(4)]
    answers = [program.communicate(timeout=120) for program in programs]
    assert [error for _, error in answers] == [""] * 4
    acknowledged = {one for out, _ in answers for one in out.split()}
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
        program = start_tagger(project_path, tmp_path, 10_000)
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(random.random() * 0.08)
        program.kill()
        # What readline had read ahead is the file object's, so the rest is read through it too.
        out, error = program.stdout.read(), program.stderr.read()
        program.wait()
        program.stdout.close()
        program.stderr.close()
        assert first, error
        acknowledged |= {one for one in (first + out).split("\n") if len(one) == 36}
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
