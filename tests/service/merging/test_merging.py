"""Merging: what comes is taken, what both altered is kept, and all come to the same."""

from dataclasses import replace

import pytest
from tests.service.dam_text import TEXT, add_text
from tests.service.merging.team import Member, level

from annotator.core.span import Span
from annotator.core.team_errors import MergeOutdatedError, MuchDeletedError
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.bundle.pseudonyms import pseudonyms
from annotator.service.codebook_commands import AddLabel, ChangeLabel, RemoveLabel
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    MoveHighlight,
    RelabelHighlight,
    RemoveArticle,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.service.merging.teamwork import arrived, merge

CLAIM, OPINION, CONCERN = "official_claim", "analyst_opinion", "humanitarian_concern"


@pytest.fixture
def member(tmp_path, new_project, monkeypatch):
    """Make members of a team."""
    made = []

    def make(name):
        made.append(Member(name, tmp_path, new_project, monkeypatch))
        return made[-1]

    yield make
    for one in made:
        assert one.project.check() == []
        one.project.close()


@pytest.fixture
def team(member):
    """Two members who know the same article with one highlight."""
    ann, bob = member("ann"), member("bob")
    article = add_text(ann.project)
    ann.project.execute(AddHighlight(article, (SPAN,), CLAIM))
    bob.take(ann.send())
    return ann, bob


SPAN = Span(0, 12)
QUOTE = TEXT[:12]


def only(found):
    (one,) = found.highlights
    return one


def test_what_was_sent_is_taken_with_its_author_and_twice_alters_nothing(member):
    ann, bob = member("ann"), member("bob")
    article = add_text(ann.project)
    ann.project.execute(AddHighlight(article, (SPAN,), CLAIM))
    ann.project.execute(ToggleReviewed(article, (SPAN,)))
    ann.project.execute(DescribeClaim(only(ann).id, (("speaker", "The ministry"),)))
    path = ann.send()
    assert bob.take(path) == {"articles": 1, "added": 1}
    assert only(bob).reviewer_id == ann.project.reviewer.id != bob.project.reviewer.id
    before = bob.project.queries.newest()
    assert bob.take(path) == {"articles": 0, "already_there": 1}
    assert bob.project.queries.newest() == before
    ann.take(bob.send())
    assert bob.content == ann.content


def test_a_merge_is_one_step_and_undone_it_never_was(team, member):
    ann, bob = team
    before = bob.content
    ann.project.execute(RemoveHighlights((only(ann).id,)))
    ann.project.execute(AddHighlight(ann.articles[0].id, (Span(3, 9),), OPINION))
    path = ann.send()
    assert bob.take(path, may_delete=True) == {"articles": 0, "added": 1, "deleted": 1}
    merged = bob.content
    bob.project.undo()
    assert bob.content == before
    bob.project.redo()
    assert bob.content == merged
    bob.project.undo()
    assert bob.take(path, may_delete=True) == {"articles": 0, "added": 1, "deleted": 1}
    assert bob.content == merged


def test_changes_since_the_last_bundle_are_enough(team):
    ann, bob = team
    bob.take(ann.send())
    ann.project.execute(AddHighlight(ann.articles[0].id, (Span(3, 9),), OPINION))
    path = ann.send(Scope.CHANGES)
    assert ann.report.counts["annotations"] == 1
    assert bob.take(path) == {"articles": 0, "added": 1}
    assert ann.take(bob.send()) == {"articles": 0, "already_there": 2}
    assert ann.content == bob.content


@pytest.mark.parametrize("choice", ["ours", "theirs", "both"])
def test_two_labels_for_one_highlight_wait_and_what_is_settled_travels(team, choice):
    ann, bob = team
    ann.project.execute(RelabelHighlight(only(ann).id, OPINION))
    bob.project.execute(RelabelHighlight(only(bob).id, CONCERN))
    assert bob.take(ann.send()) == {"articles": 0, "conflicts": 1}
    assert bob.quotes == [(QUOTE, CONCERN)]
    (found,) = bob.conflicts
    told = [(one.field, one.ours_told, one.theirs_told) for one in found.disputes]
    assert told == [("label", "Humanitarian concern", ("Analyst opinion",))]
    assert found.disputes[0].ancestor == ann.project.queries.codebook().label(CLAIM).id
    bob.settle(choice)
    assert bob.conflicts == []
    ann.take(bob.send())
    labels = {"ours": [CONCERN], "theirs": [OPINION], "both": [CONCERN, OPINION]}[choice]
    assert sorted(label for _, label in ann.quotes) == sorted(labels)
    assert ann.conflicts == []
    assert ann.content == bob.content


