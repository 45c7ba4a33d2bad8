"""Verbs about articles: list, show, finish, reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, verb
from annotator.service.finishing_commands import FinishArticle, ReopenArticle

if TYPE_CHECKING:
    from annotator.service.open_article import OpenArticle
    from annotator.service.project import Project


@click.command("list")
@verb
def list_articles(session: Session) -> int:
    """List the articles."""
    with session.project() as project:
        summaries = project.queries.articles()
    rows = [
        {
            "id": summary.article.id,
            "title": summary.article.title,
            "chars": summary.chars,
            "sentences": summary.progress.sentences,
            "highlights": summary.progress.highlights,
            "finished": summary.article.finished,
        }
        for summary in summaries
    ]
    lines = [
        f"{row['id']}  {row['sentences']:>5} sentences  {row['highlights']:>5} highlights  "
        f"{'+' if row['finished'] else ' '} {row['title']}"
        for row in rows
    ]
    session.tell(rows, "\n".join(lines) or "No article yet; add one with “annotator add FILE”.")
    return 0


@click.command()
@click.argument("article")
@click.option("--anyway", is_flag=True, help="Even if sentences are not reviewed.")
@verb
def finish(session: Session, article: str, *, anyway: bool) -> int:
    """Say that you are done with ARTICLE; exit 1 where sentences are not reviewed."""
    with session.project() as project:
        article_id = project.find_article(article).id
        project.execute(FinishArticle(article_id, accept_unreviewed=anyway))
        found = project.find_article(article_id)
    value = {"id": found.id, "finished": found.finished}
    session.tell(value, f"Finished “{found.title}”.")
    return 0


@click.command()
@click.argument("article")
@verb
def reopen(session: Session, article: str) -> int:
    """Take back that you finished ARTICLE; exit 1 where only others did."""
    with session.project() as project:
        found = project.find_article(article)
        project.execute(ReopenArticle(found.id))
        found = project.find_article(found.id)
    others = " It stays finished by others." if found.finished else ""
    session.tell({"id": found.id, "finished": found.finished}, f"Reopened “{found.title}”.{others}")
    return 0


@click.command()
@click.argument("article")
@verb
def show(session: Session, article: str) -> int:
    """Show ARTICLE (its title, or its id): sentences by number, highlights."""
    with session.project() as project:
        opened = project.open_article(project.find_article(article).id)
        highlights = _highlights(project, opened.article.id)
    sentences = _sentences(opened)
    value = {
        "id": opened.article.id,
        "title": opened.article.title,
        "language": opened.article.language,
        "direction": opened.article.direction,
        "segmenter": opened.revision.segmenter,
        "text_sha256": opened.revision.text_sha256,
        "text": opened.text,
        "sentences": sentences,
        "highlights": highlights,
    }
    lines = [opened.article.title, ""]
    lines += [
        f"{row['number']:>4}  {row['start']:>6}-{row['end']:<6} {'+' if row['reviewed'] else ' '} "
        f"{opened.sentence_text(number)}"
        for number, row in enumerate(sentences)
    ]
    lines += [""] + [
        f"{row['id']}  {row['start']:>6}-{row['end']:<6} {row['label']}: {row['quote']}"
        for row in highlights
    ]
    session.tell(value, "\n".join(lines).rstrip())
    return 0


def _sentences(opened: OpenArticle) -> list[dict[str, object]]:
    spans = [opened.sentences.span(number) for number in range(len(opened.sentences))]
    return [
        {
            "number": number,
            "start": span.start,
            "end": span.end,
            "reviewed": opened.is_reviewed(number),
        }
        for number, span in enumerate(spans)
    ]


def _highlights(project: Project, article_id: str) -> list[dict[str, object]]:
    labels = {label.id: label.key for label in project.queries.codebook().labels}
    return [
        {
            "id": highlight.id,
            "start": highlight.hull.start,
            "end": highlight.hull.end,
            "label": labels[highlight.label_id],
            "quote": highlight.quote,
        }
        for highlight in project.queries.highlights(article_id)
    ]
