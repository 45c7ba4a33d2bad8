from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.anchor import anchors
from annotator.core.anchor_scores import LEAST_LIKE, likeness
from annotator.core.anchor_values import (
    How,
    Outcome,
    Quotation,
    QuoteDiffersError,
    Wording,
)
from annotator.core.folded_text import is_border
from annotator.core.span import Span

DAM = "The dam broke at dawn on Friday and water ran through four villages."
BOATS = "Rescue teams came from the capital by noon with boats and blankets."
DAMAGE = "Officials put the damage at two billion and asked for help abroad."
RIVER = "The river had been rising for a week before that, residents said."
DECLINED = "He declined to comment."
ALPHA = "Team Alpha won three of its four matches on Saturday."
BETA = ALPHA.replace("Alpha", "Beta")
DEATHS = "Police said 12 were killed in the flood."
RESIGNED = "The minister resigned."
MAYOR = "市長は十二人が死亡したと述べた。"
MINISTER = "قال الوزير إن 12 شخصا قتلوا."
PLACED, AMBIGUOUS, LOST = Outcome.PLACED, Outcome.AMBIGUOUS, Outcome.LOST

WORDS = st.sampled_from(
    [
        "The ",
        "dam ",
        "broke. ",
        "12 ",
        "killed. ",
        "\n\n",
        "e\u0301",
        "👩\u200d💻 ",
        "שלום ",
        "北京。",
    ]
)
TEXT = st.lists(WORDS, max_size=30).map("".join)


def quoted(text, quote, number=0):
    """Quote the words where they stand for this many times before."""
    start = -1
    for _ in range(number + 1):
        start = text.index(quote, start + 1)
    return Quotation.of(quote, (Span(start, start + len(quote)),), text)


def followed(old, new, quote, number=0):
    """Return what became of the words, and the words there."""
    (found,) = anchors(old, new, [quoted(old, quote, number)])
    return found, [new[span.start : span.end] for span in found.spans]


def joined(*sentences):
    return " ".join(sentences)


@pytest.mark.parametrize(
    ("before", "after", "quote", "there"),
    [
        (DEATHS, "Police said 21 were killed in the flood.", DEATHS, None),
        (DEATHS, "Police said 21 were killed in the flood.", "12 were killed", "21 were killed"),
        (RESIGNED, "The minister has not resigned.", RESIGNED, None),
        (BOATS, f"{BOATS[:46]}.", BOATS, None),
        (MAYOR, MAYOR.replace("十二", "二十一"), MAYOR, None),
        (MINISTER, MINISTER.replace("12", "21"), MINISTER, None),
    ],
    ids=["number", "number in a phrase", "negation", "cut short", "Chinese characters", "Arabic"],
)
def test_altered_words_are_placed_where_they_were_and_said_to_be_changed(
    before, after, quote, there
):
    found, words = followed(joined(DAM, before, RIVER), joined(DAM, after, RIVER), quote)
    assert (found.outcome, found.how, found.wording) == (PLACED, How.CHANGED, Wording.CHANGED)
    assert words == [there or after]
    assert LEAST_LIKE < found.score < 1


def test_of_a_sentence_that_stands_thrice_the_deleted_one_is_lost_and_the_others_stay():
    old = joined(DAM, DECLINED, BOATS, DECLINED, DAMAGE, DECLINED, RIVER)
    new = joined(DAM, DECLINED, BOATS, DAMAGE, DECLINED, RIVER)
    first, deleted, last = (followed(old, new, DECLINED, number)[0] for number in range(3))
    assert first.spans[0].start == new.index(DECLINED)
    assert last.spans[0].start == new.rindex(DECLINED)
    assert first.score == last.score == 1.0
    assert (deleted.outcome, deleted.wording, deleted.spans) == (LOST, Wording.REMOVED, ())


@pytest.mark.parametrize("number", range(3))
def test_which_of_neighboring_twins_was_deleted_nobody_can_tell(number):
    old, new = (
        joined(DAM, DECLINED, DECLINED, DECLINED, RIVER),
        joined(DAM, DECLINED, DECLINED, RIVER),
    )
    assert followed(old, new, DECLINED, number)[0].outcome is AMBIGUOUS


