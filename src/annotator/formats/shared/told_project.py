"""A project as the lines of this program tell it, to be sent once more: what a report shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from annotator.core.errors import AnnotatorError
from annotator.core.records import (
    Article,
    ClaimRecord,
    Codebook,
    Evidence,
    Highlight,
    Label,
    Reviewer,
    Revision,
    Source,
    quote_of,
)
from annotator.core.span import Span
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.span_values import texts_of, words
from annotator.service.exchange_ports import SentHighlight

if TYPE_CHECKING:
    from annotator.formats.shared.json_lines import Found

    Objects = Callable[[], Iterator[Found | AnnotatorError]]

_MOST: Final = 100_000
_SEVERAL: Final = frozenset(("tests", "edge_cases", "examples", "fields", "authors"))


class UntoldError(ValueError):
    """Lines that do not tell a project, or an article of more highlights than are looked at."""


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article with its text and highlights."""

    article: Article
    revision: Revision
    made: tuple[SentHighlight, ...]
    reviewed_marks: int = 0

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights as they are told."""
        return iter(self.made)


class ToldProject:
    """A project out of lines, which are gone through whenever its articles are asked for.

    Raises:
        UntoldError: the lines do not tell one; so does every way to go through its articles.

    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        above = list(self._above())
        project = next((one for one in above if one.get("type") == "project"), None)
        if project is None:
            raise UntoldError
        self.project_id, self.name = words(project.get("id")), words(project.get("name"))
        labels = tuple(_record(Label, one) for one in above if one.get("type") == "label")
        self.codebook = Codebook(0, words(project.get("guideline")), labels)
        self.reviewers = tuple(
            _record(Reviewer, one) for one in above if one.get("type") == "reviewer"
        )
        self._labels = {one.id: one for one in labels}
        self._people = {one.id: one for one in self.reviewers}

    def articles(self) -> Iterator[ToldArticle]:
        """Yield the articles as they are told.

        Raises:
            UntoldError: a line is not as this program writes it.

        """
        article: Mapping[str, Any] | None = None
        rows: list[SentHighlight] = []
        for one in self._values():
            if one.get("type") == "article":
                if article is not None:
                    yield _article(article, rows)
                article, rows = one, []
            elif one.get("type") == "highlight" and article is not None:
                rows.append(self._highlight(one, words(article.get("text"))))
                if len(rows) > _MOST:
                    raise UntoldError
        if article is not None:
            yield _article(article, rows)

    def _values(self) -> Iterator[Mapping[str, Any]]:
        for one in self._objects():
            if isinstance(one, AnnotatorError):
                raise UntoldError from one
            yield one.values

    def _above(self) -> Iterator[Mapping[str, Any]]:
        for one in self._values():
            if one.get("type") in {"article", "highlight"}:
                return
            yield one

    def _highlight(self, told: Mapping[str, Any], text: str) -> SentHighlight:
        try:
            pairs = told.get("spans") or [[told["start"], told["end"]]]
            spans = tuple(Span(int(start), int(end)) for start, end in pairs)
            label = self._labels[words(told.get("label_id"))]
        except (KeyError, ValueError, TypeError) as error:
            raise UntoldError from error
        lost = told.get("lost_quote")
        person = words(told.get("reviewer_id"))
        made = Highlight(
            key=0,
            id=words(told.get("id")),
            article_id=words(told.get("article_id")),
            revision_id="",
            spans=spans,
            label_id=label.id,
            reviewer_id=person,
            quote=quote_of(text, spans) if lost is None else words(lost),
            codebook_revision=0,
            created=words(told.get("created")),
            modified=words(told.get("modified")),
        )
        by = self._people.get(person) or Reviewer(person, words(told.get("reviewer")))
        return SentHighlight(made, label, by, _claim(told.get("claim")))


def _article(told: Mapping[str, Any], made: list[SentHighlight]) -> ToldArticle:
    article = _record(Article, told)
    text = words(told.get("text"))
    source = Source("", "", 0, "", "")
    revision = Revision("", article.id, 0, text, "", (), "", source, "")
    return ToldArticle(article, revision, tuple(made))


def _claim(told: object) -> ClaimRecord | None:
    if not isinstance(told, Mapping):
        return None
    held = claim_of(told)
    evidence = tuple(Evidence(**one) for one in held.pop("evidence", ()))
    whole = {"id": "", "created": "", "modified": ""} | held
    return ClaimRecord(**whole, evidence=evidence)


def _record(kind: type[Any], told: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of that kind
    """Return a record with the words that are told of it."""
    values = {
        one.name: texts_of(told[one.name]) if one.name in _SEVERAL else words(told[one.name])
        for one in fields(kind)
        if one.name in told
    }
    try:
        return kind(**values)
    except TypeError as error:
        raise UntoldError from error
