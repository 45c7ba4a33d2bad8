from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import bootstrap
from annotator.core.claim_fields import ALL_FIELDS
from annotator.core.records import Evidence
from annotator.core.span import Span
from annotator.service.claim_commands import ShareClaim
from annotator.service.codebook_commands import ChangeLabel, SetGuideline
from annotator.service.commands import AddHighlight, DescribeClaim, RemoveHighlights


@pytest.fixture
def form(window):
    return window.inspector.record


@pytest.fixture
def tagged(hands, project):
    """The second sentence tagged as an official claim, and chosen."""
    hands.press("J", "1")
    return next(iter(project.queries.highlights()))


@pytest.fixture
def claim(project, tagged):
    """Ask the file what the record of the tagged highlight says."""

    def ask():
        claim_id = project.queries.highlight(tagged.key).claim_id
        return project.queries.claim(claim_id) if claim_id else None

    return ask


def focused(form):
    return form.field_at(QApplication.focusWidget())


def settle(window):
    window.record_desk.saving.flush()
    QTest.qWait(1)


def test_return_goes_into_the_first_field_and_escape_back_to_the_page(hands, window, tagged, form):
    hands.press("Return")
    assert focused(form) == "speaker"
    hands.press("Escape")
    assert window.page.hasFocus()
    hands.press("F4")
    assert focused(form) == "speaker"


def test_tab_walks_the_fields_each_once_and_in_order(hands, tagged, form):
    hands.press("Shift+F4")
    form.begin("speaker")
    walked = [focused(form)]
    for _ in range(40):
        hands.press("Tab")
        if focused(form) != walked[-1]:
            walked.append(focused(form))
        if walked[-1] == "note":
            break
    assert [name for name in walked if name] == list(ALL_FIELDS)


def test_what_is_typed_is_kept_without_leaving_the_field(hands, tagged, claim, qtbot):
    hands.press("Return")
    hands.type("ministry 123")
    qtbot.waitUntil(lambda: claim() is not None and claim().speaker == "ministry 123")
    assert len(list(claim().speaker)) == 12


def test_letters_and_digits_in_a_field_tag_nothing(hands, window, tagged, form, quotes):
    hands.press("Return", "Tab")
    assert focused(form) == "form"
    hands.press("2", "N", "]")
    settle(window)
    assert len(quotes()) == 1
    assert form.field("form").value() == "paraphrase"


def test_one_visit_of_a_field_is_one_step_of_undo(hands, window, project, tagged, claim):
    hands.press("Return")
    for word in ("the", " water", " ministry"):
        hands.type(word)
        settle(window)
    hands.press("Tab")
    hands.press("1", "Right", "Right")
    hands.press("Escape")
    assert (claim().speaker, claim().form) == ("the water ministry", "mixed")
    hands.press("Ctrl+Z")
    assert (claim().speaker, claim().form) == ("the water ministry", "")
    hands.press("Ctrl+Z")
    assert claim() is None
    hands.press("Ctrl+Y", "Ctrl+Y")
    assert (claim().speaker, claim().form) == ("the water ministry", "mixed")
    assert project.check() == []


def test_two_visits_of_one_field_are_two_steps(hands, window, tagged, claim):
    hands.press("Return")
    hands.type("min")
    hands.press("Escape", "Return", "End")
    hands.type("istry")
    hands.press("Escape")
    assert claim().speaker == "ministry"
    hands.press("Ctrl+Z")
    assert claim().speaker == "min"


def test_undo_in_a_field_takes_back_typing_first_and_then_what_the_project_did(
    hands, window, tagged, form, quotes
):
    hands.press("Return")
    hands.type("x")
    hands.press("Ctrl+Z")
    assert form.field("speaker").text() == ""
    settle(window)
    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert quotes() == []


def test_undo_from_the_menu_takes_back_what_was_just_typed(hands, window, tagged, claim, form):
    hands.press("Return")
    hands.type("ministry")
    window.menus.action("edit.undo").trigger()
    QTest.qWait(1)
    assert claim() is None
    assert form.field("speaker").text() == ""