def test_which_of_neighboring_twins_is_new_nobody_can_tell():
    found, words = followed(joined(DAM, ALPHA, RIVER), joined(DAM, ALPHA, ALPHA, RIVER), ALPHA)
    assert found.outcome is AMBIGUOUS
    assert words == [ALPHA]
    assert found.runner_up is not None
    assert found.runner_up.spans != found.spans


def test_a_twin_planted_elsewhere_does_not_draw_a_highlight_away():
    new = joined(DAM, ALPHA, BOATS, DAMAGE, ALPHA, RIVER)
    found, _ = followed(joined(DAM, ALPHA, BOATS, DAMAGE, RIVER), new, ALPHA)
    assert (found.outcome, found.spans[0].start) == (PLACED, new.index(ALPHA))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (joined(DAM, ALPHA, BOATS, RIVER), joined(DAM, BOATS, RIVER, BETA), AMBIGUOUS),
        (joined(DAM, ALPHA, BOATS, BETA), joined(DAM, BOATS, BETA), LOST),
        (joined(DAM, ALPHA, BOATS, RIVER, BETA), joined(DAM, BETA, BOATS, RIVER), AMBIGUOUS),
    ],
    ids=["planted", "was there", "moved to its place"],
)
def test_a_look_alike_is_never_taken_for_what_was_deleted(old, new, expected):
    assert followed(old, new, ALPHA)[0].outcome is expected


@pytest.mark.parametrize("quote", [ALPHA, BETA])
def test_look_alikes_that_change_places_are_not_taken_for_each_other(quote):
    found, words = followed(joined(DAM, ALPHA, BETA, RIVER), joined(DAM, BETA, ALPHA, RIVER), quote)
    assert found.outcome is AMBIGUOUS or words == [quote]


THREE = joined(ALPHA, BOATS, DAMAGE)
ALTERED = joined(ALPHA.replace("won", "lost"), BOATS, DAMAGE.replace("two", "six"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (joined(DAM, THREE), joined(THREE, RIVER, DAM, ALTERED)),
        (joined(DAM, THREE, RIVER), joined(DAM, THREE, DEATHS, ALTERED, RIVER)),
    ],
    ids=["with other words around it", "with other words behind it"],
)
def test_a_copy_is_not_taken_for_what_still_stands_with_words_altered(old, new):
    found, words = followed(old, new, THREE)
    assert found.outcome is AMBIGUOUS
    assert found.runner_up is not None
    (other,) = found.runner_up.spans
    assert {*words, new[other.start : other.end]} == {THREE, ALTERED}


def test_a_moved_sentence_is_found_elsewhere():
    old = "\n\n".join([joined(DAM, BOATS), joined(DAMAGE, RIVER), joined(ALPHA, DEATHS)])
    new = "\n\n".join([joined(ALPHA, DEATHS), joined(DAM, BOATS), joined(DAMAGE, RIVER)])
    found, words = followed(old, new, DEATHS)
    assert (found.outcome, found.how, found.wording) == (PLACED, How.ELSEWHERE, Wording.KEPT)
    assert words == [DEATHS]


@pytest.mark.parametrize("blank", ["\n\n", "  ", "\u00a0", " \n"])
def test_blanks_alone_change_no_wording(blank):
    old = joined(DAM, BOATS, RIVER)
    found, words = followed(old, old.replace(" ", blank), BOATS)
    assert (found.outcome, found.wording) == (PLACED, Wording.KEPT)
    assert words == [BOATS.replace(" ", blank)]


@pytest.mark.parametrize("new", ["", joined(DAMAGE, RIVER), "\n\n"])
@pytest.mark.parametrize("quote", [BOATS, "boats"])
def test_in_an_empty_or_another_text_all_is_lost(new, quote):
    found, _ = followed(joined(DAM, BOATS), new, quote)
    assert (found.outcome, found.wording, found.score) == (LOST, Wording.REMOVED, 0.0)
    assert 0 <= found.place <= len(new)


