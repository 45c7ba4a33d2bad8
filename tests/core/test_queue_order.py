from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.queue_order import Queued, ranking

words = st.text("abAB12", max_size=3)
queued = st.lists(
    st.builds(Queued, st.integers(0, 99), st.uuids().map(str), words, words),
    unique_by=lambda one: one.place,
    max_size=20,
)
orders = st.sampled_from(["added", "date", "publisher", "random"])


@given(queued, orders, st.randoms())
def test_an_order_never_depends_on_how_the_articles_come(articles, order, random):
    rank = ranking(order, "7")
    mixed = random.sample(articles, len(articles))
    assert sorted(mixed, key=rank) == sorted(articles, key=rank)


@given(queued)
def test_what_has_no_date_comes_last(articles):
    dated = [bool(one.published) for one in sorted(articles, key=ranking("date"))]
    assert dated == sorted(dated, reverse=True)


def test_another_seed_is_another_order():
    articles = [Queued(place, f"article {place}", "", "") for place in range(20)]
    orders = {tuple(sorted(articles, key=ranking("random", seed))) for seed in "1123"}
    assert len(orders) == 3
