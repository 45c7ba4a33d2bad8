"""A small text with an emoji, a quotation and Arabic, and how tests put it into a project."""

from __future__ import annotations

from annotator.core.records import Article, Source
from annotator.core.span import Span
from annotator.service.article_ports import ReadArticle
from annotator.service.commands import AddArticles
from annotator.service.importing import prepare_article

TEXT = (
    "The ministry said the 🚰 dam was safe. Engineers left.\n"
    "Dr. Voss expects “seepage to double.” Aid groups warned of shortages.\n"
    "\n"
    "وقالت الوزارة إن السد آمن. Nobody replied."
)


def add_text(project, text=TEXT, title="A dam"):
    source = Source(name="dam.txt", sha256="", size=len(text), encoding="UTF-8", reader="test")
    prepared = prepare_article(ReadArticle(title, text, source), project.surroundings)
    changes = project.execute(AddArticles((prepared,)))
    return next(after.id for _, after in changes.of(Article))


def span_of(quote, text=TEXT):
    start = text.index(quote)
    return Span(start, start + len(quote))
