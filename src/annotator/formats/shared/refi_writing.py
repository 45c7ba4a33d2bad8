"""Writing projects of the REFI-QDA standard, so that every program that reads them agrees.

Texts have LF line ends, no byte order mark, and no second form beside them; elements come in the
order of the schema, and none is empty. What the standard has no place for is in remarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.foreign_offsets import ForeignOffsets
from annotator.formats.shared.claims import claim_json
from annotator.formats.shared.packing import packing
from annotator.formats.shared.refi_codes import ORIGIN, derived, written_codes
from annotator.formats.shared.refi_readings import NVIVO, NVIVO_MARK, OURS
from annotator.formats.shared.remarks import said, with_remark, xml_text, xml_value
from annotator.formats.shared.spans import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.records import ClaimRecord
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import Sent, SentArticle, SentHighlight

LONGEST_NAME = 100
CUT = "…"
_NAMESPACE = "urn:QDA-XML:project:1.0"
_APART = frozenset(("created", "modified", "note"))


def write_project(sent: Sent, target: Path, *, nvivo: bool) -> None:
    """Write a project; ``nvivo`` counts UTF-16 units and two for each line end, as NVivo does.

    Raises:
        CannotWriteError: the project is larger than any that would be read again.
        FileProblemError: the system refuses, or the disk is full.
    """
    with packing(target, form="A REFI-QDA project") as file:
        with file.text("project.qde") as text:
            text.writelines(_project(sent, nvivo=nvivo))
        for article in sent.articles():
            with file.text(f"sources/{article.article.id}.txt") as text:
                words = article.revision.text
                text.write(words.replace("\n", "\r\n") if nvivo else words)


def _project(sent: Sent, *, nvivo: bool) -> Iterator[str]:
    origin = ORIGIN + NVIVO_MARK * nvivo
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<Project xmlns="{_NAMESPACE}" name={xml_value(sent.name)} origin={xml_value(origin)}>\n'
    )
    if sent.reviewers:
        yield "<Users>\n"
        for one in sent.reviewers:
            yield f'<User guid="{one.id}" name={xml_value(one.name)}/>\n'
        yield "</Users>\n"
    if sent.codebook.labels:
        yield "<CodeBook>\n<Codes>\n"
        yield from written_codes(sent.codebook.labels)
        yield "</Codes>\n</CodeBook>\n"
    begun = False
    for article in sent.articles():
        if not begun:
            yield "<Sources>\n"
        begun = True
        yield from _source(article, nvivo=nvivo)
    if begun:
        yield "</Sources>\n"
    yield "</Project>\n"


def _source(article: SentArticle, *, nvivo: bool) -> Iterator[str]:
    one, text = article.article, article.revision.text
    place = ForeignOffsets(text, NVIVO if nvivo else OURS)
    described = xml_text(with_remark("", _article_remark(article, place)))
    yield (
        f'<TextSource guid="{one.id}" name={xml_value(one.title)}'
        f' plainTextPath="internal://{one.id}.txt" creationDateTime="{one.created}">\n'
        f"<Description>{described}</Description>\n"
    )
    for piece in pieces(article):
        yield _selection(piece, place)
    yield "</TextSource>\n"


def _article_remark(article: SentArticle, place: ForeignOffsets) -> dict[str, Any]:
    one = article.article
    waiting = (each for each in article.highlights() if each.highlight.orphaned)
    unplaced = [_unplaced(each, place) for each in waiting]
    remark = {
        "article_id": one.id,
        "text_sha256": article.revision.text_sha256,
        "title": one.title if said(one.title) != one.title else "",
        "url": one.url,
        "publisher": one.publisher,
        "authors": one.authors,
        "published": one.published,
        "language": one.language,
        "direction": one.direction,
        "unplaced": unplaced,
    }
    return {name: value for name, value in remark.items() if value}


def _unplaced(sent: SentHighlight, place: ForeignOffsets) -> dict[str, Any]:
    """Return a highlight that has no text, which no selection can be."""
    one = sent.highlight
    told = {
        "id": one.id,
        "label": sent.label.id,
        "outcome": one.unplaced.outcome if one.unplaced else "lost",
        "quote": one.quote,
        "place": place.foreign(one.hull.start, one.hull.end),
        "cue": place.foreign(one.cue.start, one.cue.end) if one.cue else None,
        "prefix": one.unplaced.prefix if one.unplaced else "",
        "suffix": one.unplaced.suffix if one.unplaced else "",
        "reviewer": sent.reviewer.id,
        "created": one.created,
        "modified": one.modified,
        "note": sent.note,
        "claim": _claim(sent.claim),
    }
    return {name: value for name, value in told.items() if value}


def _selection(piece: Piece, place: ForeignOffsets) -> str:
    one = piece.sent.highlight
    made = one.id if not piece.part else derived(one.id, f"part {piece.part + 1}")
    start, end = place.foreign(piece.span.start, piece.span.end)
    user = piece.sent.reviewer.id
    words = with_remark("" if piece.part else piece.sent.note, _highlight_remark(piece, place))
    return (
        f'<PlainTextSelection guid="{made}"{_name(piece.quote)}'
        f' startPosition="{start}" endPosition="{end}"'
        f' creatingUser="{user}" creationDateTime="{one.created}"'
        f' modifyingUser="{user}" modifiedDateTime="{one.modified}">'
        f"{f'<Description>{xml_text(words)}</Description>' if words else ''}"
        f'<Coding guid="{derived(made, "coding")}"'
        f' creatingUser="{user}" creationDateTime="{one.created}">'
        f'<CodeRef targetGUID="{piece.sent.label.id}"/></Coding>'
        "</PlainTextSelection>\n"
    )


def _name(quote: str) -> str:
    """Return a selection's name, its words; none where XML could not hold them."""
    shown = quote if len(quote) <= LONGEST_NAME else quote[: LONGEST_NAME - 1] + CUT
    return f" name={xml_value(shown)}" if said(shown) == shown else ""


def _highlight_remark(piece: Piece, place: ForeignOffsets) -> dict[str, Any]:
    remark: dict[str, Any] = {}
    if piece.parts > 1:
        remark |= {"of": piece.sent.highlight.id, "part": piece.part + 1}
    if piece.part:
        return remark
    cue = piece.sent.highlight.cue
    if cue is not None:
        remark["cue"] = place.foreign(cue.start, cue.end)
    claim = _claim(piece.sent.claim)
    return {**remark, "claim": claim} if claim else remark


def _claim(claim: ClaimRecord | None) -> dict[str, Any]:
    """Return what is known of a claim beside its note and times."""
    told = claim_json(claim) or {}
    return {name: value for name, value in told.items() if name not in _APART}
