from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.foreign_values import ForeignHighlight, Newlines, Reading, Unit
from annotator.core.offset_resolver import OffsetResolver, resolve
from annotator.core.offsets import OffsetOutsideTextError
from annotator.core.reading_positions import READINGS
from annotator.core.span import Span

PIECES = ["a", "b ", "\u0301", "é", "م", "😀", "\n", "\r", "\r\n"]
TEXTS = st.builds(
    lambda mark, pieces: mark + "".join(pieces),
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.sampled_from(PIECES), max_size=30),
)
WORDS = ["dam", "a", "I", "café", "cafe\u0301", "كتب", "дамба", "said", "ministry", "of"]
SEPARATORS = [" ", " ", " ", " 😀 ", "😀", ", ", ". "]
LINE_ENDS = [["\n"], ["\r\n"], ["\r", "\n", "\r\n"]]
UTF16 = Reading(Unit.UTF16)
NVIVO = Reading(Unit.UTF16, Newlines.CRLF)


def told(raw, reading, spans, *, quoted=False):
    """Highlights as a tool writes them that counts so."""
    offsets, text = ForeignOffsets(raw, reading), canonical_text(raw).text
    return [
        ForeignHighlight((offsets.foreign(*one),), "", (text[slice(*one)],) if quoted else ())
        for one in spans
    ]


def read(raw, reading, highlights):
    offsets, found = ForeignOffsets(raw, reading), []
    for one in highlights:
        try:
            found.append(offsets.span(*one.spans[0]))
        except OffsetOutsideTextError:
            found.append(None)
    return found


def wordy(seed, count):
    """A text with several emoji, and where its words are."""
    rand = random.Random(seed)
    ends = SEPARATORS + rand.choice(LINE_ENDS)
    pieces = [rand.choice(["", "\ufeff"]), "😀😀 "]
    spans = []
    for _ in range(count):
        word = rand.choice(WORDS)
        start = len(canonical_text("".join(pieces)).text)
        spans.append((start, start + len(word)))
        pieces += [word, rand.choice(ends)]
    return "".join(pieces), spans, rand


@given(TEXTS, st.sampled_from(READINGS), st.data())
def test_quotes_are_found_by_a_reading_that_fits_them_all(raw, reading, data):
    length = len(canonical_text(raw).text)
    starts = data.draw(st.lists(st.integers(0, max(0, length - 1)), max_size=6))
    spans = [(one, data.draw(st.integers(one + 1, length))) for one in starts if one < length]
    highlights = told(raw, reading, spans, quoted=True)
    answer = resolve([(raw, highlights)])
    text = canonical_text(raw).text
    found = read(raw, answer.reading, highlights)
    blank = [not text[slice(*span)].strip() for span in spans]
    words = [one and text[slice(*one)].split() for one in found]
    assert all(
        skip or one == text[slice(*span)].split()
        for one, span, skip in zip(words, spans, blank, strict=True)
    )
    fitting = {
        tuple(read(raw, one, highlights))
        for one in READINGS
        if all(
            at and " ".join(text[slice(*at)].split()) == " ".join(text[slice(*span)].split())
            for at, span in zip(read(raw, one, highlights), spans, strict=True)
        )
    }
    if len(fitting) == 1 and not any(blank):
        assert answer.certain
        assert found == spans


@pytest.mark.parametrize("count", [1, 3, 12, 60])
def test_whole_words_between_emoji_are_read_right_or_asked_after(count):
    certain = 0
    for seed in range(25):
        raw, spans, rand = wordy(seed, 60)
        chosen = sorted(rand.sample(spans, count))
        highlights = told(raw, rand.choice(READINGS), chosen)
        answer = resolve([(raw, highlights)])
        certain += answer.certain
        # A single span without a character tells nothing, though it may be meant to end with one.
        if [len(set(one.spans[0])) for one in highlights] == [1]:
            assert (answer.reading.inclusive, answer.certain) == (False, True)
            continue
        assert not answer.certain or read(raw, answer.reading, highlights) == chosen
    assert certain >= (25 if count == 60 else 0)