def test_a_single_word_that_was_replaced_is_lost_with_what_replaced_it_as_a_suggestion():
    found, _ = followed(
        joined(DAM, DEATHS, RIVER), joined(DAM, DEATHS, RIVER).replace("12", "7"), "12"
    )
    assert (found.outcome, found.wording) == (LOST, Wording.CHANGED)
    assert found.runner_up is not None
    assert joined(DAM, DEATHS, RIVER).index("12") == found.runner_up.spans[0].start


def test_an_edge_takes_in_the_accent_that_came_behind_it():
    found, words = followed("a cafe b", "a cafe\u0301 b", "cafe")
    assert (found.outcome, words) == (PLACED, ["cafe\u0301"])


def test_sentences_that_come_in_at_the_edges_stay_outside():
    altered = DEATHS.replace("Police", "Officers")
    found, words = followed(
        joined(DAM, DEATHS, RIVER), joined(DAM, BOATS, altered, DAMAGE, RIVER), DEATHS
    )
    assert (found.outcome, words) == (PLACED, [altered])


def test_spans_of_one_quotation_are_placed_together_or_not_at_all():
    old = joined(DAM, ALPHA, BOATS, DEATHS, RIVER)
    spans = tuple(quoted(old, words).spans[0] for words in (ALPHA, DEATHS))
    both = Quotation.of("both", spans, old)
    new = joined(DAMAGE, old.replace("12", "21"))
    (found,) = anchors(old, new, [both])
    assert found.outcome is PLACED
    assert [new[one.start : one.end] for one in found.spans] == [ALPHA, DEATHS.replace("12", "21")]
    (found,) = anchors(old, joined(DAM, ALPHA, BOATS, RIVER), [both])
    assert (found.outcome, found.spans) == (LOST, ())
    # In another order they would be another quotation.
    (found,) = anchors(old, joined(DAM, DEATHS, BOATS, ALPHA, RIVER), [both])
    assert found.outcome is not PLACED


def test_what_lost_its_text_before_is_looked_for_by_its_quote():
    empty = Quotation("a", (Span(len(DAM), len(DAM)),), (DEATHS,))
    (found,) = anchors(joined(DAM, RIVER), joined(DAM, DEATHS, RIVER), [empty])
    assert (found.outcome, found.how) == (PLACED, How.ELSEWHERE)


def test_a_quotation_that_the_old_text_does_not_have_is_refused():
    with pytest.raises(QuoteDiffersError):
        anchors(DAM, DAM, [Quotation("a", (Span(0, 3),), ("dam",))])
    with pytest.raises(QuoteDiffersError):
        anchors("", DAM, [Quotation("a", (Span(5, 5),), ("dam",))])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * 20_000, "a" * 19_999 + "b"),
        ("ab" * 10_000, "ba" * 9_000),
        ("No. " * 9_000, "No. " * 8_000 + "Yes. "),
        ("a\n" * 9_000, "b\n" + "a\n" * 8_000),
        ("word " * 9_000, "word " * 4_000 + "other " * 4_000),
        ("a" * 20_000, "b" * 20_000),
    ],
    ids=["letters", "syllables", "sentences", "lines", "words", "other letters"],
)
def test_texts_that_repeat_themselves_are_no_trap(old, new):
    spans = [Span(start, start + 12) for start in range(0, 16_000, 1_000)]
    for found in anchors(old, new, [Quotation.of(span, (span,), old) for span in spans]):
        if found.outcome is PLACED:
            (span,) = found.spans
            assert likeness(old[found.key.start : found.key.end], new[span.start : span.end]) > 0.6


def some(text, data):
    """Draw quotations of a text, of one span or two."""
    places = st.integers(0, len(text))
    found = []
    for key in range(data.draw(st.integers(1, 4))):
        cuts = sorted(data.draw(st.lists(places, min_size=2, max_size=4, unique=True)))
        spans = tuple(itertools.starmap(Span, zip(cuts[::2], cuts[1::2], strict=False)))
        found.append(Quotation.of(key, spans, text))
    return found


