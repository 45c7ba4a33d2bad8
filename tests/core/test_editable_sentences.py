from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.edit import Edit
from annotator.core.editable_sentences import EditableSentences
from annotator.core.span import Span

TEXTS = st.text(st.sampled_from("ab.🚰\n "), max_size=40)


@st.composite
def edits(draw, text):
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return Span(start, end), draw(st.text(st.sampled_from("x.\n"), max_size=4))


@given(TEXTS, st.data())
def test_a_slice_is_that_of_the_text(text, data):
    span, _ = data.draw(edits(text))
    assert EditableSentences(text).slice(span) == text[span.start : span.end]


@given(TEXTS, st.data())
def test_putting_back_undoes_an_edit(text, data):
    sentences = EditableSentences(text)
    before = sentences.paragraphs()
    span, inserted = data.draw(edits(text))
    first, last = sentences.place_at(span.start).number, sentences.place_at(span.end).number
    effect = sentences.apply(Edit(span.start, len(span), len(inserted)), inserted)
    sentences.put_back(effect, before[first : last + 1])
    assert (sentences.text, sentences.hunks_since(before)) == (text, [])


@given(TEXTS, st.data())
def test_hunks_lead_from_the_old_paragraphs_to_the_new(text, data):
    sentences = EditableSentences(text)
    before = sentences.paragraphs()
    for _ in range(3):
        span, inserted = data.draw(edits(sentences.text))
        sentences.apply(Edit(span.start, len(span), len(inserted)), inserted)
    old, new, shift = text.split("\n"), sentences.text.split("\n"), 0
    for hunk in sentences.hunks_since(before):
        assert hunk.new.start == hunk.old.start + shift
        at = hunk.new.start
        old[at : at + len(hunk.old)] = new[at : hunk.new.stop]
        shift += len(hunk.new) - len(hunk.old)
    assert old == new
