"""W3C Web Annotations (JSON-LD): a page of annotations, each with its place and its words.

Positions count code points, as the standard says; tools that run in browsers are known to count
UTF-16 units, so that the words decide in files of others. Texts are not held: an annotation names
its text by address, and ours also by the text's hash and our id, in keys that begin with ``x:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_values import ForeignFile, Holds, Reading
from annotator.formats.shared.claims import claim_json
from annotator.formats.shared.json_lines import first_object, sample_of, written
from annotator.formats.shared.record_articles import LOST
from annotator.formats.shared.web_annotation_reading import (
    URN,
    AnnotationReader,
    is_annotation,
    is_ours,
)
from annotator.formats.shared.web_selectors import POSITION, QUOTE
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.core.records import Article
    from annotator.core.span import Span
    from annotator.service.exchange_ports import (
        ExchangeOptions,
        Loss,
        Sent,
        SentArticle,
        SentHighlight,
    )

_AROUND = 32
# What is told of an article beside its title and address.
_METADATA = ("publisher", "authors", "published", "language", "direction")
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"x": "urn:fact-annotator:1#"}]


class W3cAnnotationFormat:
    """Reads annotations, pages and collections of them; writes a page."""

    name = "w3c-annotation"
    title = "W3C Web Annotation"
    suffixes = (".jsonld", ".json")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.TEXT, Holds.EMPTY}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first annotation, or a page or a collection of some."""
        return is_annotation(first_object(path, head))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds; nothing that it only names is looked up.

        Raises:
            AnnotatorError: it cannot be read.

        """
        first = next(iter(sample_of(path, options, 1)), {})
        if not (is_annotation(first) or "target" in first or "body" in first):
            raise NotAnnotationsError(path, wanted=self.title)

        def items() -> Iterator[ForeignItem]:
            yield from AnnotationReader(path).items(options)

        return ForeignFile(self.name, items, reading=Reading(), settled=is_ours(first))

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write one page with all annotations.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        collection = {
            "id": f"{URN}{sent.project_id}",
            "type": "AnnotationCollection",
            "label": sent.name,
            "generator": {"type": "Software", "name": "Fact Annotator"},
        }
        page = {
            "@context": _CONTEXT,
            "id": f"{URN}{sent.project_id}#page1",
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
        }
        with replacing(target) as file:
            file.write(written(page)[:-1] + ',\n"items": [')
            before = "\n "
            for article in sent.articles():
                for one in article.highlights():
                    file.write(before + written(_annotation(article, one)))
                    before = ",\n "
            file.write("\n]}\n")
        return ()


def _annotation(article: SentArticle, sent: SentHighlight) -> dict[str, Any]:
    one = sent.highlight
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": sent.label.key}]
    if sent.note:
        note = {"type": "TextualBody", "purpose": "commenting", "value": sent.note}
        bodies.append({**note, "format": "text/plain"})
    creator = {"id": f"{URN}{sent.reviewer.id}", "type": "Person", "name": sent.reviewer.name}
    found: dict[str, Any] = {
        "id": f"{URN}{one.id}",
        "type": "Annotation",
        "motivation": "tagging",
        "creator": creator,
        "created": one.created,
        "modified": one.modified,
        "body": bodies,
        "target": _target(article, sent),
    }
    claim = claim_json(sent.claim) or {}
    claim.pop("note", None)
    if claim:
        found["x:claim"] = claim
    if one.cue is not None:
        found["x:cue"] = [one.cue.start, one.cue.end]
    if one.orphaned:
        found["x:unplaced"] = one.unplaced.outcome if one.unplaced else LOST
    return found


def _target(article: SentArticle, sent: SentHighlight) -> dict[str, Any]:
    named = f"{URN}{article.article.id}"
    source = article.article.url or named
    about = {
        "x:articleId": named,
        "x:textSha256": article.revision.text_sha256,
        "x:title": article.article.title,
        **_metadata(article.article),
    }
    selectors = list(_selectors(article.revision.text, sent))
    if len(selectors) == 1:
        return {"type": "SpecificResource", "source": source, "selector": selectors[0], **about}
    items = [{"type": "SpecificResource", "source": source, "selector": one} for one in selectors]
    return {"type": "Composite", "items": items, **about}


def _metadata(article: Article) -> dict[str, Any]:
    """Return what else is told of an article, without what is empty."""
    told: dict[str, Any] = {f"x:{name}": getattr(article, name) for name in _METADATA}
    return {name: value for name, value in told.items() if value}


def _selectors(text: str, sent: SentHighlight) -> Iterator[list[dict[str, Any]]]:
    """Yield for each span its place and its words, with those around it."""
    one = sent.highlight
    if one.orphaned:
        lost = one.unplaced
        around = (lost.prefix, lost.suffix) if lost else _around(text, one.hull)
        yield _pair(one.hull, one.quote, around)
        return
    for span in one.spans:
        if len(span):
            yield _pair(span, text[span.start : span.end], _around(text, span))


def _pair(span: Span, quote: str, around: tuple[str, str]) -> list[dict[str, Any]]:
    prefix, suffix = around
    return [
        {"type": POSITION, "start": span.start, "end": span.end},
        {"type": QUOTE, "exact": quote, "prefix": prefix, "suffix": suffix},
    ]


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
