from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from tests.gui.colleague import colleague, moved, relabeled, sent, tagged, taken
from tests.gui.exchanged import asked, idle

from annotator import bootstrap
from annotator.core.project_errors import DiskFullError
from annotator.core.span import Span
from annotator.gui import merge_opening, merge_run
from annotator.gui.annotation_import import importing
from annotator.gui.merge_opening import deleted_by
from annotator.gui.merge_order import in_order
from annotator.gui.merge_run import merging
from annotator.service.bundle.known_signers import KnownSigners
from annotator.service.codebook_commands import ChangeLabel, ImportCodebook, MergeLabels
from annotator.service.commands import RemoveHighlights, ToggleReviewed
from annotator.service.merging import teamwork
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.report import ArticleMerge
from annotator.service.watch import StoppedError
from annotator.team.settling import Choice

SAFE, LEFT = "The ministry said the 🚰 dam was safe.", "Engineers left the site."


@pytest.fixture
def comes(window, hands, qtbot, monkeypatch):
    """Ask for bundles by their key, and return the preview of them."""

    def ask(*paths):
        monkeypatch.setattr(
            QFileDialog, "getOpenFileNames", lambda *_: ([str(one) for one in paths], "")
        )
        window.activateWindow()
        qtbot.waitUntil(window.page.hasFocus)
        hands.press("Ctrl+Shift+M")
        qtbot.waitUntil(lambda: merging(window).preview is not None, timeout=20_000)
        preview = merging(window).preview
        qtbot.waitUntil(preview.isActiveWindow)
        return preview

    ask.qtbot = qtbot
    return ask


def figures(item):
    """The figures of a row, by their columns."""
    texts = {n: item.text(n).replace(",", "") for n in range(1, item.columnCount())}
    return Counter({n: int(text) for n, text in texts.items() if text})


def below(item):
    return [item.child(n) for n in range(item.childCount())]


def rows(preview):
    """All rows of the tree in their order, as a screen reader hears them."""
    found, waiting = [], [preview.tree.topLevelItem(n) for n in range(len(preview.bundles))]
    while waiting:
        item = waiting.pop(0)
        found.append(str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)))
        waiting = [item.child(n) for n in range(item.childCount())] + waiting
    return found


@pytest.fixture
def joins(new_project, project, tmp_path):
    """A colleague joins, who takes a bundle first: that of ours, or that of Ana."""

    def join(name, of="ana"):
        ours = sent(project, tmp_path / "ours.annobundle")
        bundle = ours if of == "ours" else tmp_path / f"{of}.annobundle"
        return colleague(new_project, tmp_path / f"with {name}", bundle)

    return join


@pytest.fixture
def theirs(joins, tmp_path):
    """What Ana sends, who took all of ours and highlighted a sentence more."""
    with joins("ana", of="ours") as ana:
        tagged(ana, SAFE)
        return sent(ana, tmp_path / "ana.annobundle")


def test_a_bundle_is_looked_through_merged_and_taken_back(window, qtbot, comes, theirs, quotes):
    preview = comes(theirs)
    told = rows(preview)
    assert any("Dam declared safe, Added: 1" in one for one in told)
    assert any("1 article: nothing new" in one for one in told)
    assert any("Not signed" in one for one in told)
    assert quotes() == []
    QTest.keyClick(preview, Qt.Key.Key_Return)
    idle(window, qtbot)
    assert quotes() == [("official_claim", SAFE)]
    assert window.reviewing.article.label_counts()
    assert window.banner.text.text() == "1 highlight added"
    (undo,) = window.banner.offers()
    undo.click()
    assert quotes() == []
    assert not window.reviewing.article.label_counts()


def test_what_is_there_already_is_not_merged_again(window, qtbot, comes, theirs, project):
    taken(project, theirs)
    preview = comes(theirs)
    assert preview.news.text().startswith("Nothing new in it")
    assert not preview.take.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    idle(window, qtbot)
    assert merging(window).preview is None
    assert window.banner.text.text() == "Nothing was merged."


def test_several_bundles_are_one_step(window, qtbot, comes, joins, theirs, quotes):
    with joins("ben") as ben:
        tagged(ben, LEFT, "analyst_opinion")
        third = sent(ben, theirs.with_name("ben.annobundle"))
    preview = comes(theirs, third)
    assert preview.tree.topLevelItemCount() == 2
    preview.accept()
    idle(window, qtbot)
    assert sorted(quotes()) == [("analyst_opinion", LEFT), ("official_claim", SAFE)]
    window.menus.action("edit.undo").trigger()
    assert quotes() == []