def test_choosing_another_highlight_keeps_the_typing_with_the_one_it_was_for(
    hands, window, project, tagged, claim, form
):
    hands.press("3")
    other = window.page.chosen_highlight
    window.page.choose_highlight(tagged.key)
    QTest.qWait(1)
    form.begin()
    hands.type("ministry")
    window.page.choose_highlight(other)
    QTest.qWait(1)
    assert claim().speaker == "ministry"
    assert form.field("speaker").text() == ""
    assert project.queries.highlight(other).claim_id is None


def test_a_change_from_elsewhere_shows_and_leaves_alone_what_is_being_typed(
    hands, window, project, tagged, claim, form
):
    hands.press("Return")
    hands.type("min")
    project.execute(DescribeClaim(tagged.id, (("speaker", "somebody"), ("confidence", "low"))))
    QTest.qWait(1)
    assert form.field("speaker").text() == "min"
    assert form.field("confidence").value() == "low"
    hands.type("e")
    settle(window)
    assert (claim().speaker, claim().confidence) == ("mine", "low")


def test_the_typing_outlives_the_closing_of_the_project(hands, window, project_path, tagged):
    hands.press("Return")
    hands.type("ministry")
    window.reviewing.set_project(None)
    again = bootstrap.open_project(project_path, create=False)
    highlight = next(iter(again.queries.highlights()))
    assert again.queries.claim(highlight.claim_id).speaker == "ministry"
    again.undo()
    assert next(iter(again.queries.highlights())).claim_id is None
    again.close()


def test_a_highlight_removed_under_the_typing_costs_no_error(hands, window, project, tagged):
    failures = []
    hands.press("Return")
    hands.type("min")
    window.record_desk.saving.timer.stop()
    project.execute(RemoveHighlights((tagged.id,)))
    window.reviewing.failed.connect(failures.append)
    QTest.qWait(1)
    assert window.page.hasFocus()
    assert len(failures) <= 1
    assert window.inspector.record.unsaved is None


def test_moving_on_the_page_does_not_go_into_the_form(hands, window, tagged):
    hands.press("J", "K", "Tab")
    assert window.page.hasFocus()


def test_the_form_of_a_claim_is_chosen_by_arrows_digits_and_mouse(hands, window, tagged, form):
    hands.press("Return", "Tab", "Right")
    assert form.field("form").value() == "direct_quote"
    hands.press("4")
    assert form.field("form").value() == "author"
    hands.press("Delete")
    assert form.field("form").value() == ""
    QTest.mouseClick(form.field("form").segments[1], Qt.MouseButton.LeftButton)
    assert form.field("form").value() == "paraphrase"
    QTest.mouseClick(form.field("form").segments[1], Qt.MouseButton.LeftButton)
    assert form.field("form").value() == ""


def test_a_stored_value_that_is_none_of_ours_is_shown_and_kept(
    hands, window, project, tagged, claim, form
):
    values = (("form", "hearsay"), ("verdict", "Pants on fire"), ("speaker_role", "oracle"))
    project.execute(DescribeClaim(tagged.id, values))
    QTest.qWait(1)
    assert [form.field(name).value() for name, _ in values] == [value for _, value in values]
    hands.press("Return")
    hands.type("a")
    settle(window)
    assert (claim().form, claim().verdict) == ("hearsay", "Pants on fire")


def test_spaces_that_do_not_break_and_line_breaks_outlive_the_form(
    hands, window, project, tagged, claim, form
):
    project.execute(DescribeClaim(tagged.id, (("note", "40\u00a0000\nkilled"),)))
    QTest.qWait(1)
    form.begin("note")
    hands.press("Ctrl+End")
    hands.type("x")
    settle(window)
    assert claim().note == "40\u00a0000\nkilledx"


