from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.report_runs import MOST_BEGUN, Placed, paragraphs

SPANS = st.lists(
    st.tuples(st.integers(0, 14), st.integers(0, 14), st.integers(0, 2)).map(
        lambda one: (min(one[:2]), max(one[:2]), one[2])
    ),
    max_size=8,
)


def placed(spans):
    return [Placed(*span, number) for number, span in enumerate(spans, 1)]


@given(st.text("ab\n", min_size=14, max_size=14), SPANS)
def test_runs_are_the_text_with_the_labels_over_each_sign(text, spans):
    lines = list(paragraphs(text, placed(spans)))
    assert ["".join(run.text for run in line) for line in lines] == text.split("\n")
    at = 0
    for line in lines:
        for run in line:
            assert run.text
            assert len(set(run.labels)) == len(run.labels)
            for place in range(at, at + len(run.text)):
                assert set(run.labels) == {
                    label for start, end, label in spans if start <= place < end
                }
            at += len(run.text)
            assert run.ends == any(start < end == at for start, end, _ in spans)
        at += 1


@given(st.text("ab\n", min_size=14, max_size=14), SPANS)
def test_every_highlight_is_named_once_where_it_begins(text, spans):
    runs = [run for line in paragraphs(text, placed(spans)) for run in line]
    told = sum(len(run.begins) + run.more for run in runs)
    shown = [one for one in placed(spans) if text[one.start : one.end].strip("\n")]
    assert told >= len(shown)
    named = [number for run in runs for _, number in run.begins]
    assert len(named) == len(set(named))
    assert all(len(run.begins) <= MOST_BEGUN for run in runs)


def test_ten_thousand_over_each_other_are_no_more_work_than_side_by_side():
    text = "a" * 30_000
    nested = [Placed(n, 30_000 - n, n % 3, n) for n in range(10_000)]
    (line,) = paragraphs(text, nested)
    assert len(line) == 19_999
    assert max(len(run.labels) for run in line) == 3
