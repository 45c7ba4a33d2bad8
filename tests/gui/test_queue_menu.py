from __future__ import annotations

from annotator.gui.article_rows import Row


def shown(window):
    rows = window.articles.rows
    entries = [rows.entry(place) for place in range(rows.rowCount())]
    return [entry.article.title for entry in entries if isinstance(entry, Row)]


def choose(window, text):
    entries = window.articles.queue.menu().actions()
    next(entry for entry in entries if entry.text() == text).trigger()


def test_an_order_chosen_in_the_menu_is_the_lists_and_the_settings(window):
    before = window.articles.view.currentIndex().data()
    seen = set()
    for _ in range(12):
        choose(window, "Shuffle again")
        seen.add(tuple(shown(window)))
        assert window.articles.view.currentIndex().data() == before
    assert len(seen) == 2
    assert window.preferences.settings.get("review.queue_order") == "random"
    assert window.articles.queue.text() == "Order: Random"
    choose(window, "As added")
    assert shown(window) == ["Dam declared safe", "Road reopens"]


def test_a_setting_altered_elsewhere_is_obeyed(window, qtbot):
    window.preferences.settings.set("review.queue_order", "publisher")
    qtbot.waitUntil(lambda: window.articles.queue.text() == "Order: By publisher")


def test_without_articles_there_is_no_order_to_choose(empty_window):
    assert not empty_window.articles.queue.isVisible()