@pytest.mark.parametrize("went_on", [False, True])
def test_where_the_third_bundle_fails_those_before_are_taken_back_or_named(
    window, comes, joins, theirs, monkeypatch, went_on
):
    project, paths = window.reviewing.project, [theirs]
    for name, label in (("ben", "analyst_opinion"), ("cleo", "humanitarian_concern")):
        with joins(name) as one:
            tagged(one, LEFT, label)
            paths.append(sent(one, theirs.with_name(f"{name}.annobundle")))

    def failing(side, arrival, **wishes):
        if arrival.bundle.path != paths[-1]:
            return teamwork.merge(side, arrival, **wishes)
        if went_on:
            with closing(bootstrap.open_project(project.path, create=False)) as other:
                tagged(other, "Nobody was hurt.")
        raise DiskFullError(project.path)

    preview = comes(*paths)
    monkeypatch.setattr(merge_opening, "merge", failing)
    preview.accept()
    idle(window, comes.qtbot)
    comes.qtbot.waitUntil(lambda: bool(window.banner.text.text()))
    project.look_outside()
    told = window.banner.text.text()
    assert "disk" in told
    assert ("was merged" in told) == went_on
    assert project.queries.stats().highlights == (3 if went_on else 0)
    assert project.check() == []


def test_what_two_bundles_would_both_do_is_counted_once(window, comes, joins, theirs, quotes):
    project, less = window.reviewing.project, []
    taken(project, theirs)
    for name in ("ben", "cleo"):
        with joins(name) as one:
            one.execute(RemoveHighlights(tuple(each.id for each in one.queries.highlights())))
            less.append(sent(one, theirs.with_name(f"{name}.annobundle")))
    preview = comes(*less)
    assert deleted_by(preview.wanted()) == (1, 1)
    assert [one.report.counts["deleted"] for one in preview.bundles] == [1, 0]
    preview.reject()
    assert len(quotes()) == 1


def test_much_that_would_go_is_asked_for_again(window, comes, joins, theirs, quotes, monkeypatch):
    qtbot = comes.qtbot
    taken(window.reviewing.project, theirs)
    with joins("ben") as ben:
        ben.execute(RemoveHighlights(tuple(one.id for one in ben.queries.highlights())))
        less = sent(ben, theirs.with_name("less.annobundle"))
    preview, said = comes(less), []

    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    preview.accept()
    assert preview.isVisible()
    assert len(quotes()) == 1
    monkeypatch.setattr(
        QMessageBox,
        "clickedButton",
        lambda box: next(one for one in box.buttons() if one.text() == "Merge and delete"),
    )
    preview.accept()
    idle(window, qtbot)
    assert said == ["Merging deletes 1 of 1 highlights, more than a tenth."] * 2
    assert quotes() == []


def test_a_new_key_is_told_with_both_and_trusted_only_when_asked(
    window, comes, joins, tmp_path, annotator_home, quotes
):
    qtbot = comes.qtbot
    with joins("ana", of="ours") as ana:
        tagged(ana, SAFE)
        first = sent(ana, tmp_path / "first.annobundle", sign=True)
        for key in annotator_home.rglob("signing-key.pem"):
            key.unlink()
        tagged(ana, LEFT)
        second = sent(ana, tmp_path / "second.annobundle", sign=True)
    preview = comes(first)
    assert any("seen for the first time" in one for one in rows(preview))
    preview.accept()
    idle(window, qtbot)
    preview = comes(second)
    assert not preview.take.isEnabled()
    sign = preview.sign
    assert sign.trust.text() == "Trust the new key"
    assert sign.known.text() != sign.found.text()
    assert min(len(sign.known.text()), len(sign.found.text())) > 60
    assert sign.known.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    sign.trust.click()
    qtbot.waitUntil(preview.take.isEnabled)
    preview.accept()
    idle(window, qtbot)
    assert len(quotes()) == 2
    assert KnownSigners().of(ana.reviewer.id) is not None


