from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from tests.gui.colleague import colleague, moved, relabeled, sent, tagged, taken

from annotator import bootstrap
from annotator.service.codebook_commands import ChangeLabel
from annotator.service.commands import DescribeClaim, RemoveHighlights
from annotator.service.importing import prepare
from annotator.service.merging.writers import Written
from annotator.team.settling import Choice

SAFE, LEFT = "The ministry said the 🚰 dam was safe.", "Engineers left the site."
CLOSED = "The road stayed closed."


def altered(side, ids, label, quote, name):
    """Alter in one project what is altered otherwise in another."""
    relabeled(side, ids[0], label)
    moved(side, ids[0], quote)
    relabeled(side, ids[1], label)
    side.execute(DescribeClaim(ids[1], (("speaker", name),)))
    first = side.queries.codebook().labels[0].id
    side.execute(ChangeLabel(first, (("definition", name),)))


def made(new_project, articles, folder):
    """Make a project with conflicts: of three highlights, a claim record, and a label."""
    with colleague(new_project, folder / "ours") as ours:
        ours.add(prepare(articles, ours.surroundings))
        ids = [tagged(ours, one) for one in (SAFE, LEFT, CLOSED)]
        ours.execute(DescribeClaim(ids[1], (("speaker", "Engineers"),)))
        first = sent(ours, folder / "ours.annobundle")
        with colleague(new_project, folder / "theirs", first) as theirs:
            altered(theirs, ids, "analyst_opinion", "The ministry said", "Voss")
            theirs.execute(RemoveHighlights((ids[2],)))
            second = sent(theirs, folder / "theirs.annobundle")
        altered(ours, ids, "humanitarian_concern", "the 🚰 dam was safe.", "Dr. Voss")
        relabeled(ours, ids[2], "analyst_opinion")
        taken(ours, second)
        return ours.path, ids


@pytest.fixture(scope="module")
def kept():
    """What was made for the first test, for the others to copy."""
    return []


@pytest.fixture
def disputed(kept, new_project, articles, tmp_path_factory):
    """The ids of the highlights in conflict."""
    if not kept:
        kept.append(made(new_project, articles, tmp_path_factory.mktemp("disputed")))
    return kept[0][1]


@pytest.fixture
def project(request, new_project, project_path, articles):
    """A project with conflicts for who asks for them, else one without."""
    if "disputed" in request.fixturenames:
        ids = request.getfixturevalue("disputed")
        assert ids
        shutil.copy(request.getfixturevalue("kept")[0][0], project_path)
    else:
        new_project(project_path)
    return bootstrap.open_project(project_path, create=False)


@pytest.fixture
def panel(window, disputed, hands, qtbot):
    hands.press("Shift+C")
    shown = window.tools.widget("conflicts")
    qtbot.waitUntil(lambda: len(shown.rows.conflicts) == 5)
    return shown


def choose(panel, kind, object_id=None):
    """Make a conflict of a kind the chosen one."""
    rows = panel.rows.conflicts
    row = next(n for n, one in enumerate(rows) if one.kind == kind and object_id in {None, one.id})
    panel.view.setCurrentIndex(panel.rows.index(row))


def left(project):
    return project.queries.conflict_count()


def labels_on(project, quote):
    keys = {one.id: one.key for one in project.queries.codebook().labels}
    return sorted(keys[one.label_id] for one in project.queries.highlights() if one.quote == quote)


def test_how_many_wait_is_told_on_top_and_in_the_menu(window, panel):
    assert window.conflict_sign.text() == "⇄ 5 conflicts"
    assert window.conflict_sign.isVisible()
    assert window.menus.action("review.conflicts").text() == "Conflicts to settle (5)"
    assert panel.count.text() == "5 wait to be settled"


def test_both_places_and_labels_are_shown_and_framed_on_the_page(window, panel, disputed):
    choose(panel, "highlight", disputed[0])
    details = panel.details
    assert details.ours.label.name.text() == "Humanitarian concern"
    assert details.theirs[0].label.name.text() == "Analyst opinion"
    assert panel.sides.ours.quote == "the 🚰 dam was safe."
    assert panel.sides.theirs[0].quote == "The ministry said"
    assert len(window.page._offers) == 2
    (span,) = window.page._offers[1]
    text = window.reviewing.article.text
    assert text[span.start : span.end] == "The ministry said"
    before = {row[0]: row[1] for row in details.fields.rows}
    assert before["Label"] == "Official claim"
    window.tools.close("conflicts")
    assert not window.page._offers


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("1", ["humanitarian_concern"]),
        ("2", ["analyst_opinion"]),
        ("B", ["analyst_opinion", "humanitarian_concern"]),
    ],
)
def test_one_key_settles_and_undo_brings_it_back(window, panel, disputed, qtbot, key, labels):
    project = window.reviewing.project
    choose(panel, "highlight", disputed[1])
    QTest.keyClick(panel.view, getattr(Qt.Key, f"Key_{key}"))
    assert left(project) == 4
    assert labels_on(project, LEFT) == labels
    qtbot.waitUntil(lambda: len(panel.rows.conflicts) == 4)
    assert panel.view.hasFocus()
    window.menus.action("edit.undo").trigger()
    assert left(project) == 5
    qtbot.waitUntil(lambda: len(panel.rows.conflicts) == 5)
    assert window.conflict_sign.number == 5
    assert panel.conflict().id == disputed[1]