def test_a_settlement_is_undone_and_waits_again(team):
    ann, bob = team
    ann.project.execute(RelabelHighlight(only(ann).id, OPINION))
    bob.project.execute(RelabelHighlight(only(bob).id, CONCERN))
    bob.take(ann.send())
    before = bob.content
    bob.settle("theirs")
    bob.project.undo()
    assert bob.content == before
    assert len(bob.conflicts) == 1


def test_what_each_altered_of_another_kind_comes_together(team):
    ann, bob = team
    ann.project.execute(RelabelHighlight(only(ann).id, OPINION))
    bob.project.execute(MoveHighlight(only(bob).id, (Span(0, 7),)))
    level(ann, bob)
    assert ann.quotes == bob.quotes == [(TEXT[:7], OPINION)]
    assert ann.content == bob.content


@pytest.mark.parametrize(("choice", "left"), [("ours", 0), ("theirs", 1)])
def test_a_deletion_against_a_change_waits(team, choice, left):
    ann, bob = team
    ann.project.execute(RemoveHighlights((only(ann).id,)))
    bob.project.execute(RelabelHighlight(only(bob).id, CONCERN))
    ann.take(bob.send())
    assert ann.quotes == [(QUOTE, CONCERN)]
    ((dispute,),) = (one.disputes for one in ann.conflicts)
    assert (dispute.ours_told, dispute.theirs_told) == ("removed", ("kept",))
    ann.settle(choice)
    level(ann, bob)
    assert (len(ann.quotes), ann.conflicts) == (left, [])
    assert ann.content == bob.content


def test_more_than_a_tenth_deleted_asks_again(team):
    ann, bob = team
    ann.project.execute(RemoveHighlights((only(ann).id,)))
    path = ann.send()
    with pytest.raises(MuchDeletedError):
        bob.take(path)
    assert len(bob.quotes) == 1


def test_projects_that_began_apart_come_to_the_same(member):
    ann, bob = member("ann"), member("bob")
    for one, label in ((ann, CLAIM), (bob, OPINION)):
        article = add_text(one.project)
        one.project.execute(AddHighlight(article, (SPAN,), label))
    level(ann, bob)
    assert [len(one.articles) for one in (ann, bob)] == [1, 1]
    assert sorted(ann.quotes) == sorted(bob.quotes) == [(QUOTE, OPINION), (QUOTE, CLAIM)]
    assert ann.content == bob.content
    assert ann.take(bob.send()) == {"articles": 0, "already_there": 2}


def test_labels_of_one_key_and_definition_become_one(member):
    ann, bob = member("ann"), member("bob")
    for one in (ann, bob):
        label = one.project.queries.codebook().labels[0]
        new_id = one.project.surroundings.new_id()
        rumor = replace(label, id=new_id, key="rumor", name="Rumor", letter="R", shortcut="9")
        one.project.execute(AddLabel(rumor))
        article = add_text(one.project)
        one.project.execute(AddHighlight(article, (SPAN,), "rumor"))
    level(ann, bob)
    keys = [[one.key for one in each.project.queries.codebook().labels] for each in (ann, bob)]
    assert [one.count("rumor") for one in keys] == [1, 1]
    assert ann.content == bob.content


def test_a_text_edited_here_carries_what_was_marked_there(team):
    ann, bob = team
    ann.edit_text(Span(0, 0), "Yesterday. ")
    bob.project.execute(AddHighlight(bob.articles[0].id, (Span(4, 20),), OPINION))
    bob.project.execute(MoveHighlight(only_of(bob, CLAIM).id, (Span(0, 7),)))
    bob.take(ann.send())
    assert sorted(bob.quotes) == sorted([(TEXT[:7], CLAIM), (TEXT[4:20], OPINION)])
    level(ann, bob)
    assert ann.quotes == bob.quotes
    assert ann.content == bob.content


def only_of(one, label):
    key = one.project.queries.codebook().label(label).id
    return next(each for each in one.highlights if each.label_id == key)


def test_two_texts_of_one_article_wait_to_be_settled(team):
    ann, bob = team
    ann.edit_text(Span(0, 0), "Yesterday. ")
    bob.edit_text(Span(len(TEXT), len(TEXT)), " The end.")
    bob.take(ann.send())
    assert [one.kind for one in bob.conflicts] == ["article"]
    assert bob.quotes == [(QUOTE, CLAIM)]
    bob.settle("theirs")
    assert bob.quotes == [(QUOTE, CLAIM)]
    level(ann, bob)
    assert ann.quotes == bob.quotes == [(QUOTE, CLAIM)]
    assert ann.content == bob.content


def test_a_removed_article_stays_where_somebody_marked_it_meanwhile(team):
    ann, bob = team
    ann.project.execute(RemoveArticle(ann.articles[0].id))
    bob.project.execute(AddHighlight(bob.articles[0].id, (Span(4, 20),), OPINION))
    path = bob.send()
    bob.take(ann.send(), may_delete=True)
    ann.take(path)
    for one in (ann, bob):
        assert [each.kind for each in one.conflicts] == ["article"]
        assert len(one.articles) == 1
    level(ann, bob)
    assert ann.content == bob.content


