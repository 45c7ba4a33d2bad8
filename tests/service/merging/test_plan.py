from __future__ import annotations

from contextlib import closing

from annotator.service.merging.plan import MergePlan
from annotator.service.merging.report import MergeReport
from annotator.team.shared import SharedObject, Value

ONE, OTHER = {"me": 1}, {"me": 1, "you": 2}


def highlight(number, article):
    made = {"article": article, "created": "2026-03-04T05:06:07.890Z"}
    fields = {"made": (Value(ONE, made),), "label": (Value(OTHER, "a"), Value(ONE, "\ud800 b"))}
    return SharedObject("highlight", f"id-{number}", OTHER, fields, (ONE,), (), {"new": [1.5]})


def test_what_was_put_aside_comes_back_as_it_was_article_by_article():
    found = [highlight(number, "ab"[number % 2]) for number in range(6)]
    gone = [SharedObject("highlight", f"gone-{one.id}", {}, {}, (ONE,)) for one in found]
    with closing(MergePlan(MergeReport("", ""), sequence=0)) as plan:
        for one, removed in zip(found, gone, strict=True):
            plan.put(one)
            plan.put(removed, one)
        assert len(plan) == plan.placed == 12
        for _ in range(2):
            assert [*plan] == [*found[::2], *found[1::2], *gone[::2], *gone[1::2]]
