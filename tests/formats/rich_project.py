"""A project in which a highlight has all that one can have, and two have lost their place."""

from __future__ import annotations

from dataclasses import replace

from tests.formats.sending import article, highlight, sent

from annotator.core.records import Candidate, Evidence, Unplaced
from annotator.core.span import Span

TEXT = 'The ministry said 👻 =1+1 is two.\nالوزارة قالت\n\'-1 e\u0301t "x"\tend'
EVIDENCE = (Evidence(url="https://example.org/a", stance="supports", quote="-7 “m³”"), Evidence())
CLAIM = {
    "speaker": "=Ministry",
    "cue": "said",
    "status": "checking",
    "verdict": "Half true",
    "evidence": EVIDENCE,
    "note": "'-1 on\ntwo lines\\n\tand a tab",
    "confidence": "high",
}


def rich_project(text=TEXT):
    """Four highlights: of two spans with a claim, at a formula, orphaned, and unplaced."""
    whole = article(
        text,
        highlight((0, 12), (18, 24), **CLAIM),
        highlight((20, 24), reviewer=1),
        highlight((47, 48), label=1),
        highlight((50, 51), label=1),
    )
    first, formula, orphan, waiting = whole.made
    first = _with(first, cue=Span(13, 17))
    orphan = _with(orphan, spans=(Span(47, 47),), quote="what was here")
    lost = Unplaced("ambiguous", "before ", " behind", (Candidate((Span(0, 3),), 0.5),))
    waiting = _with(waiting, spans=(Span(50, 50),), quote="twice there", unplaced=lost)
    return sent(replace(whole, made=(first, formula, orphan, waiting)))


def _with(one, **fields):
    return replace(one, highlight=replace(one.highlight, **fields))


def assert_rich(items, *, claim_quote=("The ministry", "👻 =1+1")):
    """Assert that all of the four came back with all that they had."""
    (found,) = items
    first, formula, orphan, waiting = found.highlights
    assert (first.spans, first.quotes) == (((0, 12), (18, 24)), claim_quote)
    assert first.cue == (13, 17)
    evidence = [{"url": "https://example.org/a", "stance": "supports", "quote": "-7 “m³”"}]
    claim = {key: value for key, value in first.claim.items() if key not in {"created", "modified"}}
    assert claim.pop("id")
    assert claim == CLAIM | {"evidence": evidence}
    assert formula.quotes == ("=1+1",)
    assert (orphan.spans, orphan.quotes, orphan.unplaced) == (
        ((47, 47),),
        ("what was here",),
        "lost",
    )
    assert (waiting.quotes, waiting.unplaced) == (("twice there",), "ambiguous")
    assert (waiting.prefix, waiting.suffix) == ("before ", " behind")
    assert all(one.ours and one.id and one.reviewer_id for one in found.highlights)
