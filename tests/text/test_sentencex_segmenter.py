from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.edit import Edit
from annotator.core.segmenter import PlainSegmenter, lossless
from annotator.core.sentences import SentenceIndex
from annotator.text.sentencex_segmenter import SegmenterMissingError, SentencexSegmenter

pytest.importorskip("sentencex", reason="no wheel of sentencex for this machine")

PRONE = st.text(st.sampled_from('Ab.!?\u00a0\u2028\u0085\u3000\ud800“”"()«»。😀א 1,'))
SEGMENTER = SentencexSegmenter()


class PanicException(BaseException):
    """What a panic of the Rust side looks like from Python."""


def sentences(text, segmenter=SEGMENTER):
    ends = [0, *segmenter.boundaries(text)]
    return [text[a:b].strip() for a, b in pairwise(ends)]


def raising(error):
    def engine(_language, _text):
        raise error

    return SentencexSegmenter(engine=engine)


@given(st.text(st.characters()) | PRONE | PRONE.map(lambda text: text * 12))
def test_any_paragraph_is_partitioned_without_an_error(paragraph):
    ends = SEGMENTER.boundaries(paragraph)
    assert ends == lossless(ends, len(paragraph))


@given(PRONE, st.lists(st.tuples(st.integers(0), st.integers(0, 5), PRONE), max_size=4))
def test_after_every_edit_the_index_equals_a_full_pass(text, edits):
    text = f"He said: “{text}.\nWe stayed.” A\u00a0. {text}"
    index = SentenceIndex(text, SEGMENTER)
    for where, size, inserted in edits:
        position = where % (len(text) + 1)
        removed = min(size, len(text) - position)
        index.apply(Edit(position, removed, len(inserted) + 1), f"{inserted}\n")
        text = f"{text[:position]}{inserted}\n{text[position + removed :]}"
        assert list(index) == list(SentenceIndex(text, SEGMENTER))


@pytest.mark.parametrize("space", "\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\u0085\t")
def test_every_space_counts_as_one_even_where_the_library_would_panic(space):
    assert SEGMENTER.boundaries(f"A{space}.") == SEGMENTER.boundaries("A .")
    assert sentences(f"It rained.{space}We stayed.") == ["It rained.", "We stayed."]


@given(st.text(st.characters()) | PRONE)
def test_the_library_never_sees_what_it_panics_at(paragraph):
    read = []
    SentencexSegmenter(engine=lambda _language, text: read.append(text) or []).boundaries(paragraph)
    assert not [c for c in "".join(read) if c.isspace() and c != " "]
    "".join(read).encode()


def test_a_panic_costs_the_paragraph_its_finer_cuts_only():
    text = "It rained. We stayed."
    assert raising(PanicException()).boundaries(text) == PlainSegmenter().boundaries(text)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError, ValueError])
def test_nothing_but_a_panic_is_caught(error):
    with pytest.raises(error):
        raising(error()).boundaries("It rained.")


def test_blank_lines_of_a_long_text_are_all_kept():
    text = "\n\n".join(["It rained all day. We stayed at home."] * 2_000)
    index = SentenceIndex(text, SEGMENTER)
    assert index.paragraph_count == 3_999
    assert len(index) == 4_000
    assert index.text == text


def test_quotes_do_not_pair_across_lines():
    text = "He said: “It rained.\nWe stayed. Nobody came.\nThe end.”"
    index = SentenceIndex(text, SEGMENTER)
    assert [text[span.start : span.end] for span in index][1:3] == ["We stayed.", "Nobody came."]


def test_a_long_paragraph_is_read_in_portions_without_a_wrong_cut():
    read = []

    def engine(language, text):
        read.append(len(text))
        return SEGMENTER._engine(language, text)

    text = "The lake rose by 2.5 meters on Monday. " * 2_000
    found = sentences(text, SentencexSegmenter(engine=engine))
    assert set(found) == {"The lake rose by 2.5 meters on Monday."}
    assert len(found) == 2_000
    assert max(read) <= 20_000


@pytest.mark.parametrize("mark", '"“”«(.…')
def test_of_a_run_of_one_mark_the_library_sees_no_more_than_its_beginning(mark):
    read = []

    def engine(language, text):
        read.append(len(text))
        return SEGMENTER._engine(language, text)

    text = f"It rained. {mark * 100_000} We stayed."
    ends = SentencexSegmenter(engine=engine).boundaries(text)
    assert sum(read) < 1_000
    assert ends[-1] == len(text)
    assert not [end for end in ends if len("It rained. ") + 200 < end < text.index(" We")]


def test_a_sentence_beyond_the_cap_is_cut_at_a_space():
    text = "word " * 9_000
    assert set(sentences(text)[0].split()) == {"word"}
    assert len(sentences(text)) == 3


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_sentences_inside_a_long_quotation_are_found(marks):
    text = f"The ministry said: {marks[0]}The bridge is open. Buses run from noon on.{marks[1]}"
    assert len(sentences(text)) == 2
    assert len(sentences(text, SentencexSegmenter(quotes=False))) == 1


def test_sentences_inside_a_long_aside_are_found():
    text = "It closed (The mayor had asked for it twice. Nobody in the council objected) early."
    assert len(sentences(text)) == 2


def test_a_quotation_inside_a_quotation_is_looked_into():
    text = "He said: “She told us: «The bridge is open. Buses run from noon on.» That was all.”"
    assert sentences(text)[1:] == ["Buses run from noon on.»", "That was all.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Marsh paid $2.5 million to Smith & Co. in May.",
        "“Stop.” she said.",
        "The U.N. office counted 3.4 million people at 5 p.m. on Monday.",
    ],
)
def test_full_stops_of_abbreviations_and_numbers_end_no_sentence(text):
    assert sentences(text) == [text]


def test_the_name_tells_version_and_settings():
    library, version, *_ = SEGMENTER.name.replace(";", "").split()
    assert (library, version.count(".")) == ("sentencex", 2)
    assert SEGMENTER.name.endswith("; quotes=1; rules=1")
    assert SentencexSegmenter("uk", quotes=False).name.endswith("; quotes=0; rules=1; language=uk")


@pytest.mark.parametrize("code", ["", "en-US", "EN", "en_GB"])
def test_a_country_makes_no_other_language(code):
    assert SentencexSegmenter(code).name == SEGMENTER.name


def test_the_language_decides_about_abbreviations():
    text = "Це т. зв. міст."
    assert sentences(text, SentencexSegmenter("uk")) == [text]
    assert len(sentences(text)) > 1


def test_without_the_library_the_error_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentencex", None)
    with pytest.raises(SegmenterMissingError) as caught:
        SentencexSegmenter()
    assert caught.value.library == "sentencex"
