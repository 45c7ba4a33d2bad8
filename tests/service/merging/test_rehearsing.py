"""Several bundles are looked at one after another, and what is told of them comes true."""

import pytest
from tests.service.dam_text import TEXT, add_text
from tests.service.merging.team import Member

from annotator import paths
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, RemoveHighlights
from annotator.service.merging.rehearsing import rehearsal
from annotator.service.merging.teamwork import arrived, merge
from annotator.service.watch import UNWATCHED, StoppedError, Watch

CLAIM = "official_claim"


@pytest.fixture
def bundles(tmp_path, new_project, monkeypatch):
    """Ann's project, and what Bob and Cleo send, who both removed the same highlight."""
    members = []

    def member(name):
        members.append(Member(name, tmp_path, new_project, monkeypatch))
        return members[-1]

    ann = member("ann")
    article = add_text(ann.project)
    for start in range(0, 20, 5):
        ann.project.execute(AddHighlight(article, (Span(start, start + 4),), CLAIM))
    first, sent = ann.send(), []
    for number, name in enumerate(("bob", "cleo")):
        other = member(name)
        other.take(first)
        place = Span(len(TEXT) - 9 - number, len(TEXT) - 3)
        other.project.execute(RemoveHighlights((other.highlights[0].id,)))
        other.project.execute(AddHighlight(other.articles[0].id, (place,), CLAIM))
        sent.append(other.send())
    yield ann, sent
    for one in members:
        one.project.close()


def state(ann):
    """All files that tell of a project, but for what the locks leave."""
    return {
        one: one.read_bytes()
        for folder in (ann.project.path.parent, paths.state_dir())
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith(("-journal", ".annobundle"))
    }


def rehearsed(ann, sent, watch=UNWATCHED):
    told = []
    with rehearsal(ann.project, len(sent), watch) as trial:
        for path in sent:
            with trial.look(path) as arrival:
                trial.take(arrival)
                told.append(dict(arrival.plan.report.counts))
    return told


def test_what_is_told_of_several_bundles_is_what_merging_them_does(bundles, monkeypatch):
    ann, sent = bundles
    monkeypatch.setenv("ANNOTATOR_HOME", str(ann.folder / "home-ann"))
    before = state(ann)
    told = rehearsed(ann, sent)
    assert state(ann) == before
    assert [one.get("deleted", 0) for one in told] == [1, 0]
    done = []
    for path in sent:
        with arrived(ann.project.queries, path) as arrival:
            merge(ann.project, arrival, may_delete=True)
            done.append(dict(arrival.plan.report.counts))
    assert told == done


def test_the_copy_is_no_more_begun_where_that_was_cancelled(bundles):
    ann, sent = bundles
    with pytest.raises(StoppedError):
        rehearsed(ann, sent, Watch(cancelled=lambda: True))