def test_more_is_unfolded_by_its_key_and_stays_so_for_the_next_highlight(
    hands, window, tagged, form
):
    assert not form.rows["note"].isVisible()
    hands.press("Shift+F4")
    assert form.rows["note"].isVisible()
    assert focused(form) == "speaker_role"
    hands.press("Escape", "3")
    QTest.qWait(1)
    assert form.rows["note"].isVisible()
    QTest.mouseClick(form.more, Qt.MouseButton.LeftButton)
    assert not form.rows["note"].isVisible()


def test_a_label_asks_first_for_the_fields_it_names(hands, window, project, tagged, form):
    label = project.queries.codebook().labels[0]
    project.execute(ChangeLabel(label.id, (("fields", ("restated", "speaker")),)))
    QTest.qWait(1)
    shown = [name for name, row in form.rows.items() if row.isVisible()]
    assert shown == ["speaker", "restated"]
    hands.press("Return")
    assert focused(form) == "restated"


def test_speakers_named_before_are_offered(hands, window, project, tagged, form):
    project.execute(DescribeClaim(tagged.id, (("speaker", "Water ministry"),)))
    hands.press("J", "1", "Return")
    hands.type("min")
    offered = form.field("speaker").completer().model().stringList()
    assert offered == ["Water ministry"]
    form.field("speaker").completer().popup().hide()


def test_the_cue_is_what_is_selected_on_the_page(hands, window, project, tagged, claim):
    text = window.reviewing.article.text
    start = text.index("The ministry said")
    cursor = window.page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len("The ministry said"), cursor.MoveMode.KeepAnchor)
    window.page.setTextCursor(cursor)
    hands.press("C")
    assert claim().cue == "The ministry said"
    assert project.queries.highlight(tagged.key).cue.start == start
    QTest.qWait(1)
    QTest.mouseClick(window.inspector.record.field("cue").clear, Qt.MouseButton.LeftButton)
    assert claim().cue == ""
    assert project.queries.highlight(tagged.key).cue is None


@pytest.fixture
def overlapping(hands, window, project):
    """Two highlights in the second sentence, the narrower one first; none is chosen."""
    article = window.reviewing.article
    for words in ("The ministry said", "said the 🚰 dam was safe."):
        start = article.text.index(words)
        span = Span(start, start + len(words))
        project.execute(AddHighlight(article.article.id, (span,), "official_claim"))
    hands.press("J")
    return lambda: {one.key: one.cue for one in project.queries.highlights()}


def test_the_cue_goes_to_the_highlight_that_was_chosen(hands, window, overlapping):
    hands.press("Tab", "Tab")
    chosen = window.page.chosen_highlight
    text = window.reviewing.article.text
    hands.press("V", "Ctrl+Right", "Ctrl+Shift+Right", "C")
    cues = overlapping()
    cue = cues.pop(chosen)
    assert text[cue.start : cue.end] == "ministry"
    assert list(cues.values()) == [None]


def test_where_several_can_be_meant_the_cue_goes_to_none(hands, window, overlapping):
    hands.press("C")
    assert "Several highlights are here" in window.banner.text.text()
    hands.press("Tab", "Escape", "C")
    assert set(overlapping().values()) == {None}
    hands.press("Tab")
    chosen = window.page.chosen_highlight
    hands.press("Shift+Down", "Shift+Up", "C")
    assert [key for key, cue in overlapping().items() if cue] == [chosen]


def test_undo_in_a_field_takes_back_nothing_of_an_earlier_visit(
    hands, window, project, tagged, claim, form
):
    hands.press("Return")
    hands.type("min")
    hands.press("Escape", "Space", "Return", "Ctrl+Z")
    settle(window)
    assert claim().speaker == "min"
    assert window.reviewing.article.marks.overlapping(0, 100) == []


def test_undo_in_a_field_takes_back_nothing_of_another_highlight(
    hands, window, project, tagged, form
):
    hands.press("3")
    evidence = form.field("evidence")
    for _ in range(2):
        hands.press("Escape", "Tab")
        form.begin("note")
        hands.type("same")
        form.begin("evidence")
        hands.type("a.org")
        hands.press("Return")
        hands.type("b")
        settle(window)
    hands.press("Escape", "Tab")
    QTest.qWait(1)
    assert form.field("note").value() == "same"
    assert not form.field("note").document().isUndoAvailable()
    assert not any(line.isUndoAvailable() for line in evidence.entries[0].lines.values())


