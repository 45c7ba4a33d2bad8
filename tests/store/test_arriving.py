"""What a merge brings is there in just that state, and gone by an undo as if it had never been."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import LABELS, TEXT, add_article, add_highlight, mark_on, profile_in
from tests.store.team import everything, merge, planned
from tests.store.test_new_articles import rows_of

from annotator.core.records import ClaimRecord, Reviewer
from annotator.team.joining import same

AT = "2026-01-02T03:04:05.678Z"
GRACE = Reviewer("0190a1b2-0000-7000-8000-0000000000ab", "Grace")
HISTORY = ("change", "change_item", "replica", "reviewer", "codebook_revision", "project")


def kept(store):
    """Return all rows but those of the history, and of what only an undo leaves behind."""
    rows = {name: one for name, one in rows_of(store).items() if name not in HISTORY}
    rows["tombstone"] = [row for row in rows["tombstone"] if row[2] != "{}"]
    left_out = {"sqlite_sequence", "alembic_version", "paragraph", "revision", "shingle"}
    left_out |= {"revision_paragraph", "paragraph_words"}
    return {name: one for name, one in rows.items() if name not in left_out}


@pytest.fixture
def pair(template, tmp_path, opener):
    """Two projects of a team, each by its own reviewer, begun as one."""
    import shutil

    folders = [tmp_path / name for name in ("ada", "grace")]
    for folder in folders:
        folder.mkdir()
    paths = [shutil.copy(template, folder / "facts.factproj") for folder in folders]
    return (
        opener(paths[0], profile=profile_in(folders[0])),
        opener(paths[1], profile=profile_in(folders[1], GRACE)),
    )


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
