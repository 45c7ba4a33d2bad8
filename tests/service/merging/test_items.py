"""The first of what a merge does, object by object."""

from annotator.service.merging.items import FATES, LONGEST, MOST_ITEMS, MergeItems
from annotator.service.merging.report import MergeReport
from annotator.service.merging.tally import Tally
from annotator.team.shared import SharedObject, Value

HERE = {"": 1}


def highlight(number, label="one", quote="safe"):
    said = {
        "made": {"article": "art", "created": ""},
        "reviewer": "ann",
        "label": label,
        "place": {"t": {"spans": [[number, number + 4]], "quote": quote, "unplaced": None}},
    }
    fields = {name: (Value(HERE, value),) for name, value in said.items()}
    return SharedObject("highlight", f"h{number}", HERE, fields)


def test_few_of_many_are_kept_and_they_never_outnumber_what_is_counted():
    report = MergeReport("b", "ann")
    tally = Tally(report)
    article = SharedObject("article", "art", HERE, {"title": (Value(HERE, "Dam"),)})
    tally.article(article, article, retold=False, inside=0)
    for number in range(3 * MOST_ITEMS):
        tally.take(None, highlight(number))
    tally.take(highlight(0), highlight(0, "two"))
    items = report.items.of("art")
    assert [one.fate for one in items] == ["changed"] + ["added"] * MOST_ITEMS
    assert items[0].labels == ("one", "two")
    assert items[1].labels == ("", "one")
    assert {(one.words, one.reviewer) for one in items} == {("safe", "ann")}
    assert sum(report.articles["art"].counts[fate] for fate in FATES) == 3 * MOST_ITEMS + 1
    assert not report.elsewhere


def test_long_words_are_cut_and_what_nobody_looks_at_is_not_kept():
    items = MergeItems()
    items.note("art", "added", None, highlight(0, quote="word " * 1_000))
    items.note("art", "already_there", None, highlight(1))
    (one,) = items.of("art")
    assert len(one.words) == LONGEST + 1


def test_what_lies_in_no_article_told_of_is_counted_elsewhere():
    report = MergeReport("b", "ann")
    Tally(report).take(highlight(0), highlight(0, "two"))
    report.without_article("h1")
    assert report.elsewhere == {"changed": 1, "not_placed": 1}