def test_return_goes_on_from_a_new_link_to_where_it_is_archived(hands, window, tagged, claim, form):
    form.begin("evidence")
    hands.type("https://example.org/a")
    hands.press("Return")
    hands.type("https://example.org/kept")
    settle(window)
    (evidence,) = claim().evidence
    assert (evidence.url, evidence.archive_url) == (
        "https://example.org/a",
        "https://example.org/kept",
    )
    assert form.field("evidence").entries[0].body.isVisible()


def test_without_a_highlight_the_window_says_what_to_do_first(hands, window):
    hands.press("J", "Return")
    assert window.page.hasFocus()
    assert "Tag the sentence first" in window.banner.text.text()


def test_evidence_is_added_described_ordered_and_removed(hands, window, tagged, claim, form):
    field = form.field("evidence")
    form.begin("evidence")
    hands.type("https://example.org/a")
    hands.press("Return")
    form.begin("evidence")
    hands.type("b")
    hands.press("Return")
    settle(window)
    assert [one.url for one in claim().evidence] == ["https://example.org/a", "b"]
    field.entries[1].unfold()
    assert "does not look like" in field.entries[1].hint.text()
    hands.press("End")
    hands.type(".org")
    hands.press("Alt+Up")
    settle(window)
    assert [one.url for one in claim().evidence] == ["b.org", "https://example.org/a"]
    hands.press("Alt+Delete")
    settle(window)
    assert [one.url for one in claim().evidence] == ["https://example.org/a"]


def test_a_link_is_kept_while_it_is_typed(hands, window, tagged, claim, form):
    form.begin("evidence")
    hands.type("example")
    settle(window)
    assert claim().evidence == (Evidence(url="example"),)


def test_a_shared_record_says_so_and_can_be_made_its_own(
    hands, window, project, tagged, claim, form
):
    hands.press("Return")
    hands.type("ministry")
    hands.press("Escape", "3")
    other = project.queries.highlight(window.page.chosen_highlight)
    project.execute(ShareClaim(other.id, tagged.id))
    QTest.qWait(1)
    signs = window.inspector.signs
    assert signs.shared.isVisible()
    QTest.mouseClick(signs.shared.button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.qWait(1)
    assert not signs.shared.isVisible()
    own = project.queries.highlight(other.key)
    assert own.claim_id != project.queries.highlight(tagged.key).claim_id
    assert form.field("speaker").text() == "ministry"


def test_a_highlight_of_an_older_guideline_says_so_and_is_confirmed_by_key(
    hands, window, project, tagged
):
    label = project.queries.codebook().labels[0]
    project.execute(ChangeLabel(label.id, (("definition", "Another meaning."),)))
    QTest.qWait(1)
    signs = window.inspector.signs
    assert "Made under revision 1" in signs.older.text.text()
    assert signs.older.isVisible()
    hands.press("J", "J", "Ctrl+F8")
    assert window.page.chosen_highlight == tagged.key
    hands.press("Ctrl+Shift+F8")
    QTest.qWait(1)
    assert not signs.older.isVisible()
    assert list(project.queries.outdated()) == []


def test_a_highlight_of_another_text_of_the_guideline_says_so(hands, window, project, tagged):
    project.execute(SetGuideline("Mark whole sentences."))
    QTest.qWait(1)
    signs = window.inspector.signs
    assert "the guideline has another text now" in signs.older.text.text()
    hands.press("Ctrl+Shift+F8")
    QTest.qWait(1)
    assert not signs.older.isVisible()
    assert list(project.queries.outdated()) == []


def test_a_wrong_date_is_hinted_at_and_kept(hands, window, tagged, claim, form):
    form.begin("claim_date")
    hands.type("14 march")
    settle(window)
    assert claim().claim_date == "14 march"
    assert form.rows["claim_date"].hint.isVisible()
