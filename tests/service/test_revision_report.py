from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from tests.service.newer_copies import added, copy_of, revised

from annotator.core.records import Article
from annotator.core.request_errors import UnknownFormatError
from annotator.core.revision_errors import NoSuchRevisionError
from annotator.core.span import Span
from annotator.service.commands import AddArticles, AddHighlight
from annotator.service.revision_report import ComparedSentence, compare_revisions
from annotator.service.revision_report_pages import write_report

SAFE = "The ministry said on Friday that the dam was safe."
LONG = "The river had been rising for a week before that, residents said."
GONE = "Aid groups warned of shortages in the villages near the river."
LEFT = "Engineers left the site on Monday with all of their machines."
TEXT = f"{SAFE} {LONG}\n{GONE}\n{LEFT}\nIt was late."
FIRST = f"{SAFE.replace('safe', '<b>*not*</b> safe')} {LONG}"
NEWER = f"{LEFT}\n{FIRST}\n\nIt was late."


@pytest.fixture
def article(project):
    made = added(project, TEXT, title="<script>alert(1)</script> & co")
    for quote in (SAFE, "dam was safe", LONG, GONE, LEFT):
        start = TEXT.index(quote)
        tag = AddHighlight(made.id, (Span(start, start + len(quote)),), "official_claim")
        project.execute(tag)
    revised(project, made, NEWER, title="")
    return project.find_article(made.id)


@pytest.fixture
def report(project, article):
    return compare_revisions(project.queries, article, old=1, new=2)


def test_each_tagged_sentence_is_told_with_what_the_publisher_did(report):
    assert [(one.was, one.status) for one in report.sentences] == [
        (SAFE, "changed"),
        (LONG, "unchanged"),
        (GONE, "removed"),
        (LEFT, "moved"),
    ]
    changed, _, removed, moved = report.sentences
    assert [tag.quote for tag in changed.tags] == [SAFE, "dam was safe"]
    assert changed.now == FIRST[: len(changed.now)]
    assert "".join(p.words for p in changed.pieces if p.kind != "added") == SAFE
    assert "".join(p.words for p in changed.pieces if p.kind != "removed") == changed.now
    assert NEWER[moved.new_start : moved.new_end] == LEFT
    assert (removed.now, removed.new_start) == ("", None)
    assert report.counts == {"changed": 1, "removed": 1, "unsure": 0, "moved": 1, "unchanged": 1}


def test_what_differs_within_a_sentence_is_cut_between_words():
    told = ComparedSentence(
        "changed", 0, 21, "reports of Rovno today", (), "reports of Kherno today"
    )
    assert [(piece.kind, piece.words) for piece in told.pieces] == [
        ("kept", "reports of "),
        ("removed", "Rovno"),
        ("added", "Kherno"),
        ("kept", " today"),
    ]


def test_highlights_count_as_they_were_when_the_older_text_was_left(project, article, report):
    first = next(project.queries.highlights(article.id))
    project.execute(AddHighlight(article.id, (Span(0, 3),), "official_claim"))
    project.undo()
    project.undo()
    assert len(project.queries.highlights_in(article.id, 2)) == 5
    project.redo()
    again = compare_revisions(project.queries, project.find_article(article.id), old=1, new=2)
    assert again.sentences == report.sentences
    assert first.id in {tag.id for one in again.sentences for tag in one.tags}


@pytest.fixture
def passed(project):
    """An article whose second and third text came in one step."""
    url = "https://example.org/dam"
    made = added(project, TEXT, url=url)
    for quote in (SAFE, GONE):
        start = TEXT.index(quote)
        tag = AddHighlight(made.id, (Span(start, start + len(quote)),), "official_claim")
        project.execute(tag)
    texts = (f"It snowed.\n{TEXT}", f"It snowed.\n{TEXT.replace(GONE, 'Nobody came.')}")
    project.execute(AddArticles(tuple(copy_of(text, project, url=url) for text in texts)))
    return project.find_article(made.id)


def test_of_a_text_that_was_never_present_the_highlights_before_it_are_told_and_said_to_be(
    project, passed, tmp_path
):
    assert project.queries.highlights_in(passed.id, 2) == []
    report = compare_revisions(project.queries, passed, old=2, new=3)
    assert [(one.was, one.status) for one in report.sentences] == [
        (SAFE, "unchanged"),
        (GONE, "removed"),
    ]
    assert (report.never_present, report.tagged_in) == (True, 1)
    for ending in (".md", ".json", ".html"):
        write_report(report, tmp_path / f"report{ending}")
        told = (tmp_path / f"report{ending}").read_text("utf-8")
        assert "highlights are those of revision 1" in told
    for old, new in ((1, 3), (1, 2), (3, 1)):
        assert not compare_revisions(project.queries, passed, old=old, new=new).note


def test_where_no_text_before_was_present_none_bears_a_highlight(project):
    url = "https://example.org/dam"
    texts = (copy_of(text, project, url=url) for text in (TEXT, NEWER))
    made = added_all(project, tuple(texts))
    report = compare_revisions(project.queries, made, old=1, new=2)
    assert (report.sentences, report.tagged_in) == ((), None)
    assert "No highlights lay in it" in report.note


def added_all(project, copies):
    changes = project.execute(AddArticles(copies))
    return next(after for _, after in changes.of(Article))


def test_the_comparison_with_itself_finds_nothing_new(project, article):
    same = compare_revisions(project.queries, article, old=2, new=2)
    assert {one.status for one in same.sentences} <= {"unchanged"}
    with pytest.raises(NoSuchRevisionError):
        compare_revisions(project.queries, article, old=2, new=9)


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen, self.text = set(), []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert not {"src", "href", "onload"} & {name for name, _ in attrs}

    def handle_data(self, data):
        self.text.append(data)


def test_the_page_says_all_of_it_and_is_nothing_but_text(report, tmp_path):
    write_report(report, tmp_path / "report.html")
    parser = Elements()
    parser.feed((tmp_path / "report.html").read_text("utf-8"))
    assert not parser.seen & {"script", "b", "img", "a", "iframe"}
    text = "".join(parser.text)
    assert all(one.was[:20] in text for one in report.sentences)
    assert "<b>*not*</b> " in text


def test_markdown_and_json_say_the_same(report, tmp_path):
    write_report(report, tmp_path / "report.md")
    page = (tmp_path / "report.md").read_text("utf-8")
    assert "**\\<b\\>\\*not\\*\\</b\\>** safe." in page
    assert f"~~{GONE}~~" in page
    write_report(report, tmp_path / "report.json")
    value = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert value["counts"] == report.counts
    assert [one["was"] for one in value["sentences"]] == [one.was for one in report.sentences]
    with pytest.raises(UnknownFormatError):
        write_report(report, tmp_path / "report.docx")
