"""What comes in article by article needs next to no more memory when there is more of it."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from annotator.bootstrap import open_project
from annotator.core.foreign_values import ForeignArticle, ForeignFile, ForeignHighlight, Reading
from annotator.formats.jsonl import JsonlFormat
from annotator.service.annotation_planning import ImportWishes, Planner
from annotator.service.verifying import verify

EACH = 100
WORDS = " ".join(f"word{place:04}" for place in range(EACH))
# An id that was met, and a share of what is known of an article; a highlight is some 2,000 bytes.
MOST_MORE = 400


def made(count):
    """A file of so many articles that makes each when it is asked for."""

    def items():
        for number in range(count):
            text = f"{number:03} {WORDS}"
            yield ForeignArticle(f"Report {number}", text, tuple(highlights(text, number)))

    return ForeignFile("test", items, "project", Reading(), settled=True)


def highlights(text, number):
    for place in range(EACH):
        start = 4 + 9 * place
        quote = text[start : start + 8]
        yield ForeignHighlight(
            ((start, start + 8),), "X", (quote,), id=f"{number}-{place}", claim={"note": quote * 9}
        )


def peak(work, count):
    """The most memory that some work had at once on so many articles, in bytes."""
    tracemalloc.start()
    try:
        work(made(count))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def assert_streams(work, few=3, many=15):
    """Assert that more of a file needs no more memory; what the first time imports is aside."""
    work(made(1))
    assert peak(work, many) - peak(work, few) < MOST_MORE * EACH * (many - few)


def test_verifying_streams():
    assert_streams(verify)


@pytest.fixture
def project(new_project, tmp_path):
    opened = open_project(new_project(tmp_path / "facts.factproj"), create=False)
    yield opened
    opened.close()


def test_planning_streams(project):
    def plan(file):
        planner = Planner(
            project.queries,
            project.surroundings,
            file,
            form=JsonlFormat(),
            path=Path("made.jsonl"),
            wishes=ImportWishes(),
        )
        assert planner.plan().report.counts["added"] % EACH == 0

    assert_streams(plan)
