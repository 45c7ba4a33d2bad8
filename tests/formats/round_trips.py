"""What every format promises: what it writes reads as it was, within what it says it holds."""

from __future__ import annotations

from collections import Counter

from annotator.core.errors import AnnotatorError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Holds, Reading
from annotator.core.records import BETWEEN_SPANS
from annotator.service.exchange_ports import ExchangeOptions, Loss

USUAL = ExchangeOptions()


def written(form, sent, target, options=USUAL):
    """Write a file, or a folder; return what is lost, as the format alone knows it."""
    if form.folder:
        target.mkdir()
    lost = form.write(sent, target, options)
    return [one for one in lost if isinstance(one, Loss)]


def came_back(form, path, options=USUAL):
    """Read a file and refuse what the format could not read in it."""
    file = form.read(path, options)
    items = list(file.items())
    for one in items:
        if isinstance(one, AnnotatorError):
            raise one
    return file, items


def assert_round_trip(form, sent, target, options=USUAL):
    """Write and read a project, and compare all that the format says it holds."""
    losses = written(form, sent, target, options)
    head = b"" if target.is_dir() else target.read_bytes()[:4096]
    assert form.fits(target, head) or not any(one.made for one in sent.made)
    file, items = came_back(form, target, options)
    assert _found(form, file, items, sent) == _expected(form, sent)
    assert list(file.items()) == items  # it can be asked again
    return losses


def _expected(form, sent):
    rows = Counter()
    for one in sent.articles():
        for highlight in one.highlights():
            spans = tuple((span.start, span.end) for span in highlight.highlight.spans)
            pieces = [spans] if Holds.PARTS in form.holds else [(span,) for span in spans]
            rows.update(_expected_row(form, one, highlight, piece) for piece in pieces)
    return rows


def _expected_row(form, one, sent, spans):
    made, holds = sent.highlight, form.holds
    return (
        one.revision.text_sha256,
        spans,
        sent.label.key,
        sent.note if Holds.NOTE in holds else "",
        sent.reviewer.name if Holds.REVIEWER in holds else "",
        made.modified if Holds.TIME in holds else "",
        made.id if Holds.ID in holds else "",
        BETWEEN_SPANS.join(one.text[a:b] for a, b in spans) if Holds.QUOTE in holds else "",
    )


def _found(form, file, items, sent):
    texts = {one.article.id: one.revision for one in sent.articles()}
    digests = {one.revision.text_sha256: one.revision for one in sent.articles()}
    labels = _label_keys(file, sent)
    rows = Counter()
    for article in items:
        known = texts.get(article.article_id) or digests.get(article.text_sha256)
        text = article.text if article.text is not None else known.text
        offsets = ForeignOffsets(text, file.reading or Reading())
        digest = known.text_sha256 if known else _digest_of(text, digests)
        for one in article.highlights:
            rows[_found_row(form, digest, one, offsets, labels)] += 1
    return rows


def _label_keys(file, sent):
    """The key of each label by whatever a file may call it."""
    keys = {name: one.key for one in sent.codebook.labels for name in (one.id, one.name, one.key)}
    return keys | {one.id: keys.get(one.key or one.name, one.name) for one in file.labels if one.id}


def _digest_of(text, digests):
    return next(digest for digest, one in digests.items() if one.text == text)


def _found_row(form, digest, one, offsets, labels):
    holds = form.holds
    return (
        digest,
        tuple(offsets.span(*span) for span in one.spans),
        labels.get(one.label, one.label),
        one.claim.get("note", "") if Holds.NOTE in holds else "",
        one.reviewer if Holds.REVIEWER in holds else "",
        one.modified if Holds.TIME in holds else "",
        one.id if Holds.ID in holds else "",
        BETWEEN_SPANS.join(one.quotes) if Holds.QUOTE in holds else "",
    )