def test_a_damaged_bundle_is_named_and_alters_nothing(window, qtbot, comes, theirs, quotes):
    data = bytearray(theirs.read_bytes())
    data[len(data) // 2] ^= 0xFF
    theirs.write_bytes(bytes(data))
    preview = comes(theirs)
    assert preview.sign.isVisible()
    assert not preview.sign.trust.isVisible()
    assert "ask for it once more" in preview.sign.problem.text()
    assert preview.tree.topLevelItem(0).childCount() == 0
    assert not preview.tree.whole.isVisible()
    preview.reject()
    idle(window, qtbot)
    assert quotes() == []


def test_a_bundle_dropped_on_the_window_is_previewed(window, qtbot, theirs):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(theirs))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: merging(window).preview is not None, timeout=20_000)
    merging(window).preview.reject()
    idle(window, qtbot)


def test_a_bundle_is_not_imported_but_offered_to_be_merged(
    window, hands, qtbot, theirs, monkeypatch
):
    asked(monkeypatch, theirs)
    hands.press("Ctrl+I")
    qtbot.waitUntil(lambda: bool(window.banner.offers()), timeout=20_000)
    idle(window, qtbot)
    assert importing(window).preview is None
    window.banner.offers()[0].click()
    qtbot.waitUntil(lambda: merging(window).preview is not None, timeout=20_000)
    merging(window).preview.reject()
    idle(window, qtbot)


def test_a_bundle_is_verified(window, qtbot, theirs, monkeypatch):
    asked(monkeypatch, theirs)
    window.menus.action("file.verify").trigger()
    dialog = window.tools.widget("verify")
    qtbot.waitUntil(lambda: not dialog.checking.running, timeout=20_000)
    assert dialog.told.text() == "✓ Nothing is wrong."
    assert dialog.counted.text().startswith("Bundle: 1 highlights in 2 articles")


def test_a_bundle_without_the_signature_it_should_have_is_taken_unsigned(
    window, comes, joins, tmp_path, quotes
):
    with joins("ana", of="ours") as ana:
        tagged(ana, SAFE)
        first = sent(ana, tmp_path / "first.annobundle", sign=True)
        tagged(ana, LEFT)
        second = sent(ana, tmp_path / "second.annobundle")
    comes(first).accept()
    idle(window, comes.qtbot)
    preview = comes(second)
    assert preview.sign.trust.text() == "Take it unsigned"
    assert preview.sign.found.isHidden()
    preview.sign.trust.click()
    comes.qtbot.waitUntil(preview.take.isEnabled)
    preview.accept()
    idle(window, comes.qtbot)
    assert len(quotes()) == 2


def test_every_row_is_the_sum_of_those_below_it_and_the_foot_that_of_all(window, comes, joins):
    project, paths = window.reviewing.project, []
    mine = tagged(project, SAFE)
    tagged(project, "Nobody was hurt.")
    for name, label in (("ben", "analyst_opinion"), ("cleo", "humanitarian_concern")):
        with joins(name, of="ours") as one:
            relabeled(one, mine, label)
            tagged(one, LEFT, label)
            first = one.queries.codebook().labels[0]
            one.execute(ChangeLabel(first.id, (("definition", name),)))
            one.execute(ToggleReviewed(one.queries.articles()[1].article.id, (Span(0, 12),)))
            paths.append(sent(one, project.path.with_name(f"{name}.annobundle")))
    preview = comes(*paths)
    tree = preview.tree
    tops = [tree.topLevelItem(n) for n in range(2)]
    for top in tops:
        assert figures(top) == sum(map(figures, below(top)), Counter())
    added, changed, _deleted, conflicts, *_ = (
        sum(figures(top)[column] for top in tops) for column in range(1, 7)
    )
    assert preview.news.text() == (
        f"2 bundles: {added} added, {changed} changed, {conflicts} conflicts"
    )
    assert conflicts == 2
    (article,) = (one for one in below(tops[1]) if "Dam declared" in one.text(0))
    assert not below(article)
    article.setExpanded(True)
    told = [one.text(0) for one in below(article)]
    assert told[0].startswith("In conflict · “")
    assert SAFE in told[0]
    assert told[1].startswith("Added · “")
    assert "Humanitarian concern" in told[1]
    assert "Official claim" not in told[0]
    assert "Analyst opinion\u2069 → \u2068Humanitarian concern" in told[0]
    assert len(told) == 2
    preview.reject()


