from __future__ import annotations

from dataclasses import replace

import pytest
from tests.service.dam_text import add_text, span_of

from annotator.core import codebook_errors as errors
from annotator.core.codebook_rules import MEANING
from annotator.core.records import Guideline, Highlight, Label
from annotator.core.request_errors import NotFoundError, UnknownLabelError
from annotator.service.codebook_commands import (
    AddLabel,
    ChangeLabel,
    ConfirmUnderGuideline,
    ImportCodebook,
    MergeLabels,
    RemoveLabel,
    ReorderLabels,
    RestoreLabel,
    SetGuideline,
    SetVerdicts,
)
from annotator.service.commands import (
    AddHighlight,
    KeepHighlights,
    RelabelHighlight,
    RemoveArticle,
    RemoveHighlights,
    ToggleHighlight,
)

FRESH = Label("", "", "Official rumor", "", "#123456", "#abcdef", "wavy")


def label(project, key):
    return project.queries.codebook().label(key)


def tag(project, article_id, quote, key):
    changes = project.execute(AddHighlight(article_id, (span_of(quote),), key))
    return next(after for _, after in changes.of(Highlight))


def outdated(project):
    return [one.quote for one in project.queries.outdated()]


def test_a_label_made_from_a_name_stands_last_and_can_be_used(project, article_id):
    project.execute(AddLabel(FRESH))
    fresh = project.queries.codebook().labels[-1]
    assert (fresh.key, fresh.letter, fresh.shortcut) == ("official_rumor", "F", "")
    tag(project, article_id, "Engineers", "official_rumor")
    assert outdated(project) == []
    project.undo()
    project.undo()
    assert project.check() == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": ""}, errors.EmptyLabelNameError),
        ({"key": "official_claim"}, errors.DuplicateLabelKeyError),
        ({"shortcut": "1"}, errors.DuplicateShortcutError),
        ({"letter": "o"}, errors.DuplicateLetterError),
    ],
)
def test_a_label_that_cannot_be_is_refused_and_nothing_is_written(project, wrong, error):
    before = project.path.read_bytes()
    with pytest.raises(error):
        project.execute(AddLabel(replace(FRESH, **wrong)))
    assert project.path.read_bytes() == before


@pytest.mark.parametrize("name", MEANING)
def test_a_change_of_meaning_makes_what_was_tagged_older(project, article_id, name):
    tag(project, article_id, "Engineers", "analyst_opinion")
    before = label(project, "analyst_opinion")
    values = {"definition": "New", "parent_id": label(project, "official_claim").id}
    value = values.get(name, ["note"])
    project.execute(ChangeLabel(before.id, ((name, value),)))
    after = label(project, "analyst_opinion")
    assert after.revised == project.queries.codebook().revision == 2
    assert outdated(project) == ["Engineers"]
    tag(project, article_id, "Aid groups", "analyst_opinion")
    assert project.queries.outdated_counts()[before.id] == 1
    assert list(project.queries.outdated(label(project, "official_claim").id)) == []
    project.undo()
    project.undo()
    assert (label(project, "analyst_opinion"), outdated(project)) == (before, [])


def test_another_look_makes_nothing_older(project, article_id):
    tag(project, article_id, "Engineers", "analyst_opinion")
    before = label(project, "analyst_opinion")
    looks = (("color_light", "#000000"), ("letter", "Z"), ("shortcut", "9"), ("key", "opinion"))
    called = (("name", "Expert view"), ("fields", ("note",)))
    project.execute(ChangeLabel(before.id, (*looks, *called)))
    assert (label(project, "opinion").letter, outdated(project)) == ("Z", [])


@pytest.mark.parametrize("kept", [KeepHighlights, ConfirmUnderGuideline])
def test_what_is_confirmed_is_of_the_present_guideline(project, article_id, kept):
    one = tag(project, article_id, "Engineers", "analyst_opinion")
    project.execute(ChangeLabel(one.label_id, (("definition", "New"),)))
    changes = project.execute(kept((one.id,)))
    assert outdated(project) == []
    (after,) = (after for _, after in changes.of(Highlight))
    assert (after.modified == one.modified) == (kept is ConfirmUnderGuideline)
    project.undo()
    assert outdated(project) == ["Engineers"]


