"""What every format promises of its loss report: it names all that is lost, and nothing else.

A project is written and read back, and what came back is compared with what was sent, field by
field. What differs must be told with its count; what is told must differ.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from tests.formats.round_trips import came_back

from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Holds, Reading
from annotator.core.records import BETWEEN_SPANS
from annotator.service import losses
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.loss_names import (
    OVER_SENTENCES,
    OVERLAPPING,
    SEVERAL_SPANS,
    UNREVIEWED,
    WITHIN_WORDS,
    WORDLESS,
)
from annotator.service.losses import WORDS, Tally

_SPACES, _NO_WORDS = "texts whose spaces or line ends were others", "articles without a word"
_ENTITIES = "entities that overlap"  # which its span group holds all the same
_UNKNOWN = ("", "und")
_TIMES = ("created", "modified")
_SIGNS = ("color_dark", "letter", "line_style", "shortcut", "tests", "edge_cases", "examples",
          "fields", "archived")  # fmt: skip
_BY_HIGHLIGHT = (Holds.NOTE, Holds.CLAIM, Holds.REVIEWER, Holds.TIME, Holds.ID)


def assert_losses_are_true(form, variant, made, target):
    """Assert that the loss report of what is written tells all differences, and no others."""
    if form.folder:
        target.mkdir()
    options = ExchangeOptions(variant=variant)
    tally = Tally(made)
    report = tally.losses(form, form.write(tally, target, options))
    told = {one.what: one.count for one in report}
    assert len(told) == len(report)
    assert all(count > 0 for count in told.values())
    reading = options if variant not in {"all", "predictions"} else ExchangeOptions()
    file, items = came_back(form, target, reading)
    back = _Back(file, items, made)
    _check_articles(form, made, back, told)
    _check_labels(form, made, file, target, told)
    if WORDS[Holds.ID] in told or losses.HIGHLIGHTS in told:
        _check_pieces(form, made, back, told)
    else:
        _check_highlights(made, back, told)
    if form.name == "refi-codebook":
        assert told.pop(losses.ARTICLES, 0) == len(made.made)
    else:
        finished = sum(bool(one.article.finished) for one in made.made)
        assert told.pop(losses.FINISHED, 0) == finished
        marks = sum(one.reviewed_marks for one in made.made)
        assert told.pop(losses.REVIEWED, 0) == marks
    assert not told, f"told, and not lost: {told}"


class _Back:
    """What came back, in code points of the canonical text."""

    def __init__(self, file, items, made):
        self.items = items
        self.known = {one.article_id for one in items if one.article_id}
        self.rows = []
        texts = {one.article.id: one.text for one in made.made}
        keys = {name: one.key for one in made.codebook.labels for name in (one.id, one.key)}
        for article_ in items:
            text = article_.text if article_.text is not None else texts[article_.article_id]
            offsets = ForeignOffsets(text, file.reading or Reading())
            self.rows += [_found(one, offsets, keys) for one in article_.highlights]
        self.by_id = {one["id"]: one for one in self.rows if one["id"]}


def _found(one, offsets, keys):
    claim = {
        name: value for name, value in one.claim.items() if name not in {"created", "modified"}
    }
    return {
        "id": one.id,
        "label": keys.get(one.label, one.label),
        "spans": tuple(offsets.span(*span) for span in one.spans),
        "cue": offsets.span(*one.cue) if one.cue else None,
        Holds.NOTE: claim.pop("note", ""),
        Holds.CLAIM: claim,
        Holds.REVIEWER: (one.reviewer, one.reviewer_id),
        Holds.TIME: (one.created, one.modified),
        "waits": (one.unplaced, BETWEEN_SPANS.join(one.quotes)) if one.unplaced else None,
        "around": (one.prefix, one.suffix),
    }


def _sent(one):
    made = one.highlight
    lost = made.unplaced
    claim = {} if one.claim is None else _filled(asdict(one.claim))
    for name in ("note", *_TIMES):
        claim.pop(name, None)
    if "evidence" in claim:
        pieces = (
            {name: value for name, value in each.items() if value} for each in claim["evidence"]
        )
        claim["evidence"] = [each for each in pieces if each]
    return {
        "id": made.id,
        "label": one.label.key,
        "spans": tuple((span.start, span.end) for span in made.spans),
        "cue": (made.cue.start, made.cue.end) if made.cue else None,
        Holds.NOTE: one.note,
        Holds.CLAIM: claim,
        Holds.REVIEWER: (one.reviewer.name, one.reviewer.id),
        Holds.TIME: (made.created, made.modified),
        "waits": (lost.outcome if lost else "lost", made.quote) if made.orphaned else None,
        "around": (lost.prefix, lost.suffix) if lost else None,
    }


def _filled(values):
    return {name: value for name, value in values.items() if value}


def _check_articles(form, made, back, told):
    empty = [one for one in made.made if not one.made]
    if WORDS[Holds.EMPTY] in told:
        assert told.pop(WORDS[Holds.EMPTY]) == len(empty)
        assert not back.known & {one.article.id for one in empty}
    texts = Counter(one.text for one in made.made)
    there = Counter(canonical_text(one.text).text for one in back.items if one.text is not None)
    if losses.ARTICLES in told:
        assert not back.items
        return
    if WORDS[Holds.TEXT] in told:
        assert told.pop(WORDS[Holds.TEXT]) == texts.total()
        assert not there
    else:
        missing = (texts - there).total()
        assert missing == told.pop(_SPACES, 0) + told.pop(_NO_WORDS, 0)
    _check_metadata(form, made, back, told)


def _check_metadata(form, made, back, told):
    whole = [one.article for one in made.made]
    there = [one for one in whole if one.id in back.known]
    titles, found = Counter(filter(None, (one.title for one in whole))), _titles(back.items)
    if WORDS[Holds.TITLE] in told:
        assert told.pop(WORDS[Holds.TITLE]) == titles.total()
        assert not titles & found
    else:
        assert not Counter(filter(None, (one.title for one in there))) - found
    facts = Counter(filter(None, map(_metadata, whole)))
    found = Counter(filter(None, map(_metadata, back.items)))
    if WORDS[Holds.METADATA] in told:
        assert told.pop(WORDS[Holds.METADATA]) == facts.total()
        assert not found
    elif form.name != "claimreview":  # its payload leaves that to the nodes
        sent = Counter(filter(None, map(_metadata, there)))
        assert sent.keys() == found.keys()


def _titles(items):
    return Counter(one.title for one in items)


def _metadata(one):
    language = "" if one.language in _UNKNOWN else one.language
    direction = "" if one.direction == "ltr" else one.direction
    told = (one.url, one.publisher, one.authors, one.published, language, direction)
    return told if any(told) else None


def _check_labels(form, made, file, target, told):
    labels = made.codebook.labels
    parents = {one.id: one.parent_id or "" for one in labels}
    sent = [(one.id, one.key, one.name, one.color_light, one.definition, parents[one.id])
            for one in labels]  # fmt: skip
    found = [(one.id, one.key, one.name, one.color, one.definition, one.parent)
             for one in file.labels]  # fmt: skip
    if WORDS[Holds.CODEBOOK] in told:
        assert told.pop(WORDS[Holds.CODEBOOK]) == len(labels)
        assert not any(one.color or one.definition for one in file.labels)
    else:
        assert found == sent
    signs = [tuple(getattr(one, name) for name in _SIGNS) for one in labels]
    there = [tuple(getattr(one, name) for name in _SIGNS) for one in file.labels]
    assert (there != signs) == (told.pop(WORDS[Holds.SIGNS], 0) == len(labels))
    assert file.guideline == ("" if told.pop(losses.GUIDELINE, 0) else made.codebook.guideline)
    if form.name != "pdf-report":  # in which nothing can be read as it is
        files = [one for one in (target, *target.rglob("*")) if one.is_file()]
        there = any(made.codebook.verdicts[-1].encode() in one.read_bytes() for one in files)
        assert there != told.pop(losses.VERDICTS, 0)


def _check_highlights(made, back, told):
    """Compare each highlight that came back, by its id."""
    sent = {one.highlight.id: _sent(one) for each in made.made for one in each.made}
    assert len(back.rows) == len(back.by_id)
    left = sent.keys() - back.by_id.keys()
    waiting = {own_id for own_id, one in sent.items() if one["waits"]}
    if WORDS[Holds.UNPLACED] in told:
        assert told.pop(WORDS[Holds.UNPLACED]) == len(waiting)
        assert waiting <= left
        left -= waiting
    told.pop(_ENTITIES, 0)
    told.pop(WITHIN_WORDS, 0)  # of tags: comments tell the place
    assert len(left) == told.pop(OVERLAPPING, 0) + told.pop(UNREVIEWED, 0)
    for own_id, one in back.by_id.items():
        expected = sent[own_id]
        assert one | {"around": expected["around"]} == expected
        if expected["around"]:
            assert one["around"] == expected["around"]


def _check_pieces(form, made, back, told):
    """Compare spans where highlights are not known again."""
    whole = [one for each in made.made for one in each.made]
    rows = [_sent(one) for one in whole]
    placed = [one for one in rows if not one["waits"]]
    if WORDS[Holds.UNPLACED] in told:
        assert told.pop(WORDS[Holds.UNPLACED]) == len(rows) - len(placed)
    if losses.HIGHLIGHTS in told:
        assert told.pop(losses.HIGHLIGHTS) == len(rows)
        assert not back.rows
        return
    _check_lost_fields(rows, back, told)
    parted = sum(len(one["spans"]) > 1 for one in placed)
    several = told.pop(SEVERAL_SPANS, 0)
    overlapping = told.pop(OVERLAPPING, 0)
    wordless = told.pop(WORDLESS, 0)
    if form.name == "conll":
        cut = told.pop(OVER_SENTENCES, 0)
        kept = len(placed) - overlapping - wordless
        assert several <= parted
        assert (len(back.rows) > kept) <= (several + cut > 0)
        assert len(back.rows) >= kept
        told.pop(WITHIN_WORDS, 0)
        return
    assert several == parted
    pieces = Counter((span, one["label"]) for one in placed for span in one["spans"])
    found = Counter((one["spans"][0], one["label"]) for one in back.rows)
    assert pieces.total() - found.total() == overlapping + wordless
    strange, moved = (found - pieces).total(), told.pop(WITHIN_WORDS, 0)
    # One that was moved may lie as one did that was left out.
    assert strange == moved or (overlapping and strange < moved)


def _check_lost_fields(rows, back, told):
    """Check what every highlight loses, in formats that know none again."""
    counts = {
        Holds.NOTE: sum(bool(one[Holds.NOTE]) for one in rows),
        Holds.CLAIM: sum(one[Holds.CLAIM].keys() > {"id"} or bool(one["cue"]) for one in rows),
    }
    for name in _BY_HIGHLIGHT:
        if WORDS[name] in told:
            assert told.pop(WORDS[name]) == counts.get(name, len(rows))
            assert not any(any(one["id" if name is Holds.ID else name]) for one in back.rows)
        elif name is Holds.REVIEWER:
            assert {one[name] for one in back.rows} <= {one[name] for one in rows}
    assert not any(one["cue"] for one in back.rows)