def test_what_needs_attention_comes_first_until_a_column_is_clicked(qtbot):
    titles = ("Quiet", "gone", "Torn", "Lost", "again new")
    counts = ({"added": 2}, {"deleted": 1}, {"conflicts": 1}, {"not_placed": 1}, {"added": 9})
    articles = [
        ArticleMerge(title, title, counts=Counter(one))
        for title, one in zip(titles, counts, strict=True)
    ]
    for column, descending, wanted in (
        (None, False, "Torn gone Lost again Quiet"),
        (0, False, "again gone Lost Quiet Torn"),
        (0, True, "Torn Quiet Lost gone again"),
        (1, True, "again Quiet gone Lost Torn"),
    ):
        ordered = in_order(articles, column, descending=descending)
        assert [one.title.split()[0] for one in ordered] == wanted.split()


def test_a_click_on_a_column_sorts_the_articles(window, comes, joins, theirs):
    with joins("ben", of="ours") as ben:
        for quote in (SAFE, LEFT, "Nobody was hurt."):
            tagged(ben, quote)
        bundle = sent(ben, theirs.with_name("ben.annobundle"))
    tree = comes(bundle).tree

    def shown():
        titles = ("Dam declared", "Road reopens")
        texts = [one.text(0) for one in below(tree.topLevelItem(0))]
        return [title for text in texts for title in titles if title in text]

    before = shown()
    tree.header().sectionClicked.emit(0)
    tree.header().sectionClicked.emit(0)
    assert shown() == before[::-1] == ["Road reopens", "Dam declared"]
    tree.header().sectionClicked.emit(1)
    assert shown() == before


def test_who_looks_at_nothing_of_others_sees_no_item_of_theirs(window, comes, theirs):
    window.preferences.toggle_blind()
    tree = comes(theirs).tree
    for one in below(tree.topLevelItem(0)):
        one.setExpanded(True)
    assert not any("“" in text for text in rows(merging(window).preview))


def test_a_merge_that_is_stopped_says_that_nothing_was_merged(window, comes, theirs, monkeypatch):
    def stopped(*_):
        window.work.cancel()
        raise StoppedError

    preview = comes(theirs)
    monkeypatch.setattr(merge_run, "merged", stopped)
    preview.accept()
    idle(window, comes.qtbot)
    assert window.banner.text.text() == "Nothing was merged."


def test_conflicts_that_a_merge_brings_are_offered(window, qtbot, comes, joins, theirs):
    project = window.reviewing.project
    taken(project, theirs)
    (highlight,) = project.queries.highlights()
    with joins("ben") as ben:
        relabeled(ben, highlight.id, "analyst_opinion")
        moved(ben, highlight.id, "The ministry said")
        other = sent(ben, theirs.with_name("ben.annobundle"))
    relabeled(project, highlight.id, "humanitarian_concern")
    moved(project, highlight.id, "the 🚰 dam was safe.")
    comes(other).accept()
    idle(window, qtbot)
    assert "1 conflict to settle" in window.banner.text.text()
    assert window.conflict_sign.isVisible()
    window.banner.offers()[0].click()
    panel = window.tools.widget("conflicts")
    qtbot.waitUntil(lambda: len(panel.rows.conflicts) == 1)
    (conflict,) = panel.rows.conflicts
    settle = SettleConflicts(((conflict.kind, conflict.id),), Choice.OURS)
    window.reviewing.execute(settle)
    assert "conflict" not in window.banner.text.text()
    assert not any(one.isVisible() for one in window.banner.offers())


def test_the_counts_below_are_the_articles_whatever_alters_labels_too(window, comes, joins, theirs):
    reviewing, seen = window.reviewing, []

    def look():
        counts = reviewing.article.label_counts()
        keys = window.label_bar.keys
        assert {one: key.count for one, key in keys.items() if key.count} == counts
        seen.append(sum(counts.values()))

    with joins("ben") as ben:
        first, second = (one.id for one in ben.queries.codebook().labels[:2])
        tagged(ben, LEFT)
        ben.execute(ChangeLabel(first, (("definition", "What an office says."),)))
        other = sent(ben, theirs.with_name("ben.annobundle"))
    comes(other).accept()
    idle(window, comes.qtbot)
    steps = (
        look,
        reviewing.undo,
        reviewing.redo,
        lambda: reviewing.execute(MergeLabels(first, second)),
        reviewing.undo,
        lambda: reviewing.execute(ImportCodebook(replace(reviewing.codebook, guideline="Mark."))),
        reviewing.undo,
        reviewing.undo,
    )
    for step in steps:
        step()
        look()
    assert set(seen) == {0, 2}
