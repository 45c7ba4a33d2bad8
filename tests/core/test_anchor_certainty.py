from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.anchor import anchors_by
from annotator.core.anchor_certainty import BeyondDoubt
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_values import How, Outcome, Quotation
from annotator.core.span import Span

SENTENCE = st.sampled_from(["It rained for days. ", "Nobody saw the dam go. ", "No. ", "北京。"])
TEXT = st.lists(SENTENCE, min_size=8, max_size=40).map("".join)


@settings(max_examples=60)
@given(TEXT, st.data())
def test_what_is_beyond_doubt_is_what_anchoring_would_come_to(old, data):
    place = data.draw(st.integers(0, len(old)))
    new = old[:place] + data.draw(SENTENCE) + old[place + data.draw(st.integers(0, 30)) :]
    found = TextMap(old, new)
    beyond = BeyondDoubt(found)
    spans = [
        Span(start, min(len(old), start + size)) for start in range(len(old)) for size in (1, 9, 30)
    ]
    sure = [(span, there) for span in spans if len(span) and (there := beyond.place(span))]
    quotations = [Quotation.of(span, (span,), old) for span, _ in sure]
    for anchor, (_, there) in zip(anchors_by(found, quotations), sure, strict=True):
        assert (anchor.outcome, anchor.spans) == (Outcome.PLACED, (there,))
        assert (anchor.score, anchor.how) == (1.0, How.UNCHANGED)
