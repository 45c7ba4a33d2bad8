"""What of a project goes into a bundle: all, some articles, or what altered since the last one."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.core.request_errors import NotFoundError
from annotator.service.bundle.content import (
    ArticleText,
    BundleFacts,
    Named,
    Person,
    RevisionFacts,
    Scope,
)
from annotator.service.bundle.lines import in_order
from annotator.service.merging.pieces import PLACED
from annotator.team.fields import KINDS, MADE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.records import Reviewer
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject

_AT_ONCE: Final = 1_000
_CODEBOOK: Final = ("label", "guideline")


class ProjectContent:
    """A project, or what is chosen of it, as a bundle holds it.

    ``wanted`` names all but the codebook, which always goes along; None stands for everything.
    """

    def __init__(
        self,
        queries: Queries,
        facts: BundleFacts,
        wanted: _Wanted | None = None,
    ) -> None:
        self.facts = facts
        self._queries, self._wanted = queries, wanted
        labels = map(in_order, queries.all_shared("label"))
        self._labels = {one.id: str(one.shown("name")) for one in labels}
        self._people = {one.reviewer.id: one for one in queries.authors()}

    def people(self) -> Iterable[Person]:
        """Yield the project's reviewers by id."""
        for one_id, one in sorted(self._people.items()):
            yield Person(one_id, one.reviewer.name, one.renamed, one.extra)

    def objects(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that are there, by id."""
        if self._wanted is None or kind in _CODEBOOK:
            yield from self._queries.all_shared(kind)
            return
        for found in _by_ids(self._queries, kind, self._wanted.there[kind]):
            if found.there:
                yield found

    def removed(self) -> Iterator[SharedObject]:
        """Yield what was removed, by kind and id."""
        for kind in sorted(KINDS):
            if self._wanted is None or kind in _CODEBOOK:
                yield from self._queries.removed_shared(kind)
            else:
                gone = _by_ids(self._queries, kind, self._wanted.gone[kind])
                yield from (one for one in gone if not one.there and one.removals)

    def texts(self) -> Iterator[ArticleText]:
        """Yield every text that an article has, or has according to somebody."""
        for article in self.objects("article"):
            told = {(one.value["sha256"], one.value["cut"]) for one in article.fields["text"]}
            known = self._queries.texts_of(article.id)
            for sha256, cut in sorted(told & known.keys()):
                found = self._queries.revision(known[sha256, cut])
                facts = RevisionFacts(
                    found.id,
                    found.number,
                    found.created,
                    found.segmenter,
                    found.source,
                    found.extra,
                )
                yield ArticleText(
                    article.id, sha256, cut, found.sentence_ends, facts, len(found.text)
                )

    def text(self, sha256: str) -> str | None:
        """Return a text by its hash, None where no article has it."""
        return self._queries.text_with(sha256)

    def label_name(self, label_id: str) -> str:
        """Return the name of a label; empty where nobody knows it."""
        return self._labels.get(label_id, "")

    def reviewer_name(self, reviewer_id: str) -> str:
        """Return the name of a reviewer; empty where nobody knows them."""
        known = self._people.get(reviewer_id)
        return known.reviewer.name if known else ""


def whole(queries: Queries, member: Reviewer) -> ProjectContent:
    """Return all of a project."""
    return ProjectContent(queries, _facts(queries, member, Scope.FULL))


def selection(queries: Queries, member: Reviewer, article_ids: Iterable[str]) -> ProjectContent:
    """Return some articles with all that lies in them.

    Raises:
        NotFoundError: there is no such article.
    """
    wanted = _Wanted(queries)
    asked = list(article_ids)
    known = queries.shared_objects("article", asked)
    for article_id in asked:
        if article_id not in known:
            raise NotFoundError("article", article_id)
        # Elsewhere it may go by another id.
        wanted.article(known[article_id].id, whole=True)
    return ProjectContent(queries, _facts(queries, member, Scope.SELECTION), wanted.closed())


def changes(queries: Queries, member: Reviewer) -> ProjectContent:
    """Return what altered since the last bundle that went out; all where there was none.

    Costs what altered, and the highlights of articles whose text did.
    """
    sent = queries.newest_sent()
    if sent is None:
        return whole(queries, member)
    wanted, retold = _Wanted(queries), queries.retold_since(sent.sequence)
    for kind, object_id in queries.altered_since(sent.sequence):
        if kind == "article":
            wanted.article(object_id, whole=object_id in retold)
        elif kind not in _CODEBOOK:
            wanted.put(kind, object_id)
    facts = _facts(queries, member, Scope.CHANGES, sent.bundle_id)
    return ProjectContent(queries, facts, wanted.closed())


def _facts(
    queries: Queries, member: Reviewer, scope: Scope, base: str | None = None
) -> BundleFacts:
    return BundleFacts(
        project=Named(queries.project_id, queries.name),
        member=Named(member.id, member.name),
        scope=scope,
        base=base,
    )


class _Wanted:
    """Collects ids, with those of all that somebody needs to understand them.

    Once it is closed, ``gone`` has those that were removed.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self.there: defaultdict[str, set[str]] = defaultdict(set)
        self.gone: defaultdict[str, set[str]] = defaultdict(set)

    def put(self, kind: str, object_id: str) -> None:
        """Want an object."""
        self.there[kind].add(object_id)

    def article(self, article_id: str, *, whole: bool) -> None:
        """Want an article, with all in it or without."""
        self.put("article", article_id)
        for one in self._queries.shared_in(article_id) if whole else ():
            self.put(one.kind, one.id)

    def closed(self) -> _Wanted:
        """Want the articles and claim records, too, that others name; tell what was removed."""
        self.there["highlight"] |= self._queries.highlights_of_claims(self.there["claim"])
        for kind in PLACED:
            for found in _by_ids(self._queries, kind, self.there[kind]):
                if not found.there:
                    self.gone[kind].add(found.id)
                    continue
                self.put("article", found.shown(MADE)["article"])
                if claim := found.shown("claim"):
                    self.put("claim", claim)
        for kind in ("article", "claim"):
            found_all = _by_ids(self._queries, kind, self.there[kind])
            self.gone[kind] |= {one.id for one in found_all if not one.there}
        for kind, ids in self.gone.items():
            self.there[kind] -= ids
        return self


def _by_ids(queries: Queries, kind: str, ids: Iterable[str]) -> Iterator[SharedObject]:
    """Yield those of some objects that are known, by id."""
    asked = iter(sorted(ids))
    while some := list(islice(asked, _AT_ONCE)):
        found = queries.shared_objects(kind, some)
        yield from (found[one] for one in some if one in found)
