from __future__ import annotations

import pytest
from tests.service.dam_text import TEXT, span_of

from annotator.core.records import ClaimRecord, Evidence, Highlight
from annotator.core.request_errors import EmptySpanError, NotFoundError, OutsideTextError
from annotator.core.span import Span
from annotator.service.claim_commands import SetCue, SetEvidence, ShareClaim, UnshareClaim
from annotator.service.commands import AddHighlight, DescribeClaim, RemoveHighlights

CUE = span_of("The ministry said")


@pytest.fixture
def tagged(project, article_id):
    """The ids of three highlights."""
    quotes = ("the 🚰 dam was safe", "seepage to double", "Aid groups")
    spans = [span_of(quote) for quote in quotes]
    changes = [
        project.execute(AddHighlight(article_id, (span,), "official_claim")) for span in spans
    ]
    return [next(after.id for _, after in one.of(Highlight)) for one in changes]


def highlight(project, highlight_id):
    return project.queries.highlight_by_id(highlight_id)


def claim(project, highlight_id):
    claim_id = highlight(project, highlight_id).claim_id
    return project.queries.claim(claim_id) if claim_id else None


def test_a_cue_is_a_place_with_its_words_in_the_record(project, tagged):
    changes = project.execute(SetCue(tagged[0], CUE))
    assert highlight(project, tagged[0]).cue == CUE
    assert claim(project, tagged[0]).cue == "The ministry said"
    assert next(after for _, after in changes.of(Highlight)).cue == CUE
    project.execute(SetCue(tagged[0], None))
    assert (highlight(project, tagged[0]).cue, claim(project, tagged[0]).cue) == (None, "")
    project.undo()
    assert highlight(project, tagged[0]).cue == CUE
    project.undo()
    assert (highlight(project, tagged[0]).cue, claim(project, tagged[0])) == (None, None)
    assert project.check() == []


def test_a_cue_without_a_character_or_outside_of_the_text_is_refused(project, tagged):
    with pytest.raises(EmptySpanError):
        project.execute(SetCue(tagged[0], Span(3, 3)))
    with pytest.raises(OutsideTextError):
        project.execute(SetCue(tagged[0], Span(3, len(TEXT) + 1)))


def edit(project, article_id, span, text):
    editing = project.edit_text(project.open_article(article_id))
    editing.replace(span, text)
    editing.finish()


def test_a_cue_follows_the_text_even_where_its_highlight_stays(project, article_id, tagged):
    project.execute(SetCue(tagged[1], CUE))  # in another paragraph than the highlight
    edit(project, article_id, Span(0, 0), "Today\n")
    assert highlight(project, tagged[1]).cue == Span(CUE.start + 6, CUE.end + 6)
    edit(project, article_id, Span(10, 18), "state")
    after = highlight(project, tagged[1])
    text = project.queries.content(article_id).revision.text
    assert text[after.cue.start : after.cue.end] == "The state said"
    assert claim(project, tagged[1]).cue == "The state said"
    assert project.check() == []
    project.undo()
    assert claim(project, tagged[1]).cue == "The ministry said"
    project.undo()
    assert highlight(project, tagged[1]).cue == CUE


def test_a_cue_whose_words_are_gone_is_gone_and_words_of_ones_own_stay(project, article_id, tagged):
    for one in tagged[:2]:
        project.execute(SetCue(one, CUE))
    project.execute(DescribeClaim(tagged[1], (("cue", "it was said"),)))
    edit(project, article_id, CUE, "")
    assert [highlight(project, one).cue for one in tagged[:2]] == [None, None]
    assert [claim(project, one).cue for one in tagged[:2]] == ["", "it was said"]
    assert project.check() == []


def test_evidence_is_set_as_a_whole(project, tagged):
    evidence = (Evidence(url="https://example.org/a", stance="refutes"), Evidence(title="B"))
    project.execute(SetEvidence(tagged[0], evidence))
    project.execute(SetEvidence(tagged[0], evidence[::-1]))
    assert claim(project, tagged[0]).evidence == evidence[::-1]
    project.undo()
    assert claim(project, tagged[0]).evidence == evidence


def test_values_from_elsewhere_are_kept_as_they_are(project, tagged):
    project.execute(DescribeClaim(tagged[0], (("form", "song"), ("status", "☂"))))
    assert (claim(project, tagged[0]).form, claim(project, tagged[0]).status) == ("song", "☂")


def test_highlights_share_a_record_until_one_wants_its_own(project, tagged):
    one, two, three = tagged
    project.execute(DescribeClaim(one, (("speaker", "Ada"),)))
    project.execute(DescribeClaim(two, (("speaker", "Bo"),)))
    lost = highlight(project, two).claim_id
    project.execute(ShareClaim(two, one))
    project.execute(ShareClaim(one, three))  # three has none: it gets that of one
    shared = highlight(project, one).claim_id
    assert {highlight(project, key).claim_id for key in tagged} == {shared}
    assert [found.id for found in project.queries.sharing(shared)] == tagged
    with pytest.raises(NotFoundError):
        project.queries.claim(lost)
    project.execute(UnshareClaim(two))
    project.execute(DescribeClaim(two, (("speaker", "Cy"),)))
    assert [claim(project, key).speaker for key in tagged] == ["Ada", "Cy", "Ada"]
    for _ in range(4):
        project.undo()
    assert claim(project, two).speaker == "Bo"
    assert project.check() == []


def test_what_nobody_shares_need_not_be_unshared(project, tagged):
    project.execute(DescribeClaim(tagged[0], (("speaker", "Ada"),)))
    before = project.queries.history()
    for one in tagged[:2]:
        project.execute(UnshareClaim(one))
    assert project.queries.history() == before


def test_two_highlights_without_a_record_get_one_for_both(project, tagged):
    changes = project.execute(ShareClaim(tagged[0], tagged[1]))
    ((before, after),) = changes.of(ClaimRecord)
    assert before is None
    assert {highlight(project, one).claim_id for one in tagged[:2]} == {after.id}


def test_a_record_goes_with_the_last_highlight_that_has_it(project, tagged):
    one, two, _ = tagged
    project.execute(DescribeClaim(one, (("speaker", "Ada"),)))
    project.execute(ShareClaim(two, one))
    claim_id = highlight(project, one).claim_id
    project.execute(RemoveHighlights((one,)))
    assert project.queries.claim(claim_id).speaker == "Ada"
    project.execute(RemoveHighlights((two,)))
    assert project.queries.speakers() == []
    with pytest.raises(NotFoundError):
        project.queries.claim(claim_id)
    project.undo()
    assert claim(project, two).speaker == "Ada"
    assert project.check() == []


def test_speakers_are_told_most_frequent_first(project, tagged):
    for one, speaker in zip(tagged, ("Émile Zola", "Ada", "Ada"), strict=True):
        project.execute(DescribeClaim(one, (("speaker", speaker),)))
    assert project.queries.speakers() == ["Ada", "Émile Zola"]
    assert project.queries.speakers(limit=1) == ["Ada"]
    for beginning in ("em", "ÉMILE z", "zol"):
        assert project.queries.speakers(beginning) == ["Émile Zola"]
    assert project.queries.speakers("la") == []
    project.execute(DescribeClaim(tagged[1], (("speaker", "Bo"),)))
    project.execute(DescribeClaim(tagged[2], (("speaker", ""),)))
    assert project.queries.speakers() == ["Bo", "Émile Zola"]
    assert project.check() == []
