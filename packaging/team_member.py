"""One reviewer of the scripted week: a folder of their own, a project file, and what they do."""

from __future__ import annotations

import io
import json
import os
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from annotator.bootstrap import open_project
from annotator.cli import program
from annotator.cli.session import Windows
from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.service.article_ports import ReadArticle
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.commands import (
    AddArticles,
    AddHighlight,
    DescribeClaim,
    ToggleReviewed,
)
from annotator.service.importing import prepare_article
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

    from annotator.service.merging.report import MergeReport
    from annotator.service.project import Project

_PEOPLE = UUID("6d0b3a52-58c8-5b0f-9f3e-2d0a4b7c9e11")
_WINDOWS = Windows(require=lambda: None, open=lambda _: 0, picture=lambda *_: None)
_SPEAKERS = ("the ministry", "a spokesman", "the company", "residents", "the court")
# Of the sentences that somebody reads, so many get a label, and of these so many a claim record.
_TAGGED, _WITH_RECORD = 0.6, 0.4


class Member:
    """A reviewer at a machine of their own, which the others reach by files alone."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.home = name, folder / name.lower()
        self.path = self.home / "facts.factproj"
        config = self.home / "config"
        config.mkdir(parents=True)
        who = {"id": str(uuid5(_PEOPLE, name)), "name": name}
        (config / "profile.json").write_text(json.dumps(who), encoding="utf-8")

    @contextmanager
    def at_desk(self) -> Iterator[Project]:
        """Open the member's project on their machine."""
        with self._machine():
            project = open_project(self.path, create=True)
            try:
                yield project
            finally:
                project.close()

    def types(self, *words: str) -> tuple[int, str]:
        """Type a verb of the command line; return its exit code and what it prints."""
        out = io.StringIO()
        with self._machine(), redirect_stdout(out):
            code = program.main([*words, "--project", str(self.path)], _WINDOWS)
        return code, out.getvalue()

    @contextmanager
    def _machine(self) -> Iterator[None]:
        before = os.environ.get("ANNOTATOR_HOME")
        os.environ["ANNOTATOR_HOME"] = str(self.home)
        try:
            yield
        finally:
            if before is None:
                del os.environ["ANNOTATOR_HOME"]
            else:
                os.environ["ANNOTATOR_HOME"] = before

    def adds(self, articles: Sequence[ReadArticle]) -> None:
        """Add articles, as one step."""
        with self.at_desk() as project:
            prepared = [prepare_article(one, project.surroundings) for one in articles]
            project.execute(AddArticles(prepared))

    def reviews(self, draw: Random, sentences: int) -> tuple[int, int]:
        """Review so many sentences anywhere; return the highlights and the marks made."""
        with self.at_desk() as project:
            articles = sorted(one.article.id for one in project.queries.articles())
            tagged = sum(
                self._reads(project, draw, draw.choice(articles)) for _ in range(sentences)
            )
        return tagged, sentences - tagged

    def _reads(self, project: Project, draw: Random, article_id: str) -> bool:
        opened = project.open_article(article_id)
        numbers = [one for one in range(len(opened.sentences)) if len(opened.sentences.span(one))]
        number = draw.choice(numbers)
        span = opened.sentences.span(number)
        if draw.random() > _TAGGED:
            if not opened.is_reviewed(number):
                project.execute(ToggleReviewed(article_id, (span,)))
            return False
        label = draw.choice(project.queries.codebook().labels)
        changes = project.execute(AddHighlight(article_id, (span,), label.key))
        if draw.random() < _WITH_RECORD:
            (made,) = (after for _, after in changes.of(Highlight) if after)
            said = (("speaker", draw.choice(_SPEAKERS)), ("note", f"Ask {self.name}."))
            project.execute(DescribeClaim(made.id, said))
        return True

    def rewrites(self, title: str) -> tuple[str, str]:
        """Put a word right and a sentence in front of an article; return what it began with."""
        with self.at_desk() as project:
            article = project.find_article(title)
            editing = project.edit_text(project.open_article(article.id))
            text = editing.article.text
            word = max((one for one in text.split() if one.isalpha()), key=len)
            at = text.index(word)
            editing.replace(Span(at, at + len(word)), word.upper())
            editing.replace(Span(0, 0), "Corrected on Tuesday. ")
            editing.finish()
        return word, word.upper()

    def sends(self, target: Path, scope: Scope, *, quotes_only: bool = False) -> str:
        """Write a bundle and return its id."""
        wishes = SendingWishes(scope, options=BundleOptions(quotes_only=quotes_only))
        with self.at_desk() as project:
            return send(project, target, wishes).bundle_id

    def takes(self, path: Path) -> MergeReport:
        """Merge a bundle and return what that did."""
        with self.at_desk() as project, arrived(project.queries, path) as arrival:
            project.publish(merge(project, arrival, may_delete=True))
            return arrival.plan.report

    def highlights(self) -> list[Highlight]:
        """Return all highlights, by id."""
        with self.at_desk() as project:
            articles = [one.article.id for one in project.queries.articles()]
            found = [one for each in articles for one in project.queries.highlights(each)]
        return sorted(found, key=lambda one: one.id)