def test_a_removed_label_stays_where_somebody_used_it_meanwhile(team):
    ann, bob = team
    unused = ann.project.queries.codebook().label(CONCERN)
    ann.project.execute(RemoveLabel(unused.id))
    bob.project.execute(AddHighlight(bob.articles[0].id, (Span(4, 20),), CONCERN))
    path = bob.send()
    bob.take(ann.send())
    ann.take(path)
    level(ann, bob)
    assert ann.quotes == bob.quotes
    assert [one.kind for one in ann.conflicts] == ["label"]
    assert ann.content == bob.content


def test_a_renamed_label_is_renamed_everywhere(team):
    ann, bob = team
    label = ann.project.queries.codebook().label(CLAIM)
    ann.project.execute(ChangeLabel(label.id, (("name", "Claim by an office"),)))
    bob.take(ann.send(Scope.CHANGES))
    assert bob.project.queries.codebook().label(CLAIM).name == "Claim by an office"
    ann.take(bob.send())
    assert ann.content == bob.content


def test_without_texts_quotes_find_their_places_and_strangers_are_told(team, member):
    ann, bob = team
    carl = member("carl")
    ann.project.execute(AddHighlight(ann.articles[0].id, (Span(4, 20),), OPINION))
    path = ann.send(options=BundleOptions(quotes_only=True))
    assert bob.take(path) == {"articles": 0, "added": 1, "already_there": 1}
    assert carl.take(path) == {"articles": 0, "not_placed": 2}


def test_a_project_that_went_on_since_the_preview_is_not_written_to(team):
    ann, bob = team
    ann.project.execute(RelabelHighlight(only(ann).id, OPINION))
    with arrived(bob.project.queries, ann.send()) as arrival:
        bob.project.execute(RelabelHighlight(only(bob).id, CONCERN))
        with pytest.raises(MergeOutdatedError):
            merge(bob.project, arrival)
    assert bob.quotes == [(QUOTE, CONCERN)]


def test_a_highlight_moved_after_the_text_was_edited_elsewhere_is_moved_everywhere(team):
    ann, bob = team
    ann.edit_text(Span(len(TEXT), len(TEXT)), " The end.")
    bob.take(ann.send())
    ann.project.execute(MoveHighlight(only(ann).id, (Span(0, 7),)))
    bob.take(ann.send(Scope.CHANGES))
    assert bob.quotes == [(TEXT[:7], CLAIM)]
    ann.take(bob.send())
    assert ann.content == bob.content


def test_only_a_pseudonym_is_known_until_the_name_comes(member):
    ann, bob = member("ann"), member("bob")
    add_text(ann.project)
    ann.project.execute(AddHighlight(ann.articles[0].id, (SPAN,), CLAIM))
    bob.take(ann.send(options=BundleOptions(pseudonyms=True)))
    told = {one.reviewer.id: one for one in bob.project.queries.people()}
    found, (name,) = told[ann.project.reviewer.id], pseudonyms([ann.project.reviewer.id]).values()
    assert (found.reviewer.name, found.renamed) == (name, -1)
    ann.take(bob.send())
    bob.take(ann.send())
    names = {one.reviewer.id: one.reviewer.name for one in bob.project.queries.people()}
    assert names[ann.project.reviewer.id] == ann.project.reviewer.name


@pytest.mark.parametrize("how", ["comes", "follows", "is settled"])
def test_what_a_merge_puts_on_other_words_is_to_be_reviewed_again(team, how):
    ann, bob = team
    at = TEXT.index("Engineers")
    place, words = Span(at, at + 23), TEXT[at : at + 23]

    def mark(one):
        one.project.execute(AddHighlight(one.articles[0].id, (place,), OPINION))

    if how != "comes":
        mark(bob)
    ann.edit_text(Span(at + 4, at + 4), "(7)")
    if how == "is settled":
        bob.edit_text(Span(0, 0), "X")
    if how == "comes":
        mark(bob)
        other = ann
        ann.take(bob.send())
    else:
        other = bob
        bob.take(ann.send())
    if how == "is settled":
        assert changed(bob) == []
        bob.settle("theirs")
    (one,) = changed(other)
    assert (one.was, one.highlight.quote) == (words, words[:4] + "(7)" + words[4:])
    other.project.execute(RelabelHighlight(one.highlight.id, CONCERN))
    assert changed(other) == []
    other.project.undo()
    assert len(changed(other)) == 1
    level(ann, bob)
    assert ann.content == bob.content


def changed(member):
    return member.project.queries.changed_highlights(member.articles[0].id)