def test_relabelling_with_the_same_label_confirms_it(project, article_id):
    one = tag(project, article_id, "Engineers", "analyst_opinion")
    project.execute(ChangeLabel(one.label_id, (("definition", "New"),)))
    project.execute(RelabelHighlight(one.id, "analyst_opinion"))
    assert outdated(project) == []


@pytest.mark.parametrize(
    ("field", "error"),
    [
        (("revised", 3), errors.UnknownLabelFieldError),
        (("archived", True), errors.UnknownLabelFieldError),
        (("name", 3), errors.BadLabelValueError),
        (("tests", "one"), errors.BadLabelValueError),
        (("tests", [1]), errors.BadLabelValueError),
        (("color_dark", "red"), errors.BadColorError),
    ],
)
def test_what_cannot_be_changed_so_is_refused(project, field, error):
    with pytest.raises(error):
        project.execute(ChangeLabel(label(project, "official_claim").id, (field,)))


def test_an_unknown_label_is_not_found(project):
    with pytest.raises(NotFoundError):
        project.execute(ChangeLabel("none", ()))


def test_labels_stand_in_the_order_that_was_asked_for(project):
    ids = [one.id for one in project.queries.codebook().labels]
    project.execute(ReorderLabels(tuple(reversed(ids))))
    assert [one.id for one in project.queries.codebook().labels] == ids[::-1]
    with pytest.raises(errors.WrongOrderError):
        project.execute(ReorderLabels(tuple(ids[:2])))


def test_merging_keeps_every_highlight_in_the_trash_as_well(project, article_id):
    other = add_text(project, "Nobody replied. Engineers left.", "Other")
    kept = [tag(project, article_id, quote, "analyst_opinion") for quote in ("Engineers", "Dr.")]
    tag(project, article_id, "Aid groups", "official_claim")
    span = (span_of("Nobody", "Nobody"),)
    project.execute(AddHighlight(other, span, "analyst_opinion"))
    project.execute(RemoveArticle(other))
    into, merged = label(project, "official_claim"), label(project, "analyst_opinion")
    project.execute(MergeLabels(merged.id, into.id))
    found = list(project.queries.highlights())
    assert {one.id for one in kept} < {one.id for one in found}
    assert {one.label_id for one in found} == {into.id}
    assert label(project, "analyst_opinion").archived
    assert project.queries.label_uses() == {
        into.id: 4, merged.id: 0, label(project, "humanitarian_concern").id: 0
    }  # fmt: skip
    assert sorted(outdated(project)) == ["Dr.", "Engineers"]
    assert project.check() == []
    project.undo()
    assert outdated(project) == []
    assert [one for one in project.queries.highlights() if one.label_id == merged.id] == kept
    assert not label(project, "analyst_opinion").archived


def test_merging_leaves_what_was_older_under_the_other_label_as_it_was(project, article_id):
    older = tag(project, article_id, "Engineers", "official_claim")
    project.execute(ChangeLabel(older.label_id, (("definition", "New"),)))
    tag(project, article_id, "Aid groups", "official_claim")
    merged = label(project, "analyst_opinion")
    project.execute(MergeLabels(merged.id, older.label_id))
    assert outdated(project) == ["Engineers"]
    project.execute(RestoreLabel(merged.id))
    tag(project, article_id, "Dr.", "analyst_opinion")
    project.execute(MergeLabels(merged.id, older.label_id))
    assert sorted(outdated(project)) == ["Dr.", "Engineers"]


def test_twins_that_merging_made_go_one_at_a_time(project, article_id):
    first = tag(project, article_id, "Engineers", "official_claim")
    second = tag(project, article_id, "Engineers", "analyst_opinion")
    third = tag(project, article_id, "Engineers", "humanitarian_concern")
    for one in (second, third):
        project.execute(MergeLabels(one.label_id, first.label_id))
    toggle = ToggleHighlight(article_id, first.spans[0], "official_claim")
    project.execute(replace(toggle, highlight_id=second.id))
    assert {one.id for one in project.queries.highlights()} == {first.id, third.id}
    project.execute(toggle)
    assert [one.id for one in project.queries.highlights()] == [first.id]
    project.execute(toggle)
    assert list(project.queries.highlights()) == []


