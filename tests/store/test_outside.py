from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import event
from tests.store.samples import CODEBOOK, add_article, add_highlight, highlight_on

from annotator.core.project_errors import ProjectMovedError, ProjectReplacedError
from annotator.core.records import Article, ClaimRecord, Highlight, Revision
from annotator.core.request_errors import NotFoundError
from annotator.store.clock import new_id, now
from annotator.store.project_file import make_project


def test_what_others_do_is_seen_once(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(theirs)
    (changes,) = ours.outside_changes()
    assert (changes.origin, changes.title, changes.sequence) == ("outside", "Add Rain", 1)
    assert [after for _, after in changes.of(Article)] == [article]
    assert not list(changes.of(Revision))
    assert changes.progress == (ours.content(article.id).progress,)
    assert ours.outside_changes() == []


def test_our_own_changes_are_none_of_the_outside(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(ours)
    assert ours.outside_changes() == []
    first = add_highlight(theirs, article, (0, 2))
    add_highlight(ours, article, (3, 5))
    last = add_highlight(theirs, article, (6, 8))
    seen = [one.alterations[0].after for one in ours.outside_changes()]
    assert seen == [first, last]
    assert [one.sequence for one in theirs.outside_changes()] == [1, 3]


def test_an_undo_of_others_is_seen_as_what_it_did(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(ours)
    stored = add_highlight(ours, article, (0, 2))
    theirs.undo()
    (changes,) = ours.outside_changes()
    assert [(one.before, one.after) for one in changes.alterations] == [(stored, None)]
    assert ours.redo().alterations[0].after == stored


def test_nothing_new_costs_one_pragma(project_path, opener):
    ours = opener(project_path)
    statements = []
    event.listen(
        ours._database.connection.engine,
        "before_cursor_execute",
        lambda *arguments: statements.append(arguments[2]),
    )
    traced = []
    ours._database.driver.set_trace_callback(traced.append)
    assert ours.outside_changes() == []
    assert (statements, traced) == ([], ["PRAGMA data_version"])


def test_a_label_removed_outside_is_forgotten_here(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(ours)
    fresh = highlight_on(ours, article, (0, 2))
    with theirs.writing() as work:
        work.remove(work.codebook.labels[0])
        work.commit("Remove label")
    with pytest.raises(NotFoundError, match="label"), ours.writing() as work:
        work.put(fresh)
    assert ours.stats().highlights == 0


def test_a_claim_that_came_and_went_outside_is_still_named(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(ours)
    stored = add_highlight(ours, article, (0, 2))
    claim = ClaimRecord(new_id(), now(), now())
    with theirs.writing() as work:
        work.put(claim)
        work.put(replace(stored, claim_id=claim.id))
        work.commit("Describe")
    with theirs.writing() as work:
        work.put(stored)
        work.remove(claim)
        work.commit("Forget")
    described, forgotten = ours.outside_changes()
    assert [after.claim_id for _, after in described.of(Highlight)] == [claim.id]
    assert [before.claim_id for before, _ in forgotten.of(Highlight)] == [claim.id]


@pytest.mark.parametrize("seen_by_a_write", [False, True], ids=["by looking", "by writing"])
def test_a_file_replaced_by_an_older_copy_is_to_be_read_again(
    project_path, tmp_path, opener, seen_by_a_write
):
    ours = opener(project_path)
    article = add_article(ours)
    older = shutil.copy(project_path, tmp_path / "older.factproj")
    for start in range(3):
        add_highlight(ours, article, (start, start + 2))
    assert ours.outside_changes() == []
    overwrite_by_another_program(older, project_path)
    if seen_by_a_write:
        add_highlight(ours, article, (5, 7))
    (changes,) = ours.outside_changes()
    assert (changes.reload, changes.alterations, changes.origin) == (True, (), "outside")
    assert changes.sequence == ours.history()[0].sequence == 1 + seen_by_a_write
    assert len(list(ours.highlights())) == int(seen_by_a_write)
    assert ours.outside_changes() == []
    add_highlight(ours, article, (8, 9))
    assert (ours.outside_changes(), ours.check()) == ([], [])


def test_a_replaced_file_with_as_long_a_history_is_noticed(project_path, tmp_path, opener):
    ours = opener(project_path)
    article = add_article(ours)
    other = shutil.copy(project_path, tmp_path / "other.factproj")
    add_highlight(ours, article, (0, 2))
    theirs = opener(other)
    for start in range(2):
        add_highlight(theirs, article, (start, 9))
    theirs.close()
    overwrite_by_another_program(other, project_path)
    assert [one.reload for one in ours.outside_changes()] == [True]
    assert {one.spans[0].end for one in ours.highlights()} == {9}


def test_labels_of_a_replaced_file_are_its_own(project_path, tmp_path, opener):
    ours = opener(project_path)
    older = shutil.copy(project_path, tmp_path / "older.factproj")
    with ours.writing() as work:
        work.put(replace(work.codebook.labels[0], name="ours"))
        work.commit("Rename")
    theirs = opener(older)
    with theirs.writing() as work:
        work.put(replace(work.codebook.labels[0], name="theirs"))
        work.commit("Rename")
    add_article(theirs)
    theirs.close()
    assert ours.codebook().labels[0].name == "ours"
    overwrite_by_another_program(older, project_path)
    assert ours.codebook().labels[0].name == "theirs"
    add_article(ours, "More.")
    assert ours.check() == []


def test_another_project_in_the_place_of_an_open_one_takes_no_change(project_path, opener):
    ours = opener(project_path)
    article = add_article(ours)
    another = project_path.with_name("another.factproj")
    make_project(another, CODEBOOK)
    overwrite_by_another_program(another, project_path)
    with pytest.raises(ProjectMovedError):
        add_highlight(ours, article, (0, 2))


def overwrite_by_another_program(source, target):
    # Closing the file in this process would drop the locks of the project that is open here.
    code = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, source, target], check=True)


def put_in_place(source, path, how):
    if how == "over":
        path.write_bytes(source.read_bytes())
    else:
        fresh = path.with_name("fresh")
        fresh.write_bytes(source.read_bytes())
        fresh.replace(path)


@pytest.mark.parametrize("how", ["over", "renamed"])
def test_a_copy_that_went_its_own_way_is_never_mixed_with_what_was_open(
    opener, project_path, tmp_path, how
):
    store = opener(project_path)
    article = add_article(store)
    other = tmp_path / "other.factproj"
    shutil.copy(project_path, other)
    with closing(opener(other)) as elsewhere:
        add_highlight(elsewhere, article, (0, 2))
    add_highlight(store, article, (5, 9))
    put_in_place(other, project_path, how)
    with pytest.raises(ProjectReplacedError):
        store.outside_changes()
    with pytest.raises(ProjectReplacedError):
        add_highlight(store, article, (10, 12))
    store.close()
    with closing(opener(project_path)) as again:
        assert [one.spans[0].start for one in again.highlights()] == [0]
        assert again.check() == []
