"""A colleague for tests of the window: a project of their own, which takes and sends bundles."""

from __future__ import annotations

from contextlib import contextmanager

from annotator import bootstrap
from annotator.core.span import Span
from annotator.service.commands import MoveHighlight, RelabelHighlight, ToggleHighlight
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send


def sent(project, path, **wishes):
    """Write a bundle of a project."""
    send(project, path, SendingWishes(**wishes))
    return path


def taken(project, path):
    """Merge a bundle into a project that no window shows."""
    with arrived(project.queries, path) as arrival:
        return project.publish(merge(project, arrival, may_delete=True))


@contextmanager
def colleague(new_project, folder, bundle=None):
    """Another project, which has taken a bundle."""
    folder.mkdir(exist_ok=True)
    path = new_project(folder / "Harbour desk.factproj")
    project = bootstrap.open_project(path, create=False)
    if bundle is not None:
        taken(project, bundle)
    yield project
    project.close()


def tagged(project, quote, label="official_claim"):
    """Highlight some words of the first article that has them; return the highlight's id."""
    for summary in project.queries.articles():
        text = project.queries.outline(summary.article.id).revision.text
        at = text.find(quote)
        if at >= 0:
            span = Span(at, at + len(quote))
            project.execute(ToggleHighlight(summary.article.id, span, label, None))
            return next(one.id for one in project.queries.highlights() if one.spans == (span,))
    raise LookupError(quote)


def relabeled(project, highlight_id, label):
    project.execute(RelabelHighlight(highlight_id, label))


def moved(project, highlight_id, quote):
    """Give a highlight the place of other words of its article."""
    (found,) = (one for one in project.queries.highlights() if one.id == highlight_id)
    text = project.queries.outline(found.article_id).revision.text
    at = text.index(quote)
    project.execute(MoveHighlight(highlight_id, (Span(at, at + len(quote)),)))
