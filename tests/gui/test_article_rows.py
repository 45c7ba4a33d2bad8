from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.records import Article
from annotator.gui.article_rows import ArticleRows, Row
from annotator.service.changes import Alteration, Changes, Progress
from annotator.service.ports import ArticleSummary

SENTENCES = 3


def article(number, **known):
    return Article(str(number), f"Article {number}", revision_id="", created="", **known)


def changes(*alterations, progress=()):
    return Changes(1, "", "do", tuple(alterations), tuple(progress))


def shown(rows):
    entries = [rows.entry(row) for row in range(rows.rowCount())]
    return [
        (entry.article.id, entry.progress) if isinstance(entry, Row) else entry.heading
        for entry in entries
    ]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(10, 19), st.integers(0, SENTENCES)),
        st.tuples(st.just("progress"), st.integers(0, 19), st.integers(0, SENTENCES)),
        st.tuples(st.just("remove"), st.integers(0, 19), st.just(0)),
        st.tuples(st.just("date"), st.integers(0, 19), st.integers(0, 9)),
        st.tuples(st.just("finish"), st.integers(0, 19), st.integers(0, 1)),
    ),
    max_size=30,
)


@given(steps, st.sampled_from(["added", "date", "random"]))
def test_rows_changed_one_by_one_equal_rows_filled_anew(steps, order):
    known = {
        str(number): ArticleSummary(article(number), 0, Progress(str(number), SENTENCES, 0, 0))
        for number in range(10)
    }
    rows = ArticleRows()
    rows.set_queue(order)
    # The tester asserts the model's rules, and aborts the test run where one breaks.
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.fill(known.values())
    for step, number, value in steps:
        one = str(number)
        before = known.get(one)
        progress = Progress(one, SENTENCES, value, 0)
        if step == "add" and before is None:
            known[one] = ArticleSummary(article(number), 0, progress)
            rows.take(changes(Alteration(None, article(number)), progress=[progress]))
        elif step == "remove" and before is not None:
            del known[one]
            rows.take(changes(Alteration(before.article, None)))
        elif step == "progress" and before is not None:
            known[one] = replace(before, progress=progress)
            rows.take(changes(progress=[progress]))
        elif before is not None:
            told = {"finished": "now" * value} if step == "finish" else {"published": str(value)}
            after = replace(before.article, **told)
            known[one] = replace(before, article=after)
            rows.take(changes(Alteration(before.article, after)))
    anew = ArticleRows()
    anew.set_queue(order)
    anew.fill(known.values())
    assert shown(rows) == shown(anew)


def test_only_the_row_whose_progress_changed_is_announced(qtbot):
    rows = ArticleRows()
    rows.fill(ArticleSummary(article(n), 0, Progress(str(n), 9, 1, 0)) for n in range(100))
    heard = []
    rows.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    rows.take(changes(progress=[Progress("41", 9, 2, 1)]))
    assert heard == [(42, 42)]


def test_a_new_title_is_announced(qtbot):
    rows = ArticleRows()
    rows.fill([ArticleSummary(article(1), 0, Progress("1", 9, 0, 0))])
    rows.take(changes(Alteration(article(1), replace(article(1), title="Corrected"))))
    assert rows.index_of("1").data() == "Corrected"


def test_neighbors_end_at_the_ends():
    rows = ArticleRows()
    assert rows.neighbor(None, 1) is None
    rows.fill(ArticleSummary(article(n), 0, Progress(str(n), 9, n % 2, 0)) for n in range(3))
    assert [rows.neighbor(one, 1) for one in ("1", "0", "2")] == ["0", "2", None]
    assert rows.neighbor("1", -1) is None
    assert rows.neighbor(None, 1) == "1"


def test_each_part_of_the_source_keeps_its_own_direction():
    published = replace(article(1), publisher="صحيفة الوادي", published="2024-03-15")
    row = Row(0, published, Progress("1", 9, 0, 0))
    assert row.source == "\u2068صحيفة الوادي\u2069 · \u206815 Mar 2024\u2069"
