"""Newer copies of an article, and all that a project holds of one."""

from __future__ import annotations

from annotator.core.records import Article, Source
from annotator.service.article_ports import ReadArticle
from annotator.service.commands import AddArticles
from annotator.service.importing import prepare_article
from annotator.service.revision_commands import ReviseArticle
from annotator.service.revision_plan import plan_revision


def copy_of(text, project, *, title="A dam", url="", name="dam.txt"):
    source = Source(name=name, sha256="", size=len(text), encoding="UTF-8", reader="test")
    return prepare_article(ReadArticle(title, text, source, url=url), project.surroundings)


def added(project, text, **known):
    changes = project.execute(AddArticles((copy_of(text, project, **known),)))
    return next(after for _, after in changes.of(Article))


def planned(project, article, text, **known):
    return plan_revision(
        project.queries,
        article,
        prepared=copy_of(text, project, **known),
        surroundings=project.surroundings,
    )


def revised(project, article, text, **known):
    return project.execute(ReviseArticle(planned(project, article, text, **known)))


def state_of_article(project, article_id):
    content = project.queries.content(article_id)
    return (
        content.article,
        content.revision,
        list(project.queries.highlights(article_id)),
        sorted(content.marks, key=lambda one: one.key),
        content.progress,
        project.queries.stats(),
    )
