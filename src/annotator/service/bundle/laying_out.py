"""The members of a bundle, made one after another out of what it is to hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from annotator.service.bundle import annotation_lines, layout
from annotator.service.bundle.annotation_lines import About
from annotator.service.bundle.beside import onto_article, onto_text
from annotator.service.bundle.lines import encoded
from annotator.service.bundle.pseudonyms import disguised
from annotator.service.bundle.revision_lines import person_line, revision_line, text_line
from annotator.service.bundle.shapes import faults, inconsistent
from annotator.service.bundle.table import Table
from annotator.service.bundle.text_shelf import TextShelf
from annotator.service.watch import TOLD_EVERY
from annotator.team.fields import DECIDED, FINISHED, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.service.bundle.content import ArticleText, BundleContent, BundleOptions
    from annotator.service.bundle.spool import Member, Spool
    from annotator.service.watch import Watch
    from annotator.team.shared import Json, SharedObject

_KIND_ORDER = {kind: place for place, kind in enumerate(sorted(KINDS))}


# Fields that hold a time, and where in them.
_TIMES = {"created": "", "modified": "", "made": "created", DECIDED: "at"}


def times(one: SharedObject) -> Iterator[str]:
    """Yield the times at which something of an object came to be as it is."""
    yield one.modified
    for name, key in _TIMES.items():
        for value in one.fields.get(name, ()):
            yield (value.value or {}).get(key, "") if key else value.value
    for name, values in one.fields.items() if one.kind == "article" else ():
        if name.startswith(FINISHED):
            yield from (value.value for value in values)


class LayingOut:
    """Lays out content; ``newest`` is the newest time met, ``left_out`` counts missing texts."""

    def __init__(
        self, spool: Spool, content: BundleContent, options: BundleOptions, watch: Watch
    ) -> None:
        self._spool, self._content = spool, content
        self._options, self._watch = options, watch
        self._chars: dict[str, int] = {}
        self._lines = 0
        self.newest, self.left_out = "", 0
        people = list(content.people())
        self.people = disguised(people) if options.pseudonyms else people
        self._about = About(content.label_name, self._name, TextShelf(content.text).text)
        self._names = {one.id: one.name for one in self.people}

    def _name(self, reviewer_id: str) -> str:
        if reviewer_id in self._names:
            return self._names[reviewer_id]
        # Of somebody who is not among the people, pseudonyms tell nothing.
        return "" if self._options.pseudonyms else self._content.reviewer_name(reviewer_id)

    def lay_out(self) -> None:
        """Write every member but those that list the others."""
        content = self._content
        self._texts()
        with self._spool.member(layout.TABLE, lane=1) as rows:
            table = Table(rows)
            with self._spool.member(layout.ARTICLES) as member:
                self._articles(member, table)
            self._objects(layout.LABELS, content.objects("guideline"), content.objects("label"))
            self._persons()
            self._objects(layout.CLAIMS, content.objects("claim"))
            with self._spool.member(layout.ANNOTATIONS) as member:
                for one in map(self._unbetrayed, self._told(content.objects("highlight"))):
                    line = annotation_lines.encoded(one, self._about)
                    member.line(line)
                    table.add(one, line)
        self._objects(layout.REVIEWS, content.objects("mark"))
        with self._spool.member(layout.TOMBSTONES) as member:
            for one in self._told(content.removed()):
                member.line(encoded(one, kind=True))
        with self._spool.member(layout.REVISIONS) as member:
            for text in content.texts():
                if (line_of := revision_line(text)) is not None:
                    member.line(line_of)

    def _unbetrayed(self, one: SharedObject) -> SharedObject:
        """Return a highlight without what is not understood of its author, under a pseudonym."""
        if not self._options.pseudonyms or "creator" not in one.extra:
            return one
        extra = {name: value for name, value in one.extra.items() if name != "creator"}
        return replace(one, extra=extra)

    def _texts(self) -> None:
        """Write each text once, but for those that some article keeps here."""
        held = self._options.withheld
        # Each time round reads the texts, so only who asks for it pays.
        asked = self._content.texts() if held or self._options.quotes_only else ()
        kept = {one.sha256 for one in asked if self._options.quotes_only or one.article in held}
        left_out = set()
        for one in self._content.texts():
            if one.sha256 in self._chars:
                continue
            self._watch.step(self._lines, 0)
            text = self._content.text(one.sha256)
            self._chars[one.sha256] = one.chars if text is None else len(text)
            if text is None or one.sha256 in kept:
                left_out.add(one.sha256)
            else:
                self._spool.put(layout.text_member(one.sha256), text.encode())
        self.left_out = len(left_out)

    def _articles(self, member: Member, table: Table) -> None:
        """Write the articles, each with what is known of its texts."""
        by_article = groupby(self._content.texts(), key=attrgetter("article"))
        texts = next(by_article, None)
        for one in self._told(self._content.objects("article")):
            line = onto_article(encoded(one), one.extra)
            line.pop("texts", None)
            if texts is not None and texts[0] == one.id:
                line["texts"] = [onto_text(self._text_line(text), one.extra) for text in texts[1]]
                texts = next(by_article, None)
            member.line(line)
            table.title(one.id, line.get("title", ""))
        if texts is not None:
            message = f"a text came of an article that is not there: {texts[0]}"
            raise ValueError(message)

    def _text_line(self, text: ArticleText) -> dict[str, Json]:
        name = layout.text_member(text.sha256)
        path = name if name in self._spool.members else None
        return text_line(text, chars=self._chars[text.sha256], path=path)

    def _persons(self) -> None:
        with self._spool.member(layout.PEOPLE) as member:
            for one in self.people:
                member.line(person_line(one))

    def _objects(self, name: str, *streams: Iterable[SharedObject]) -> None:
        with self._spool.member(name) as member:
            for one in chain.from_iterable(map(self._told, streams)):
                member.line(encoded(one, kind=name == layout.LABELS))

    def _told(self, objects: Iterable[SharedObject]) -> Iterator[SharedObject]:
        """Yield objects, which have to be in order; tell how far it is, and note their times."""
        last = (-1, "")
        for one in objects:
            if (place := (_KIND_ORDER[one.kind], one.id)) <= last:
                message = f"{one.kind} {one.id} is out of order"
                raise ValueError(message)
            last = place
            # What nobody could read again is a bug here, not a surprise there.
            fault = next(chain(faults(one), inconsistent(one, removed=not one.there)), None)
            if fault is not None:
                message = f"{one.kind} {one.id}: {fault}"
                raise ValueError(message)
            self._lines += 1
            if self._lines % TOLD_EVERY == 0:
                self._watch.step(self._lines, 0)
            self.newest = max(self.newest, *times(one), "")
            yield one