@given(
    st.sampled_from(["He said yes.\nShe said no.", "Дамба рухнула. Никто не пришел."]), st.data()
)
def test_nothing_is_asked_where_tools_do_not_differ(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for stated in (None, Reading(), UTF16):
        answer = resolve([(text, [ForeignHighlight(((start, end),), "")])], stated)
        assert answer.certain
        assert answer.reading == (stated or Reading())


def test_lines_of_a_text_without_carriage_returns_show_that_they_were_counted():
    lines = ["The river rose 😀 again", "Nobody came to the dam", "It burst at noon 😀"] * 100
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    raw = "\n".join(lines)
    answer = resolve([(raw, told(raw, NVIVO, spans))], Reading())
    assert (answer.reading, answer.certain, answer.quoted) == (NVIVO, True, False)
    assert answer.alternatives[0].matches > 2 * answer.alternatives[-1].matches


def test_words_that_are_cut_now_and_then_do_not_hide_the_reading():
    raw, spans, rand = wordy(7, 800)
    cut = [(start, end - (end - start > 3 and rand.random() < 0.1)) for start, end in spans]
    for truth in (Reading(), UTF16):
        answer = resolve([(raw, told(raw, truth, cut))])
        assert (answer.reading.unit, answer.certain) == (truth.unit, True)


def test_a_preview_shows_what_the_best_readings_would_cover():
    raw = "😀 The dam burst 😀 and nobody came. "
    answer = resolve([(raw, told(raw, UTF16, [(2, 5), (6, 9)]))])
    assert not answer.certain
    shown = {one.reading.name: one.words for one in answer.alternatives}
    assert shown["utf-16"] == ("😀 [The] dam burst 😀", "😀 The [dam] burst 😀 and")
    assert shown["code-points"] == ("😀 T[he ]dam burst 😀", "😀 The d[am ]burst 😀 and")
    assert answer.samples == ((3, 6), (7, 10))


def test_a_settled_reading_gives_way_to_quotes_alone():
    raw, spans, _ = wordy(3, 60)
    for count, quoted, reading in [(60, False, Reading()), (2, True, Reading()), (60, True, UTF16)]:
        highlights = told(raw, UTF16, spans[-count:], quoted=quoted)
        answer = resolve([(raw, highlights)], Reading(), settled=True)
        assert (answer.reading, answer.certain) == (reading, True)


def test_quotes_that_were_cut_or_altered_speak_by_their_beginnings():
    raw, spans, _ = wordy(5, 90)
    text = canonical_text(raw).text
    long = [(start, spans[number + 8][1]) for number, (start, _) in enumerate(spans[:-8])]
    highlights = [
        ForeignHighlight(one.spans, "", (f"{text[start : start + 20]}…",), inexact=True)
        for one, (start, _) in zip(told(raw, UTF16, long), long, strict=True)
    ]
    answer = resolve([(raw, highlights)])
    assert (answer.certain, answer.quoted) == (True, True)
    assert read(raw, answer.reading, highlights) == long


def test_damaged_quotes_are_outvoted():
    raw, spans, _ = wordy(11, 400)
    highlights = told(raw, UTF16, spans, quoted=True)
    for number in range(0, 400, 20):
        highlights[number] = ForeignHighlight(((number, number + 3),), "", ("nobody",))
    answer = resolve([(raw, highlights)])
    assert (answer.reading.unit, answer.certain) == (Unit.UTF16, True)
    assert (answer.alternatives[0].matches, answer.alternatives[0].of) == (380, 400)


def test_of_many_highlights_some_thousand_all_over_the_file_tell():
    resolver, raw = OffsetResolver(), "😀 dam 😀 burst"
    (highlight,) = told(raw, UTF16, [(8, 13)], quoted=True)
    for _ in range(20_000):
        resolver.look(raw, [highlight])
    answer = resolver.resolved()
    assert (answer.reading, answer.certain) == (UTF16, True)
    assert 3_000 < answer.alternatives[0].of < 5_000


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_texts_that_cannot_be_kept_and_files_without_spans_tell_nothing(text):
    highlight = ForeignHighlight(((0, 1),), "", ("b",))
    for texts in ([(text, [highlight])], [], [("😀", [ForeignHighlight((), "", ("a",))])]):
        answer = resolve(texts, UTF16)
        assert (answer.reading, answer.certain) == (UTF16, True)
        assert answer.alternatives[0].of == 0


def test_positions_outside_of_the_text_are_asked_after_though_tools_agree():
    raw = "Дамба рухнула"
    answer = resolve([(raw, told(raw, Reading(Unit.UTF8), [(6, 13)]))])
    assert not answer.certain
    assert Unit.UTF8 in {one.reading.unit for one in answer.alternatives}


def test_what_a_person_names_is_tried_and_taken():
    raw = "😀 dam 😀 burst"
    highlights = told(raw, UTF16, [(8, 13)], quoted=True)
    answer = resolve([(raw, highlights)], UTF16, settled=True, named=Reading())
    assert (answer.reading, answer.certain) == (Reading(), True)
    assert (answer.alternatives[0].matches, answer.alternatives[0].of) == (0, 1)


def test_texts_that_take_turns_are_read_as_if_one_after_the_other():
    raw, spans, _ = wordy(2, 60)
    texts = [(f"{raw}{number}", [one]) for one in told(raw, UTF16, spans) for number in range(6)]
    turns = resolve(texts)
    assert (turns.reading, turns.certain) == (UTF16, True)
    assert turns.alternatives[0].matches == turns.alternatives[0].of


def by(raw, reading, highlights):
    """What becomes of highlights in the end."""
    placing = Placing(canonical_text(raw).text, ForeignOffsets(raw, reading))
    places = [placing.place(one) for one in highlights]
    return [(one.outcome, one.spans) for one in places]


def told_otherwise(quote, rand):
    """A quote as tools damage it."""
    other = [quote[: len(quote) // 2 + 1], unicodedata.normalize("NFC", quote), quote.upper(), "zz"]
    return rand.choice(other)


@pytest.mark.parametrize("share", [0.0, 0.2, 1.0])
@pytest.mark.parametrize("count", [1, 2, 5, 14, 40])
def test_a_question_always_has_the_truth_among_its_answers_and_its_answers_differ(count, share):
    for seed in range(8):
        raw, spans, rand = wordy(f"{count} {share} {seed}", 60)
        chosen, truth = sorted(rand.sample(spans, count)), rand.choice(READINGS)
        highlights = [
            one if share < 1 else replace(one, quotes=())
            for one in told(raw, truth, chosen, quoted=True)
        ]
        right = by(raw, truth, highlights)
        highlights = [
            replace(one, quotes=(told_otherwise(one.quotes[0], rand),))
            if one.quotes and rand.random() < share
            else one
            for one in highlights
        ]
        answer = resolve([(raw, highlights)], rand.choice([None, UTF16, truth]))
        outcome = by(raw, answer.reading, highlights)
        if answer.certain:
            meant = by(raw, truth, highlights)
            assert all(
                one in (was, is_now) or not one[1]
                for one, was, is_now in zip(outcome, right, meant, strict=True)
            )
            continue
        offered = [by(raw, one.reading, highlights) for one in answer.alternatives]
        assert by(raw, truth, highlights) in offered
        assert any(one != outcome for one in offered)
        assert len({one.words for one in answer.alternatives}) == len(offered)


def test_positions_that_change_nothing_are_not_asked_after():
    raw = " ".join(f"word{number} 😀" for number in range(10, 40))
    unique = [
        (raw.index(f"word{number}"), raw.index(f"word{number}") + 6) for number in range(20, 30)
    ]
    shifted = [
        replace(one, spans=((one.spans[0][0] + 7, one.spans[0][1] + 7),))
        for one in told(raw, UTF16, unique, quoted=True)
    ]
    empty = [ForeignHighlight(((9, 9),), "")]
    for highlights in (shifted, shifted[-1:], empty):
        assert resolve([(raw, highlights)]).certain
    assert [spans for _, (spans,) in by(raw, Reading(), shifted)] == [Span(*one) for one in unique]
    assert not resolve([(raw, [*shifted, replace(shifted[0], quotes=())])]).certain


@pytest.mark.parametrize("truth", [NVIVO, Reading(), Reading(Unit.UTF16, inclusive=True)])
def test_a_dozen_whole_lines_show_what_was_counted(truth):
    lines = ["The river rose 😀 again", "Nobody came", "A dam", "It burst at noon 😀"] * 4
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    raw = "\n".join(lines)
    answer = resolve([(raw, told(raw, truth, spans[:14]))], Reading())
    assert (answer.reading, answer.certain) == (truth, True)


def test_no_sentence_of_punctuation_but_its_mark_is_taken_for_another_count():
    lines = ["The river rose. 😀", "Nobody came.", "A dam.", "It burst at noon. 😀"] * 5
    ends = list(accumulate(len(line) + 1 for line in lines))
    raw = "\n".join(lines)
    spans = [
        (end - len(line) - 1, end - len(line) - 1 + line.index("."))
        for line, end in zip(lines, ends, strict=True)
    ]
    answer = resolve([(raw, told(raw, Reading(), spans))], Reading())
    assert (answer.reading, answer.certain) == (Reading(), True)
