from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.gui.page.test_page_plan import TEXT, stretch_of

from annotator.gui.kept_plans import KeptPlans
from annotator.gui.page_plan import plan

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
            assert plans.of(article, stretch, chosen) == plan(article, stretch, chosen)


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
    framed = [bool(plans.of(article, stretch, chosen).outlines) for chosen in (None, 1, None)]
    assert framed == [False, True, False]
