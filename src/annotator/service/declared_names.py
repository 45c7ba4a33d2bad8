"""What a file declares, labels, reviewers and articles, and whether its highlights keep to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.codebook_rules import LINE_STYLES
from annotator.service.own_checks import bad_id
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.foreign_values import (
        ForeignArticle,
        ForeignHighlight,
        ForeignLabel,
        ForeignReviewer,
    )

_MOST_KEPT = 10_000
# What several lines of a file may tell of an article.
_TOLD = (
    "text_sha256", "title", "url", "publisher", "authors", "published", "language", "direction",
)  # fmt: skip


class DeclaredNames:
    """The labels, reviewers and articles that a file declares; what it does not, is not checked."""

    def __init__(
        self, labels: Sequence[ForeignLabel], reviewers: Sequence[ForeignReviewer]
    ) -> None:
        self._labels = labels
        self._names = {name for one in labels for name in (one.id, one.key, one.name) if name}
        self._by_id = {one.id: {one.id, one.key, one.name} for one in labels if one.id}
        self._people = {one.name for one in reviewers}
        self._person = {one.id: one.name for one in reviewers if one.id}
        self._articles: set[str] = set()
        self._told: dict[str, tuple[object, ...]] = {}
        self._same: dict[tuple[str, str], str] = {}
        self._sound: set[tuple[str, ...]] = set()

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield where a label stands that lies under none of the file's, and what is wrong."""
        for one in self._labels:
            if bad_id(one.id):
                yield one.place, Remark.BAD_ID_OF_LABEL.of(id=one.id, label=one.name)
            if one.line_style and one.line_style not in LINE_STYLES:
                yield one.place, Remark.BAD_LINE_STYLE.of(name=one.line_style)
            if one.parent and one.parent not in self._names:
                yield one.place, Remark.NO_PARENT.of(parent=one.parent, name=one.name)

    def hold(self, article: ForeignArticle) -> Iterator[str]:
        """Take in that the file holds an article, if it is that; yield what it said otherwise."""
        known = article.article_id
        if bad_id(known):
            yield Remark.BAD_ARTICLE_ID.of(id=known)
        if known and article.text is not None:
            self._articles.add(known)
        if not known or (len(self._told) >= _MOST_KEPT and known not in self._told):
            return
        told = tuple(getattr(article, name) for name in _TOLD)
        before = self._told.setdefault(known, told)
        for name, one, other in zip(_TOLD, told, before, strict=True) if told != before else ():
            if one and other and one != other:
                yield Remark.ARTICLE_OTHERWISE.of(told=one, name=name, before=other)

    def unknown(self, one: ForeignHighlight, article: ForeignArticle) -> Iterator[str]:
        """Yield which names of a highlight are none of the file's, or do not go together."""
        beside, named = one.beside, article.article_id
        label_id = "" if beside is None else beside.label_id
        names = one.label, label_id, one.reviewer, one.reviewer_id
        if names not in self._sound:
            wrong = [*self._of_label(one), *self._of_reviewer(one), *self._otherwise(one)]
            yield from wrong
            if not wrong and len(self._sound) < _MOST_KEPT:
                self._sound.add(names)
        if beside is None:
            return
        if self._articles and named and named not in self._articles:
            yield Remark.NO_ARTICLE.of(id=named)
        if beside.title is not None and beside.title != article.title:
            yield Remark.OTHER_TITLE.of(told=beside.title)
        told = beside.text_sha256
        if told and article.text_sha256 and told != article.text_sha256:
            yield Remark.OTHER_ARTICLE_TEXT.of()

    def _of_label(self, one: ForeignHighlight) -> Iterator[str]:
        if one.label and self._names and one.label not in self._names:
            yield Remark.NO_LABEL.of(name=one.label)
        label_id = one.beside.label_id if one.beside is not None else ""
        if not label_id or not self._by_id:
            return
        if label_id not in self._by_id:
            yield Remark.NO_LABEL_ID.of(id=label_id)
        elif one.label in self._names and one.label not in self._by_id[label_id]:
            yield Remark.OTHER_LABEL_ID.of(name=one.label, id=label_id)

    def _of_reviewer(self, one: ForeignHighlight) -> Iterator[str]:
        if one.reviewer and self._people and one.reviewer not in self._people:
            yield Remark.NO_REVIEWER.of(name=one.reviewer)
        if not one.reviewer_id or not self._person:
            return
        if one.reviewer_id not in self._person:
            yield Remark.NO_REVIEWER_ID.of(id=one.reviewer_id)
        elif one.reviewer in self._people and self._person[one.reviewer_id] != one.reviewer:
            yield Remark.OTHER_REVIEWER_ID.of(name=one.reviewer, id=one.reviewer_id)

    def _otherwise(self, one: ForeignHighlight) -> Iterator[str]:
        """Yield which names our ids, and which ids our labels, had before."""
        label_id = one.beside.label_id if one.beside is not None else ""
        pairs = (
            (Remark.REVIEWER_OTHERWISE, "id", one.reviewer_id, one.reviewer),
            (Remark.LABEL_OTHERWISE, "name", one.label, label_id),
            (Remark.LABEL_OTHERWISE, "name", label_id, one.label),
        )
        for what, field, known, told in pairs if one.ours and not self._names else ():
            before = self._same.setdefault((what.name, known), told) if known and told else told
            if before != told:
                yield what.of(**{field: known}, told=told, before=before)