def test_another_text_of_the_guideline_makes_all_that_was_tagged_older(project, article_id):
    tag(project, article_id, "Engineers", "official_claim")
    project.execute(SetVerdicts(("sound",)))
    assert outdated(project) == []
    project.execute(SetGuideline("Mark whole sentences."))
    assert outdated(project) == ["Engineers"]
    tag(project, article_id, "Dr.", "analyst_opinion")
    assert sum(project.queries.outdated_counts().values()) == 1
    project.undo()
    project.undo()
    assert outdated(project) == []
    project.redo()
    assert outdated(project) == ["Engineers"]


def test_a_label_is_not_merged_into_itself(project):
    one = label(project, "official_claim")
    with pytest.raises(errors.MergeWithItselfError):
        project.execute(MergeLabels(one.id, one.id))


def test_labels_under_a_merged_one_come_under_the_other(project):
    one, two = label(project, "official_claim"), label(project, "analyst_opinion")
    project.execute(ChangeLabel(two.id, (("parent_id", one.id),)))
    project.execute(AddLabel(replace(FRESH, parent_id=one.id)))
    project.execute(MergeLabels(one.id, two.id))
    assert label(project, "analyst_opinion").parent_id is None
    assert label(project, "official_rumor").parent_id == two.id


def test_a_label_never_used_is_erased_and_a_used_one_put_aside(project, article_id):
    unused, used = label(project, "humanitarian_concern"), label(project, "official_claim")
    one = tag(project, article_id, "Engineers", "official_claim")
    project.execute(RemoveHighlights((one.id,)))
    project.execute(RemoveLabel(unused.id))
    project.execute(RemoveLabel(used.id))
    assert [one.key for one in project.queries.codebook().labels if one.archived] == [used.key]
    assert label(project, unused.key) is None
    with pytest.raises(UnknownLabelError):
        tag(project, article_id, "Engineers", "official_claim")
    project.undo()
    project.undo()
    assert label(project, unused.key) == unused
    assert project.check() == []


def test_a_label_taken_up_again_yields_what_others_took_meanwhile(project, article_id):
    tag(project, article_id, "Engineers", "official_claim")
    old = label(project, "official_claim")
    project.execute(RemoveLabel(old.id))
    project.execute(AddLabel(replace(FRESH, letter="O", shortcut="1")))
    project.execute(RestoreLabel(old.id))
    again = label(project, "official_claim")
    assert (again.archived, again.shortcut, again.letter) == (False, "", "F")


def test_the_guideline_is_versioned_and_can_be_undone(project):
    before = project.queries.codebook()
    changes = project.execute(SetGuideline("Mark it all."))
    ((old, new),) = changes.of(Guideline)
    assert (old.text, new.text) == (before.guideline, "Mark it all.")
    project.execute(SetVerdicts(("Right", "Wrong")))
    after = project.queries.codebook()
    assert (after.guideline, after.verdicts, after.revision) == (
        "Mark it all.", ("Right", "Wrong"), before.revision + 2
    )  # fmt: skip
    project.undo()
    project.undo()
    again = project.queries.codebook()
    assert (again.guideline, again.verdicts) == (before.guideline, before.verdicts)
    assert project.check() == []


def test_bad_verdicts_are_refused(project):
    with pytest.raises(errors.DuplicateVerdictError):
        project.execute(SetVerdicts(("True", "true")))
    with pytest.raises(errors.UnwritableTextError):
        project.execute(SetGuideline("\ud800"))


def test_an_import_is_one_step_and_erases_nothing(project, article_id):
    tag(project, article_id, "Engineers", "official_claim")
    ours = project.queries.codebook()
    theirs = replace(
        ours,
        guideline="Theirs.",
        verdicts=("Sound",),
        labels=(
            replace(FRESH, id="01936f2c-5b00-7a41-9c1e-6f0a7d3e8bff", key="rumor", letter="O"),
            replace(ours.labels[0], definition="Theirs."),
        ),
    )
    project.execute(ImportCodebook(theirs))
    after = project.queries.codebook()
    assert [one.key for one in after.labels] == [
        "rumor", "official_claim", "analyst_opinion", "humanitarian_concern"
    ]  # fmt: skip
    assert after.verdicts == ("Sound", *ours.verdicts)
    assert (after.guideline, outdated(project)) == ("Theirs.", ["Engineers"])
    project.undo()
    assert replace(project.queries.codebook(), revision=ours.revision) == ours
    assert project.check() == []
