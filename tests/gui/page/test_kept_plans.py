from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.gui.page.test_page_plan import TEXT, stretch_of

from annotator.gui.kept_plans import KeptPlans

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 15)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "mark", "choose"]), st.integers(1, 6), SPANS),
    max_size=15,
)


@settings(max_examples=60)
@given(steps=STEPS)
def test_a_kept_plan_equals_one_made_anew_whatever_was_altered(make_article, steps):
    article, plans, chosen = make_article(TEXT), KeptPlans(), None
    stretches = [stretch_of(TEXT[:20]), stretch_of(TEXT, first=20)]
    for step, key, (start, end) in steps:
        index = article.marks if step == "mark" else article.index
        if key in index and step != "choose":
            index.remove(key)
        if step in {"add", "mark"}:
            index.add(key, start, end, "oahdw"[key % 5])
        chosen = key if step == "choose" else chosen
        for stretch in stretches:
            assert plans.of(article, stretch, chosen) == KeptPlans().of(article, stretch, chosen)


def test_a_plan_is_made_once_while_nothing_else_lies_on_its_stretch(make_article):
    article, plans = make_article(TEXT, [(1, 0, 5, 13, "o")]), KeptPlans()
    near, far = stretch_of(TEXT[:20]), stretch_of(TEXT, first=20)
    before = plans.of(article, near, None), plans.of(article, far, None)
    article.index.add(2, 30, 34, "a")
    assert plans.of(article, near, None) is before[0]
    assert plans.of(article, far, None) is not before[1]


def test_a_plan_knows_which_highlight_is_chosen(make_article):
    article, plans = make_article(TEXT, [(1, 0, 5, 13, "o")]), KeptPlans()
    stretch = stretch_of(TEXT)
    framed = [
        any(line.outlines for line in plans.of(article, stretch, chosen))
        for chosen in (None, 1, None)
    ]
    assert framed == [False, True, False]


def test_only_lines_on_which_something_moved_are_altered(make_article):
    rows = [(1, 0, 0, 8, "o"), (2, 0, 4, 18, "h"), (3, 0, 25, 28, "a")]
    article, plans, stretch = make_article(TEXT, rows), KeptPlans(), stretch_of(TEXT)
    before = plans.of(article, stretch, None)
    assert plans.altered(article, stretch, None) == []
    article.index.add(4, 12, 26, "o")
    assert [line.start for line in plans.altered(article, stretch, None)] == [10, 20]
    after = plans.of(article, stretch, 4)
    assert [new is old for new, old in zip(after, before, strict=True)] == [
        True,
        False,
        False,
        True,
    ]
