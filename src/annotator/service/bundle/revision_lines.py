"""Texts, how a replica came by them, and reviewers, as lines of JSON."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from annotator.core.records import Source
from annotator.core.segmenter import is_lossless
from annotator.service.bundle.content import ArticleText, Person, RevisionFacts
from annotator.service.bundle.lines import LineError, items, mapping, plain
from annotator.service.bundle.shapes import is_count, is_hash, is_id, is_time, is_whole
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.team.shared import Json


_PERSON: Final = frozenset({"id", "name", "renamed"})
_REVISION: Final = frozenset({
    "id", "article", "sha256", "cut", "number", "created", "segmenter", "source",
})  # fmt: skip


def cut_of(sentence_ends: Iterable[Iterable[int]]) -> str:
    """Return the hash by which it is told where the sentences of a text end."""
    ends = canonical([list(each) for each in sentence_ends])
    return hashlib.sha256(ends.encode()).hexdigest()


def cuts_fit(text: str, sentence_ends: tuple[tuple[int, ...], ...]) -> bool:
    """Tell whether sentences that end there are all of a text, paragraph by paragraph."""
    paragraphs = text.split("\n")
    return len(paragraphs) == len(sentence_ends) and all(
        is_lossless(ends, len(paragraph))
        for ends, paragraph in zip(sentence_ends, paragraphs, strict=True)
    )


def text_line(text: ArticleText, *, chars: int, path: str | None) -> dict[str, Json]:
    """Return what an article's line says of one of its texts."""
    return {
        "sha256": text.sha256,
        "chars": chars,
        "path": path,
        "cut": text.cut,
        "sentence_ends": [list(ends) for ends in text.sentence_ends],
    }


def texts_read(line: Json) -> list[ArticleText]:
    """Return the texts that an article's line tells of.

    Raises:
        LineError: it tells of something else.

    """
    article = plain(mapping(line).get("id"))
    return [_text_read(article, one) for one in items(line.get("texts", []))]


def _text_read(article: str, value: Json) -> ArticleText:
    held = mapping(value)
    sha256, cut = held.get("sha256"), held.get("cut")
    if not (is_hash(sha256) and is_hash(cut) and is_count(held.get("chars"))):
        raise LineError("what it says of a text is not understood")
    ends = tuple(tuple(items(one)) for one in items(held.get("sentence_ends")))
    if not all(is_count(end) for one in ends for end in one):
        raise LineError("the end of a sentence is no place")
    if cut_of(ends) != cut:
        raise LineError("the ends of its sentences are not those that their hash says")
    return ArticleText(article, plain(sha256), plain(cut), ends, chars=held["chars"])


def revision_line(text: ArticleText) -> dict[str, Json] | None:
    """Return the line of a text that is a revision somewhere, None for one that is none."""
    facts = text.revision
    if facts is None:
        return None
    return {
        **facts.extra,
        "id": facts.id,
        "article": text.article,
        "sha256": text.sha256,
        "cut": text.cut,
        "number": facts.number,
        "created": facts.created,
        "segmenter": facts.segmenter,
        "source": asdict(facts.source),
    }


def revision_read(line: Json) -> tuple[tuple[str, str, str], RevisionFacts]:
    """Return whose revision a line is (article, hash, cut), and the revision.

    Raises:
        LineError: it is none.

    """
    held = mapping(line)
    key = tuple(plain(held.get(name)) for name in ("article", "sha256", "cut"))
    if not (
        is_id(held.get("id")) and is_count(held.get("number")) and is_time(held.get("created"))
    ):
        raise LineError("it is no revision of a text")
    source = mapping(held.get("source"))
    if not is_count(source.get("size")):
        raise LineError("the size of a file in it is none")
    facts = RevisionFacts(
        plain(held["id"]),
        held["number"],
        plain(held["created"]),
        plain(held.get("segmenter")),
        Source(
            plain(source.get("name")),
            plain(source.get("sha256")),
            source["size"],
            plain(source.get("encoding")),
            plain(source.get("reader")),
            tuple(plain(one) for one in items(source.get("normalized"))),
        ),
        _unknown(held, _REVISION),
    )
    return (key[0], key[1], key[2]), facts


def person_line(one: Person) -> dict[str, Json]:
    """Return a reviewer as a line."""
    return {**one.extra, "id": one.id, "name": one.name, "renamed": one.renamed}


def person_read(line: Json) -> Person:
    """Return the reviewer that a line is.

    Raises:
        LineError: it is none.

    """
    held = mapping(line)
    name, renamed = held.get("name"), held.get("renamed", 0)
    if not (is_id(held.get("id")) and isinstance(name, str) and is_whole(renamed)):
        raise LineError("it is no reviewer")
    if "\0" in name:
        raise LineError("the name has a character that no name has")
    return Person(held["id"], name, renamed, _unknown(held, _PERSON))


def _unknown(held: dict[str, Json], known: frozenset[str]) -> dict[str, Json]:
    return {name: value for name, value in held.items() if name not in known}
