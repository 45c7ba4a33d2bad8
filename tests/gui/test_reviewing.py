from __future__ import annotations

from annotator.service.commands import AddHighlight

FIRST = "Dam declared safe"
SECOND = "The ministry said the 🚰 dam was safe."
THIRD = "Engineers left the site."


def test_a_digit_tags_the_sentence_and_the_same_digit_takes_the_label_off(hands, quotes):
    hands.press("Down", "1")
    assert quotes() == [("official_claim", SECOND)]
    hands.press("1")
    assert quotes() == []


def test_every_label_of_the_codebook_has_its_digit(hands, quotes):
    hands.press("J", "1", "J", "2", "J", "3")
    assert [label for label, _ in quotes()] == [
        "official_claim",
        "analyst_opinion",
        "humanitarian_concern",
    ]


def test_a_second_label_lands_on_the_same_sentence(hands, quotes):
    hands.press("J", "1", "3")
    assert quotes() == [("official_claim", SECOND), ("humanitarian_concern", SECOND)]


def test_shift_extends_and_one_highlight_covers_both_sentences(hands, quotes):
    hands.press("J", "Shift+Down", "2")
    assert quotes() == [("analyst_opinion", f"{SECOND} {THIRD}")]
    hands.press("2")
    assert quotes() == []


def test_keys_up_and_k_go_back(hands, window):
    hands.press("Down", "J", "J", "Up", "K")
    assert window.page.current_sentence == 1


def test_space_marks_the_sentence_as_reviewed_and_stays(hands, window, project):
    hands.press("J", "Space")
    assert window.page.current_sentence == 1
    assert window.reviewing.article.is_reviewed(1)
    assert project.queries.stats().reviewed == 1
    hands.press("Space")
    assert project.queries.stats().reviewed == 0


def test_n_goes_to_the_next_sentence_that_nobody_dealt_with(hands, window):
    hands.press("Space", "J", "1", "K", "N")
    assert window.page.current_sentence == 2


def test_delete_removes_the_chosen_highlight(hands, quotes):
    hands.press("J", "1", "3", "Delete")
    assert quotes() == [("official_claim", SECOND)]


def test_delete_with_none_chosen_removes_the_narrowest_of_the_sentence(hands, window, quotes):
    hands.press("J", "Shift+Down", "1", "K", "J", "2", "Escape", "Delete")
    assert quotes() == [("official_claim", f"{SECOND} {THIRD}")]
    assert window.page.chosen_highlight is None


def test_undo_and_redo_go_to_the_place_of_the_change(hands, window, quotes):
    hands.press("J", "1", "Down", "Down", "Down", "Ctrl+Z")
    assert quotes() == []
    assert window.page.current_sentence == 1
    hands.press("Down", "Down", "Ctrl+Shift+Z")
    assert quotes() == [("official_claim", SECOND)]
    assert window.page.current_sentence == 1
    hands.press("Ctrl+Z", "Ctrl+Y")
    assert quotes() == [("official_claim", SECOND)]


def test_undo_opens_the_article_whose_change_it_took_back(hands, window, quotes):
    first = window.reviewing.article.article.id
    hands.press("J", "1", "]")
    assert window.reviewing.article.article.id != first
    hands.press("Ctrl+Z")
    assert window.reviewing.article.article.id == first
    assert quotes() == []


def test_tab_walks_through_all_highlights_and_around(hands, window, project):
    article = window.reviewing.article
    label = project.queries.codebook().labels[0].key
    for number in (4, 1, 2):
        span = article.sentences.span(number)
        project.execute(AddHighlight(article.article.id, (span,), label))
    seen = []
    for _ in range(4):
        hands.press("Tab")
        seen.append(window.page.current_sentence)
    assert seen == [1, 2, 4, 1]
    hands.press("Shift+Tab")
    assert window.page.current_sentence == 4


def test_a_text_selection_is_tagged_without_the_blanks_at_its_edges(hands, window, quotes):
    hands.press("J", "Shift+Right")
    selected = window.page.selection()
    assert window.reviewing.article.text[selected.start : selected.end] == f"{SECOND} "
    hands.press("1")
    assert quotes() == [("official_claim", SECOND)]


def test_brackets_walk_through_the_articles(hands, window):
    titles = []
    for key in ("]", "["):
        hands.press(key)
        titles.append(window.reviewing.article.article.title)
    assert titles == ["Road reopens", "Dam declared safe"]


def test_letting_go_keeps_what_was_tagged(hands, window, quotes):
    hands.press("J", "1", "Escape")
    assert window.page.chosen_highlight is None
    assert len(quotes()) == 1


def test_each_label_key_takes_off_its_own_of_several_on_a_stretch(hands, window, quotes):
    hands.press("J", "Shift+Left", "1", "3", "1", "2")
    stretch = SECOND[:-1]
    assert quotes() == [("humanitarian_concern", stretch), ("analyst_opinion", stretch)]


def test_tab_reaches_all_that_overlap_under_the_cursor(hands, window):
    hands.press("J", "1", "3", "Escape", "Shift+Left", "2", "Escape")
    seen = []
    for _ in range(4):
        hands.press("Tab")
        seen.append(window.page.chosen_highlight)
    assert len(set(seen)) == 3
    assert seen[3] == seen[0]
    assert window.page.current_sentence == 1


def test_a_caret_selects_with_keys_alone_and_a_digit_tags(hands, window, quotes):
    hands.press("J", "V", "Ctrl+Right", "Ctrl+Shift+Right", "Shift+Right", "2")
    assert quotes() == [("analyst_opinion", "ministry s")]
    hands.press("J", "J", "F7", "Down")
    assert not window.page.has_caret
    assert window.page.current_sentence == 4


def test_escape_takes_the_caret_away_and_the_keys_are_as_before(hands, window):
    hands.press("V", "Right", "Shift+Right", "Escape")
    assert not window.page.has_caret
    assert not window.page.has_text_selection()
    hands.press("Down")
    assert window.page.current_sentence == 1
