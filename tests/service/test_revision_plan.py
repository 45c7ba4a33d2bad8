from __future__ import annotations

import pytest
from tests.service.dam_text import TEXT, span_of
from tests.service.newer_copies import added, copy_of, planned, revised
from tests.store.sent import sent

from annotator.core.records import ReviewedMark
from annotator.core.span import Span
from annotator.service.bulk_commands import TagSpans
from annotator.service.claim_commands import SetCue
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.service.revision_commands import ReviseArticle
from annotator.service.revision_plan import plan_revision
from annotator.service.sentence_repair import join_sentences
from annotator.service.watch import StoppedError, Watch

SAFE = "The ministry said the 🚰 dam was safe."


@pytest.fixture
def article(project):
    return added(project, TEXT)


def tag(project, article, quote, text=TEXT):
    project.execute(AddHighlight(article.id, (span_of(quote, text),), "official_claim"))
    return list(project.queries.highlights(article.id))[-1]


def test_what_stays_in_paragraphs_of_both_texts_is_not_touched(project, article):
    for quote in ("dam was safe", "seepage", "Nobody"):
        tag(project, article, quote)
    project.execute(ToggleReviewed(article.id, (span_of("Engineers left."),)))
    plan = planned(project, article, "An update.\n" + TEXT.replace("seepage", "much seepage"))
    assert plan.counts["unchanged"] == 3
    assert len(plan.moves) == 1
    assert plan.marks == {}


@pytest.mark.parametrize(
    ("old", "new", "survives"),
    [
        ("🚰", "🚰 old", True),
        ("Engineers left.", "Engineers left. They ran.", True),
        ("Engineers left", "All engineers left", False),
        ("Engineers left.", "Engineers left, they say.", False),
        ("Engineers left.", "", False),
    ],
)
def test_a_mark_outlives_what_leaves_its_sentence_as_it_is(project, article, old, new, survives):
    project.execute(ToggleReviewed(article.id, (span_of("Engineers left."),)))
    text = TEXT.replace(old, new)
    changes = revised(project, article, text)
    ((_, mark),) = changes.of(ReviewedMark)
    assert (mark is not None) == survives
    assert not survives or text[mark.span.start : mark.span.end] == "Engineers left."
    assert project.check() == []


def test_a_cue_goes_along_and_its_record_says_what_it_says_now(project, article):
    highlight = tag(project, article, "dam was safe")
    project.execute(SetCue(highlight.id, span_of("The ministry said")))
    text = TEXT.replace("The ministry said", "Today the ministry said")
    revised(project, article, text)
    (now,) = project.queries.highlights(article.id)
    said = project.queries.claim(now.claim_id).cue
    assert now.cue is not None
    assert said == text[now.cue.start : now.cue.end]
    revised(project, article, text.replace("Today the ministry said", "Built in 1960,"))
    (now,) = project.queries.highlights(article.id)
    assert (now.cue, project.queries.claim(now.claim_id).cue) == (None, said)
    assert project.check() == []


def test_what_a_copy_says_of_its_article_is_taken_and_a_file_name_is_not(project, article):
    revised(project, article, TEXT + " More.", title="The dam broke", url="https://example.org/dam")
    revised(project, article, TEXT + " And more.", title="News 01", name="news-01.txt")
    now = project.find_article(article.id)
    assert (now.title, now.url) == ("The dam broke", "https://example.org/dam")


def test_the_same_text_again_is_no_revision(project, article):
    assert planned(project, article, TEXT).same_text
    assert revised(project, article, TEXT).sequence == 0
    assert [one.number for one in project.queries.revisions(article.id)] == [1]


def test_a_span_that_lost_its_text_before_stays_between_the_others(project, article):
    spans = (span_of("The ministry"), span_of("Engineers"), span_of("Aid groups"))
    project.execute(AddHighlight(article.id, spans, "official_claim"))
    editing = project.edit_text(project.open_article(article.id))
    editing.replace(spans[1], "")
    editing.finish()
    before = next(project.queries.highlights(article.id))
    text = project.queries.outline(article.id).revision.text.replace("🚰 dam", "old dam")
    plan = planned(project, project.find_article(article.id), text)
    assert plan.counts["unchanged"] == 1
    revised(project, project.find_article(article.id), text)
    (after,) = project.queries.highlights(article.id)
    assert after.quote == before.quote
    assert [len(span) for span in after.spans] == [len(span) for span in before.spans]


def test_words_an_edit_had_taken_come_back_with_a_copy_that_has_them(project, article):
    highlight = tag(project, article, "Aid groups warned of shortages.")
    editing = project.edit_text(project.open_article(article.id))
    editing.replace(highlight.spans[0], "")
    editing.finish()
    revised(project, project.find_article(article.id), TEXT)
    (now,) = project.queries.highlights(article.id)
    assert (now.spans, now.quote) == (highlight.spans, highlight.quote)
    assert project.queries.changed_highlights(article.id) == []


def test_sentences_that_a_reviewer_joined_stay_joined(project, article):
    opened = project.open_article(article.id)
    project.execute(join_sentences(opened, range(2), project.surroundings))
    joined = project.queries.outline(article.id).revision.sentence_ends
    for text in ("An update.\n" + TEXT, "An update.\n" + TEXT.replace("🚰 dam", "old dam")):
        revised(project, project.find_article(article.id), text)
        ends = project.queries.outline(article.id).revision.sentence_ends
        assert [len(one) for one in ends[1:]] == [len(one) for one in joined]


def test_planning_can_be_stopped_and_writes_nothing(project, article):
    tag(project, article, SAFE)
    with pytest.raises(StoppedError):
        plan_revision(
            project.queries,
            article,
            prepared=copy_of("Another.", project),
            surroundings=project.surroundings,
            watch=Watch(cancelled=lambda: True),
        )
    assert project.queries.revisions(article.id)[-1].number == 1


def written(project, article, highlights):
    """Return what revising three sentences among many highlights writes."""
    text = project.queries.outline(article.id).revision.text
    places = range(0, len(text) - 40, len(text) // highlights)
    spans = tuple(Span(place, place + 8) for place in places)
    project.execute(TagSpans(article.id, spans, "official_claim"))
    newer = text
    for number in (30, 100, 200):
        newer = newer.replace(f"number {number} is", f"number {number} was")
    plan = planned(project, article, newer)
    with sent(project._store) as statements:
        changes = project.execute(ReviseArticle(plan))
    assert len(changes.alterations) == len(plan.moves) + 2
    assert project.check() == []
    verbs = ("INSERT", "UPDATE", "DELETE")
    return len(plan.moves), len([one for one in statements if one.startswith(verbs)])


def test_what_is_written_grows_with_what_moved_alone(project):
    text = "\n".join(f"Sentence number {number} is here." for number in range(300))
    few, many = (
        written(project, added(project, f"{text}\n{count}"), count) for count in (100, 1_000)
    )
    assert few[0] <= 6
    assert many[0] <= 15
    assert many[1] <= few[1] + 2
