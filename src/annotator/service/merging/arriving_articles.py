"""The articles of a bundle: which of ours each is, and what it becomes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.service.merging.homes import Home
from annotator.service.merging.pieces import PLACED, chunks
from annotator.team.fields import MADE
from annotator.team.joining import in_order, join, joined_extras
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.merging.matching import Matching
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject
    from annotator.team.versions import Version

_TEXTS_HELD: Final = 8


class ArrivingArticles:
    """Joins the articles of a bundle, removed ones too, with ours.

    ``homes`` has what each becomes, by its id from then on. One whose text does not travel and is
    not here is left out: nothing can lie in it.
    """

    def __init__(self, queries: Queries, content: Bundle, matching: Matching) -> None:
        self.homes: dict[str, Home] = {}
        self._queries, self._content, self._matching = queries, content, matching
        self._text = lru_cache(_TEXTS_HELD)(self.text)

    def take_all(self) -> None:
        """Take in the articles that are there, then those that were removed."""
        pairs = self._matching.articles()
        revived = self._theirs_inside_ours_removed()
        for before, told in pairs:
            inside = revived.get(told.id, [])
            theirs = replace(told, version=joined([told.version, *inside]))
            after = in_order(theirs) if before is None else join(before, theirs)
            home = Home(before, after, self._text, united=self._matching.unites(after.id))
            if not after.there or home.text_of(home.shown) is not None:
                self.homes[after.id] = home
        for one in self._content.removed():
            if one.kind == "article":
                self._remove(self._matching.known("article", one), self._matching.named(one))

    def home_of(self, found: SharedObject | None) -> Home | None:
        """Return the home of a highlight or mark; None of other things, and of unknown ones."""
        made = found.shown(MADE) if found is not None else None
        if not made or "article" not in made:
            return None
        article = made["article"]
        if article not in self.homes:
            known = self._queries.shared_objects("article", [article]).get(article)
            if known is None:
                return None
            known = self._matching.named(known)
            self.homes[article] = Home(known, known, self._text)
        return self.homes[article]

    def text(self, digest: str) -> str | None:
        """Return a text, the bundle's or one that an article has or had here."""
        found = self._content.text(digest)
        return found if found is not None else self._queries.text_with(digest)

    def texts_to_take(self, home: Home) -> list[tuple[str, str, str]]:
        """Return the texts, by article, hash and cut, that an article gets and has not here."""
        ids = self._matching.former.get(home.after.id, (home.after.id,))
        known = {text for one in ids for text in self._queries.texts_of(one)}
        told = [one.value for one in home.after.fields.get("text", ())]
        wanted = [(one["sha256"], one["cut"]) for one in told]
        return [(home.after.id, *one) for one in wanted if one not in known]

    def texts_told_more_of(self) -> Iterator[tuple[str, str, str]]:
        """Yield texts that are here, and of which something comes that is not understood."""
        for (article, *text), facts in self._content.revisions().items():
            if not facts.extra:
                continue
            name = self._matching.name(article)
            revision = self._queries.texts_of(name).get((text[0], text[1]))
            known = self._queries.revision(revision).extra if revision else None
            if known is not None and joined_extras(known, facts.extra) != known:
                yield name, text[0], text[1]

    def gather(self, home: Home) -> None:
        """Let all that lies in an article wait for its place in the text that it is to show."""
        if not home.gathers or home.before is None:
            return
        for article_id in self._matching.former.get(home.after.id, (home.before.id,)):
            for one in self._queries.shared_in(article_id):
                named = self._matching.named(one)
                if named.id not in home.gone:
                    home.waiting.setdefault(named.id, (named, named))

    def _theirs_inside_ours_removed(self) -> dict[str, list[Version]]:
        """Return the versions of what lies in articles that were removed here, by their names.

        What the remover did not know of stands against the removal.
        """
        removed: set[str] = set()
        for some in chunks(self._content.whole_objects("article")):
            ours = self._matching.ours("article", some)
            gone = (their_id for their_id, found in ours.items() if not found.there)
            removed.update(map(self._matching.name, gone))
        inside: defaultdict[str, list[Version]] = defaultdict(list)
        for kind in PLACED if removed else ():
            for one in self._content.whole_objects(kind):
                article = self._matching.name(one.shown(MADE)["article"])
                if article in removed:
                    inside[article].append(one.version)
        return inside

    def _remove(self, before: SharedObject | None, theirs: SharedObject) -> None:
        """Take an article away, unless there is something in it that the remover did not know."""
        home = self.homes.get(theirs.id)
        if home is not None:
            # Under another id of it there came something else.
            home.after = join(home.after, theirs)
            return
        if before is None:
            self.homes[theirs.id] = Home(None, theirs, self._text)
            return
        ids = self._matching.former.get(before.id, (before.id,)) if before.there else ()
        inside = [found for each in ids for found in self._queries.shared_in(each)]
        versions = (before.version, *(one.version for one in inside))
        after = join(replace(before, version=joined(versions)), theirs)
        if after.there and not after.removals:
            # Whoever removed it knew less than is known here.
            after = before
        highlights = sum(one.kind == "highlight" for one in inside)
        self.homes[after.id] = Home(before, after, self._text, inside=highlights)
