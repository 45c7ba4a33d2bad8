from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.examples import share
from tests.service.dam_text import TEXT, add_text, span_of

from annotator.bootstrap import open_project
from annotator.core.canonical import LoneSurrogateError, NulCharacterError
from annotator.core.edit import Edit
from annotator.core.editing_errors import TextBeingEditedError, TextRevisedElsewhereError
from annotator.core.records import Highlight
from annotator.core.sentences import SentenceIndex
from annotator.core.span import Span
from annotator.service.commands import (
    AddHighlight,
    KeepHighlights,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.service.text_editing import Found

QUOTES = ("The ministry said", "🚰", "dam was safe. Engineers", "seepage to double.", "Nobody")
SPLIT = (span_of("Dr. Voss"), span_of("Aid groups"))
TYPED = st.text(st.sampled_from("aé🚰 .\n\u0301ن"), max_size=6)


@pytest.fixture
def tagged(project, article_id):
    """The id of an article with highlights of one and of two spans and a mark."""
    for quote in QUOTES:
        project.execute(AddHighlight(article_id, (span_of(quote),), "official_claim"))
    project.execute(AddHighlight(article_id, SPLIT, "analyst_opinion"))
    project.execute(ToggleReviewed(article_id, (span_of("Engineers left."),)))
    return article_id


@pytest.fixture
def editing(project, tagged):
    session = project.edit_text(project.open_article(tagged))
    yield session
    session.suspend()


def state_of(article):
    """Everything that an edit moves, an extra span by the key of its highlight."""
    end = len(article.text) + 1
    return {
        "text": article.text,
        "highlights": sorted(
            (article.highlight_key(key), start, stop, label)
            for key, start, stop, label in article.index.overlapping(0, end)
        ),
        "marks": article.marks.overlapping(0, end),
        "sentences": list(article.sentences),
        "ends": [paragraph.ends for paragraph in article.sentences.paragraphs()],
    }


def stored(project, article_id):
    """Everything the file holds of an article's highlights."""
    return list(project.queries.highlights(article_id)), project.queries.content(article_id).marks


class TextEditingMachine(RuleBasedStateMachine):
    """A session equals the oracle after anything, a session taken up again, and what is stored."""

    folder = new_project = None

    def __init__(self):
        super().__init__()
        path = Path(mkdtemp(dir=self.folder)) / "facts.factproj"
        self.project = open_project(type(self).new_project(path), create=False)
        self.article_id = add_text(self.project)
        for quote in QUOTES:
            tag = AddHighlight(self.article_id, (span_of(quote),), "official_claim")
            self.project.execute(tag)
        self.project.execute(AddHighlight(self.article_id, SPLIT, "analyst_opinion"))
        self.project.execute(ToggleReviewed(self.article_id, (span_of("Engineers left."),)))
        self.begin()

    def begin(self):
        article = self.project.open_article(self.article_id)
        self.base = state_of(article)
        self.editing = self.project.edit_text(article)

    def teardown(self):
        self.editing.suspend()
        assert self.project.check() == []
        self.project.close()

    @property
    def article(self):
        return self.editing.article

    @rule(data=st.data(), text=TYPED)
    def put(self, data, text):
        start = data.draw(st.integers(0, self.editing.length))
        end = data.draw(st.integers(start, min(start + 30, self.editing.length)))
        before = self.article.text
        self.editing.replace(Span(start, end), text)
        assert self.article.text == before[:start] + text + before[end:]

    @rule(old=st.sampled_from("aes🚰.\n"), text=TYPED)
    def replace_all(self, old, text):
        before = self.article.text
        self.editing.replace_all(Found(old), text)
        assert self.article.text == before.replace(old, text)

    @rule()
    def undo(self):
        self.editing.undo()

    @rule()
    def redo(self):
        self.editing.redo()

    @rule()
    def undo_all(self):
        while self.editing.can_undo:
            self.editing.undo()
        assert state_of(self.article) == self.base
        assert self.editing.changed() == []

    @rule()
    def take_up_again(self):
        before = state_of(self.article), self.editing.changed(), self.editing.can_redo
        self.editing.suspend()
        self.editing = self.project.edit_text(self.project.open_article(self.article_id))
        after = state_of(self.article), self.editing.changed(), self.editing.can_redo
        assert after == before

    @rule()
    def finish(self):
        before, changed = state_of(self.article), set(self.editing.changed())
        kept = stored(self.project, self.article_id)
        waiting = {
            one.highlight.key for one in self.project.queries.changed_highlights(self.article_id)
        }
        if self.editing.finish() is not None:
            finished = stored(self.project, self.article_id)
            assert state_of(self.project.open_article(self.article_id)) == before
            again = self.project.queries.changed_highlights(self.article_id)
            assert changed <= {one.highlight.key for one in again} | waiting
            self.project.undo()
            assert stored(self.project, self.article_id) == kept
            self.project.redo()
            assert stored(self.project, self.article_id) == finished
        self.begin()

    @invariant()
    def equals_the_oracle(self):
        moved = {}
        for entry in self.base["highlights"]:
            moved.setdefault(entry[0], []).append(entry)
        expected = []
        for key, start, stop, label in self.base["highlights"]:
            span = Span(start, stop)
            for replacement in self.editing.standing:
                span = replacement.edit.map_span(span)
            expected.append((key, span.start, span.end, label))
        now = state_of(self.article)
        assert now["highlights"] == sorted(expected)
        segmenter = self.project.surroundings.segmenter(self.article.article.language)
        assert now["sentences"] == list(SentenceIndex(now["text"], segmenter))


def test_a_session_equals_the_oracle_and_what_is_stored(new_project, tmp_path):
    TextEditingMachine.folder, TextEditingMachine.new_project = tmp_path, staticmethod(new_project)
    TextEditingMachine.TestCase.settings = settings(
        max_examples=share(4),
        stateful_step_count=12,
        suppress_health_check=[HealthCheck.too_slow],
    )
    TextEditingMachine.TestCase().runTest()


def test_a_word_typed_is_one_step_and_the_next_word_another(editing):
    for number, letter in enumerate("It is"):
        editing.replace(Span(number, number), letter)
    editing.undo()
    assert editing.article.text == "It " + TEXT
    editing.undo()
    assert editing.article.text == TEXT
    editing.redo()
    assert editing.article.text == "It " + TEXT


def test_replacing_a_word_inside_a_highlight_does_not_collapse_it(editing):
    word = span_of("was")
    editing.replace(word, "wasn't")
    key = editing.changed()[0]
    start, end, _ = editing.article.index.get(key)
    assert editing.article.slice(Span(start, end)) == "dam wasn't safe. Engineers"


def test_what_is_typed_back_by_hand_counts_as_unchanged(editing):
    place = span_of("safe").start
    editing.edit(Edit(place, 0, 1), "x")
    assert len(editing.changed()) == 1
    editing.edit(Edit(place, 1, 0), "")
    assert editing.changed() == []
    assert editing.finish() is None


def test_what_is_pasted_becomes_canonical(editing):
    editing.replace(Span(0, 0), "\ufeffOne\r\ntwo\r")
    assert editing.article.text.startswith("One\ntwo\nThe ministry")


@pytest.mark.parametrize(
    ("pasted", "error"), [("a\0b", NulCharacterError), ("a\ud800", LoneSurrogateError)]
)
def test_what_no_text_can_hold_is_refused_and_changes_nothing(editing, pasted, error):
    with pytest.raises(error):
        editing.replace(Span(0, 3), pasted)
    assert editing.article.text == TEXT
    assert not editing.can_undo


def test_replace_all_minds_case_and_words_as_asked(editing):
    editing.replace_all(Found("THE", match_case=False, whole_words=True), "A")
    assert editing.article.text.startswith("A ministry said A 🚰")
    editing.undo()
    assert not editing.replace_all(Found("THE"), "A")
    assert not editing.replace_all(Found(""), "A")
    assert editing.article.text == TEXT


def test_a_lost_highlight_stays_empty_with_its_quote_until_it_is_dealt_with(project, editing):
    article_id = editing.article.article.id
    editing.replace(span_of("Nobody"), "")
    editing.finish()
    (lost,) = project.queries.changed_highlights(article_id)
    assert (lost.highlight.orphaned, lost.highlight.quote, lost.was) == (True, "Nobody", "Nobody")
    project.execute(RemoveHighlights((lost.highlight.id,)))
    assert project.queries.changed_highlights(article_id) == []
    assert project.check() == []


def test_a_changed_highlight_is_listed_until_it_is_kept(project, editing):
    article_id = editing.article.article.id
    editing.replace(span_of("ministry"), "minister")
    editing.finish()
    (changed,) = project.queries.changed_highlights(article_id)
    assert (changed.was, changed.highlight.quote) == ("The ministry said", "The minister said")
    project.execute(KeepHighlights((changed.highlight.id,)))
    assert project.queries.changed_highlights(article_id) == []


def test_corrected_sentences_survive_edits_elsewhere(project, article_id):
    article = project.open_article(article_id)
    article.sentences.join(0)
    session = project.edit_text(article)
    session.replace(span_of("Nobody"), "No one")
    session.replace(span_of("Engineers"), "The engineers")
    assert article.sentence_text(0).endswith("The engineers left.")
    session.finish()
    assert project.open_article(article_id).sentence_text(0).endswith("The engineers left.")


def test_one_text_is_edited_in_one_place_at_a_time(project, editing):
    with pytest.raises(TextBeingEditedError):
        project.edit_text(project.open_article(editing.article.article.id))
    editing.abandon()
    project.edit_text(project.open_article(editing.article.article.id)).abandon()


def test_a_text_revised_elsewhere_meanwhile_is_not_written_over(project, editing, tmp_path):
    article_id = editing.article.article.id
    editing.replace(Span(0, 0), "Mine. ")
    editing.suspend()
    log = next(iter(project._store._edit_log_path(article_id).parent.iterdir()))
    typed = log.read_bytes()
    log.unlink()
    other = project.edit_text(project.open_article(article_id))
    other.replace(Span(0, 0), "Theirs. ")
    other.finish()
    log.write_bytes(typed)
    with pytest.raises(TextRevisedElsewhereError):
        project.edit_text(project.open_article(article_id))
    assert [finding.subject for finding in project.check()] == [f"article {article_id}"]
    project.drop_typed_text(article_id)
    assert project.check() == []


def test_what_others_tag_while_a_text_is_edited_follows_when_it_is_finished(project, editing):
    article_id = editing.article.article.id
    editing.replace(Span(0, 0), "Then. ")
    project.execute(AddHighlight(article_id, (span_of("Aid groups"),), "official_claim"))
    assert editing.finish() is not None
    assert "Aid groups" in [one.quote for one in project.queries.highlights(article_id)]
    assert project.check() == []


def test_highlights_in_other_paragraphs_are_not_written(project, editing):
    article_id = editing.article.article.id
    editing.replace(span_of("body replied"), " reply")
    changes = editing.finish()
    moved = [after.quote for _, after in changes.of(Highlight)]
    assert moved == ["No"]
    others = [one for one in project.queries.highlights(article_id) if one.quote != "No"]
    assert len(others) == len(QUOTES)


def test_words_edited_twice_are_listed_with_those_before_both(project, editing):
    article_id = editing.article.article.id
    editing.replace(span_of("ministry"), "minister")
    editing.finish()
    again = project.edit_text(project.open_article(article_id))
    again.replace(span_of("minister", again.article.text), "mini-ster")
    again.finish()
    (changed,) = project.queries.changed_highlights(article_id)
    assert (changed.was, changed.highlight.quote) == ("The ministry said", "The mini-ster said")
    back = project.edit_text(project.open_article(article_id))
    back.replace(span_of("mini-ster", back.article.text), "ministry")
    back.finish()
    assert project.queries.changed_highlights(article_id) == []


def test_a_lost_highlight_is_exported_as_the_place_that_it_is(project, editing, tmp_path):
    editing.replace(span_of("Nobody"), "")
    editing.finish()
    out = tmp_path / "out.jsonl"
    project.export("jsonl", out)
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    (lost,) = [row for row in rows if "lost_quote" in row]
    assert (lost["start"], lost["quote"], lost["lost_quote"]) == (lost["end"], "", "Nobody")