def test_each_side_says_whose_it_is_and_since_when(panel, disputed, project):
    choose(panel, "highlight", disputed[0])
    who, year = project.reviewer.name, panel.conflict().wrote(None).at[:4]
    for card, name in ((panel.details.ours, "Ours"), (panel.details.theirs[0], "Theirs")):
        assert card.name.text().startswith(f"{name} · {who}, ")
        assert card.name.text().endswith(year)
    assert who in panel.buttons.theirs[0].toolTip()


def test_the_column_is_wide_while_conflicts_are_settled_and_that_is_remembered(window, panel):
    window.resize(1440, 900)
    window.tools.close("conflicts")
    narrow = window.splitter.sizes()[-1]
    window.tools.open("conflicts")
    *others, page, side = window.splitter.sizes()
    assert side > narrow
    window.splitter.setSizes([*others, page + 30, side - 30])
    window.tools.close("conflicts")
    assert window.splitter.sizes()[-1] == narrow
    window.tools.open("conflicts")
    assert window.splitter.sizes()[-1] == side - 30


def test_what_a_third_one_says_is_a_side_and_never_goes_with_all_of_a_kind(
    panel, disputed, monkeypatch
):
    two = next(one for one in panel.rows.conflicts if one.id == disputed[1])
    (label,) = two.disputes
    many = replace(
        label,
        theirs=(*label.theirs, "x"),
        theirs_told=(*label.theirs_told, "Third"),
        written=(*label.written, Written(("Cleo",), "2026-11-22T00:00:00.000Z")),
        sides=(0, 1),
    )
    three = replace(two, disputes=(many,))
    others = [one for one in panel.rows.conflicts if one.id != two.id]
    panel._take_found([three, *others])
    panel.view.setCurrentIndex(panel.rows.index(0))
    assert [card.isVisible() for card in panel.details.theirs] == [True, True]
    assert panel.details.theirs[1].name.text() == "Theirs · Cleo, 22 Nov 2026"
    assert [one.isVisible() for one in panel.buttons.theirs[:3]] == [True, True, False]
    assert panel.buttons.both.text() == "All (B)"
    assert not panel.buttons.all.isVisible()
    assert three.id not in [one.id for one in panel.settling.alike(others[0])]
    done = []
    monkeypatch.setattr(panel.settling, "_do", lambda *what: done.append(what))
    QTest.keyClick(panel.view, Qt.Key.Key_3)
    QTest.keyClick(panel.view, Qt.Key.Key_4)
    assert done == [([three], Choice.THEIRS, 1)]


def test_fields_are_shown_beside_what_they_were(panel):
    choose(panel, "claim")
    assert panel.details.fields.rows == [("Speaker", "Engineers", "Dr. Voss", "Voss")]
    assert not panel.details.ours.isVisible()
    assert not panel.buttons.both.isVisible()
    choose(panel, "label")
    (row,) = panel.details.fields.rows
    assert row[0] == "Definition"
    assert row[2:] == ("Dr. Voss", "Voss")
    assert not panel.buttons.jump.isVisible()


def test_both_cannot_be_kept_of_a_claim_record(window, panel, project):
    choose(panel, "claim")
    QTest.keyClick(panel.view, Qt.Key.Key_B)
    assert left(project) == 5
    assert "Both cannot be kept" in window.banner.text.text()


def test_what_they_removed_is_told_and_goes_by_theirs(panel, disputed, project):
    choose(panel, "highlight", disputed[2])
    assert panel.details.theirs[0].told.text() == "✕ Removed"
    QTest.keyClick(panel.view, Qt.Key.Key_2)
    assert left(project) == 4
    assert labels_on(project, CLOSED) == []


def test_enter_goes_to_the_place_and_the_list_keeps_the_keys(window, panel, disputed, project):
    road = project.queries.articles()[1].article.id
    window.open_article(road)
    choose(panel, "highlight", disputed[0])
    assert not window.page._offers
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert window.reviewing.article.article.id != road
    assert len(window.page._offers) == 2
    assert panel.view.hasFocus()


def test_all_of_a_kind_are_settled_in_one_step_after_asking(
    window, panel, disputed, project, qtbot, monkeypatch
):
    said, answers = [], ["Cancel", "Settle all"]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr(
        QMessageBox,
        "clickedButton",
        lambda box: next(one for one in box.buttons() if one.text() == answers[0]),
    )
    choose(panel, "highlight", disputed[0])
    panel.settling.settle_all(Choice.OURS)
    assert left(project) == 5
    answers.pop(0)
    next(iter(panel.buttons._entries.values())).trigger()
    assert said == ["Keep ours in all 3 conflicts of this kind (Highlights)?"] * 2
    assert left(project) == 2
    window.menus.action("edit.undo").trigger()
    assert left(project) == 5


def test_nothing_waits_is_told_with_how_it_comes_about(empty_window, qtbot, project):
    window = empty_window
    window.reviewing.set_project(project)
    window.menus.action("review.conflicts").trigger()
    panel = window.tools.widget("conflicts")
    assert "Ctrl+Shift+M" in panel.empty.text()
    assert not panel.buttons.isVisible()
    assert not window.conflict_sign.isVisible()
    assert window.menus.action("review.conflicts").text() == "Conflicts to settle"


def test_who_works_without_looking_at_others_is_told_how_many_wait_for_finishing(
    window, panel, project, disputed, qtbot
):
    window.preferences.toggle_blind()
    qtbot.waitUntil(lambda: len(panel.rows.conflicts) < 5)
    assert {one.kind for one in panel.rows.conflicts} == {"label"}
    assert panel.hidden.text().startswith("4 more wait until you finish")
    assert panel.hidden.isVisible()
