"""How a replica came by the texts of its articles, as lines of JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from annotator.core.records import Source
from annotator.service.bundle.content import ArticleText, RevisionFacts
from annotator.service.bundle.lines import LineError, items, mapping, plain
from annotator.service.bundle.shapes import is_count, is_hash, is_id, is_time

if TYPE_CHECKING:
    from annotator.team.shared import Json


def text_line(text: ArticleText, *, chars: int, path: str | None) -> dict[str, Json]:
    """Return what an article's line says of one of its texts."""
    return {
        "sha256": text.sha256,
        "chars": chars,
        "path": path,
        "cut": text.cut,
        "sentence_ends": [list(ends) for ends in text.sentence_ends],
    }


def text_read(article: str, value: Json) -> ArticleText:
    """Return the text that an article's line tells of.

    Raises:
        LineError: it tells of none.

    """
    held = mapping(value)
    sha256, cut = held.get("sha256"), held.get("cut")
    if not (is_hash(sha256) and is_hash(cut) and is_count(held.get("chars"))):
        raise LineError("what it says of a text is not understood")
    ends = tuple(tuple(items(one)) for one in items(held.get("sentence_ends")))
    if not all(is_count(end) for one in ends for end in one):
        raise LineError("the end of a sentence is no place")
    return ArticleText(article, plain(sha256), plain(cut), ends, chars=held["chars"])


def revision_line(text: ArticleText) -> dict[str, Json] | None:
    """Return the line of a text that is a revision somewhere, None for one that is none."""
    facts = text.revision
    if facts is None:
        return None
    return {
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
    )
    return (key[0], key[1], key[2]), facts
