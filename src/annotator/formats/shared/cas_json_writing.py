"""Writing an article as a CAS in JSON, in layers that INCEpTION's projects have from the start.

Highlights are named entities, beside sentences and tokens; a token is cut where a highlight begins
or ends in it, since layers there go by whole tokens.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from annotator.core.span import Span
from annotator.formats.shared.cas_content import SOFA
from annotator.formats.shared.cas_our_data import (
    ARTICLE_FEATURES,
    HIGHLIGHT_FEATURES,
    OUR_ARTICLE,
    OUR_HIGHLIGHT,
    article_features,
    piece_features,
    waiting_features,
)
from annotator.formats.shared.layer_labels import METADATA, NAMED_ENTITY, SENTENCE, TOKEN
from annotator.formats.shared.spans import Utf16Spans, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from annotator.core.records import Revision
    from annotator.service.exchange_ports import SentArticle

_ANNOTATION = "uima.tcas.Annotation"
_WORDS = "uima.cas.String"
_DOCUMENT = "uima.tcas.DocumentAnnotation"
_METADATA_FEATURES = ("documentTitle", "documentId", "documentUri")
_SOFA_ID = 1


def write_cas(article: SentArticle, file: TextIO) -> None:
    """Write the CAS of an article, a line for each of its feature structures."""
    file.write('{"%TYPES": ' + _json(_types()) + ',\n"%FEATURE_STRUCTURES": [\n')
    number = 0
    for number, one in enumerate(_structures(article), _SOFA_ID):
        line = {"%ID": number, **one}
        file.write((",\n" if number > _SOFA_ID else "") + _json(line))
    file.write('\n],\n"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [')
    members = range(_SOFA_ID + 1, number + 1)
    file.writelines(f", {one}" if one > members.start else str(one) for one in members)
    file.write("]}}}\n")


def _types() -> dict[str, Any]:
    return {
        SENTENCE: _type(SENTENCE, _ANNOTATION, ()),
        TOKEN: _type(TOKEN, _ANNOTATION, ()),
        NAMED_ENTITY: _type(NAMED_ENTITY, _ANNOTATION, ("value", "identifier")),
        METADATA: _type(METADATA, _DOCUMENT, _METADATA_FEATURES),
        OUR_ARTICLE: _type(OUR_ARTICLE, "uima.cas.TOP", ARTICLE_FEATURES),
        OUR_HIGHLIGHT: _type(OUR_HIGHLIGHT, "uima.cas.TOP", HIGHLIGHT_FEATURES),
    }


def _type(name: str, above: str, features: Sequence[str]) -> dict[str, Any]:
    declared = {one: {"%NAME": one, "%RANGE": _WORDS} for one in features}
    return {"%NAME": name, "%SUPER_TYPE": above, **declared}


def _structures(article: SentArticle) -> Iterator[dict[str, Any]]:
    text = article.revision.text
    spans = Utf16Spans(text)
    yield {
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text",
        "sofaString": text,
    }
    yield _placed(METADATA, spans(Span(0, len(text)))) | _document(article)
    yield {"%TYPE": OUR_ARTICLE, **article_features(article)}
    for sentence in _sentences(article.revision):
        yield _placed(SENTENCE, spans(sentence))
    for token in _tokens(text, _borders(article)):
        yield _placed(TOKEN, spans(token))
    for piece in pieces(article):
        told = piece_features(piece, spans)
        known = {"value": piece.sent.label.key, "identifier": told["identifier"]}
        yield _placed(NAMED_ENTITY, spans(piece.span)) | known
        yield {"%TYPE": OUR_HIGHLIGHT, **told}
    for one in article.highlights():
        if one.highlight.orphaned:
            yield {"%TYPE": OUR_HIGHLIGHT, **waiting_features(one, spans)}


def _placed(type_name: str, span: tuple[int, int]) -> dict[str, Any]:
    return {"%TYPE": type_name, "@sofa": _SOFA_ID, "begin": span[0], "end": span[1]}


def _document(article: SentArticle) -> dict[str, str]:
    one = article.article
    language = one.language if one.language != "und" else ""
    told = {
        "language": language or "x-unspecified",
        "documentTitle": one.title,
        "documentId": one.id,
        "documentUri": one.url,
    }
    return {name: words for name, words in told.items() if words}


def _borders(article: SentArticle) -> list[int]:
    return sorted({at for one in pieces(article) for at in (one.span.start, one.span.end)})


def _sentences(revision: Revision) -> Iterator[Span]:
    """Yield the sentences of a text without the spaces around them."""
    start, text = 0, revision.text
    for paragraph, ends in zip(text.split("\n"), revision.sentence_ends, strict=False):
        last = 0
        for end in ends or (len(paragraph),):
            words = paragraph[last:end]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                first = start + last + lead
                yield Span(first, first + len(words.strip()))
            last = end
        start += len(paragraph) + 1


def _tokens(text: str, borders: Sequence[int]) -> Iterator[Span]:
    """Yield words and signs, each cut at the borders that lie in it."""
    for found in _token().finditer(text):
        start, end = found.span()
        at = bisect_left(borders, start + 1)
        while at < len(borders) and borders[at] < end:
            yield Span(start, borders[at])
            start, at = borders[at], at + 1
        yield Span(start, end)


@cache
def _token() -> regex.Pattern[str]:
    """Return what a token is: a Chinese or Japanese character, a word, or any other sign."""
    import regex  # noqa: PLC0415 - needed once something is written

    return regex.compile(
        r"[\p{Han}\p{Hiragana}\p{Katakana}]\p{M}*|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200c\u200d]*"
        r"|(?!\s)\X"
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
