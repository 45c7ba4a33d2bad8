from __future__ import annotations

from tests.service.newer_copies import added, revised

from annotator.core.span import Span
from annotator.service.anchored import WITHOUT_TEXT, anchored
from annotator.service.commands import AddHighlight
from annotator.service.revision_commands import KeepUnplaced, SettlePlace

SAFE = "The ministry said on Friday that the dam was safe."
GONE = "Aid groups warned of shortages in the villages near the river."
TEXT = f"{SAFE}\n{GONE}\nIt was late."
NEWER = f"{SAFE.replace('safe', 'not safe')}\nIt was late."


def test_every_highlight_has_an_outcome_and_those_that_wait_come_first(project):
    article = added(project, TEXT)
    for quote in (SAFE, GONE, "It was late."):
        start = TEXT.index(quote)
        tag = AddHighlight(article.id, (Span(start, start + len(quote)),), "official_claim")
        project.execute(tag)
    before = anchored(project.queries, article.id)
    assert [(one.outcome, one.best.score) for one in before] == [("placed", 1.0)] * 3
    revised(project, article, NEWER)
    found = anchored(project.queries, article.id)
    assert [(one.outcome, one.was) for one in found] == [
        ("lost", GONE),
        ("placed", SAFE),
        ("placed", "It was late."),
    ]
    assert found[1].best.words == NEWER[: found[1].best.spans[0][1]]
    assert 0.6 < found[1].best.score < 1
    lost = found[0].highlight
    project.execute(SettlePlace(lost.id, (Span(0, 12),)))
    settled = next(one for one in anchored(project.queries, article.id) if one.was == GONE)
    assert (settled.outcome, settled.best.score) == ("placed", 1.0)
    project.undo()
    project.execute(KeepUnplaced((lost.id,)))
    assert WITHOUT_TEXT in {one.outcome for one in anchored(project.queries, article.id)}
