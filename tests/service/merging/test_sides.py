from __future__ import annotations

from tests.gui.colleague import colleague, sent, taken

from annotator.core.span import Span
from annotator.service.importing import prepare
from annotator.service.merging.conflicts import conflicts
from annotator.service.merging.sides import AROUND, _stretch, sides_of, texts_told

TEXT = "Dam declared safe\n\nThe ministry said the dam was safe. Engineers left the site.\n"


def edited(project, old, new):
    """Put other words into the text of the only article."""
    (summary,) = project.queries.articles()
    article = project.open_article(summary.article.id)
    at = article.text.index(old)
    editing = project.edit_text(article)
    editing.replace(Span(at, at + len(old)), new)
    editing.finish()


def test_of_two_texts_what_differs_is_told(new_project, tmp_path):
    file = tmp_path / "dam.txt"
    file.write_text(TEXT, "utf-8")
    with colleague(new_project, tmp_path / "ours") as ours:
        ours.add(prepare([file], ours.surroundings))
        first = sent(ours, tmp_path / "first.annobundle")
        with colleague(new_project, tmp_path / "theirs", first) as theirs:
            edited(theirs, "safe. E", "sound. E")
            second = sent(theirs, tmp_path / "second.annobundle")
        edited(ours, "safe. E", "unsafe. E")
        taken(ours, second)
        (conflict,) = conflicts(ours.queries)
        assert sides_of(ours.queries, conflict).article.title == "Dam declared safe"
        told = texts_told(ours.queries, conflict, conflict.disputes[0])
        assert ["unsafe. E" in told[0], "sound. E" in told[1]] == [True, True]
        assert all(one.startswith("…") and one.endswith("…") for one in told)


def test_a_passage_ends_between_words():
    text = "word " * 100
    start, end = _stretch(text, [Span(200, 204)])
    assert text[start:end].split() == ["word"] * len(text[start:end].split())
    assert start > 200 - AROUND - 5