@given(TEXT.filter(lambda text: len(text) > 1), st.data())
def test_a_text_that_did_not_change_keeps_everything_exactly(text, data):
    quotations = some(text, data)
    for one, found in zip(quotations, anchors(text, text, quotations), strict=True):
        assert (found.outcome, found.spans, found.score) == (PLACED, one.spans, 1.0)
        assert (found.how, found.wording, found.runner_up) == (How.UNCHANGED, Wording.KEPT, None)


@given(TEXT.filter(lambda text: len(text) > 1), TEXT, st.data())
def test_what_is_placed_lies_in_the_text_in_order_and_is_like_its_quote(old, new, data):
    for one, found in zip(
        quotations := some(old, data), anchors(old, new, quotations), strict=True
    ):
        assert all(span.end <= len(new) for span in found.spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found.spans))
        assert 0 <= found.score <= 1
        assert 0 <= found.place <= len(new)
        assert bool(found.spans) is (found.outcome is not LOST)
        if found.outcome is PLACED:
            for quote, span in zip(one.quotes, found.spans, strict=True):
                assert likeness(quote, new[span.start : span.end]) >= LEAST_LIKE


@given(TEXT.filter(lambda text: len(text) > 1), TEXT, st.data())
def test_no_edge_splits_a_cluster_that_was_whole(old, new, data):
    for one, found in zip(
        quotations := some(old, data), anchors(old, new, quotations), strict=True
    ):
        for before, after in zip(one.spans, found.spans, strict=False):
            assert is_border(new, after.start) or not is_border(old, before.start)
            assert is_border(new, after.end) or not is_border(old, before.end)


@given(TEXT.filter(lambda text: len(text) > 1), TEXT, st.data())
def test_each_is_decided_by_itself(old, new, data):
    quotations = some(old, data)
    found = anchors(old, new, quotations)
    assert anchors(old, new, quotations[::-1]) == found[::-1]
    assert anchors(old, new, quotations[:1]) == found[:1]


def article(chance):
    """An article of sentences that differ, and some that do not."""
    stock = ["".join(chance.choices("etaoinshr", k=chance.randrange(2, 9))) for _ in range(300)]
    sentences = [" ".join(chance.choices(stock, k=12)).capitalize() + "." for _ in range(40)]
    return [chance.choice([one, one, one, DECLINED]) for one in sentences]


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_what_is_placed_in_a_revision_is_found_again_on_the_way_back(seed):
    chance = random.Random(seed)
    sentences = article(chance)
    old = " ".join(sentences)
    revised = [one.replace("e", "o", 1) if chance.random() < 0.2 else one for one in sentences]
    del revised[chance.randrange(len(revised))]
    revised.insert(chance.randrange(len(revised)), DAM)
    new = " ".join(revised)
    quotations = [quoted(old, one) for one in dict.fromkeys(sentences)]
    there = [one for one in anchors(old, new, quotations) if one.outcome is PLACED]
    assert len(there) >= len(quotations) - 3
    back = anchors(new, old, [Quotation.of(one.key, one.spans, new) for one in there])
    starts = {one.key: one.spans for one in quotations}
    returned = [one for one in back if one.outcome is PLACED]
    assert all(one.spans == starts[one.key] for one in returned)
    # Of twins of which one was altered, the way back cannot tell which it was.
    assert len(returned) >= len(there) - 3


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_planted_twins_and_look_alikes_never_win(seed):
    chance = random.Random(seed)
    sentences = article(chance)
    victim = chance.choice([one for one in sentences if one != DECLINED])
    at = sentences.index(victim)
    old = " ".join(sentences)
    like = victim.replace(" ", " not ", 1)
    planted = list(sentences)
    planted.insert(chance.choice([n for n in range(len(sentences)) if abs(n - at) > 1]), like)
    if chance.random() < 0.5:
        planted.remove(victim)
        assert followed(old, " ".join(planted), victim)[0].outcome is not PLACED
    else:
        found, words = followed(old, " ".join(planted), victim)
        assert (found.outcome, words) == (PLACED, [victim])
