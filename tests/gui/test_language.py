from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTreeWidget,
    QWidget,
)
from tests.gui.pseudo import untranslated
from tests.gui.surfaces import NONSENSE, SURFACES, UNKNOWN, bring_forth
from tests.gui.test_room import cut_off

from annotator.core.search_query import CHOICES, FILTERS
from annotator.gui.article_rows import ArticleRows
from annotator.gui.clock import day, day_and_time
from annotator.gui.history_rows import HistoryRows
from annotator.gui.language import language_name, speak
from annotator.gui.plain import tooltip
from annotator.gui.search_examples import SearchExamples
from annotator.settings.table import LANGUAGE

# Names of the program, of keys and of files; what Qt says itself; the text of the crash report.
OURS = r"Fact Annotator|Traceback|Press shortcut|profile\.json|settings\.json|OK|Close|English"
KEYS = r"Ctrl|Shift|Alt|Esc|Space|Tab|Return|Enter|Del|Delete|Backspace|Home|End|PgUp|PgDown|Left"
KEYS += r"|Right|Up|Down|Ins|F\d+|MB|px"
DAMAGED = "damaged at line 2 (expecting value at character 1); get it anew, or export it once more."
DATE = r"\d+ [A-Z][a-z]{2} \d{4}"


@pytest.fixture
def foreign_window(pseudo, window):
    return window


def texts(top):
    """Every text that can be seen, read in a tooltip or heard, with where it stands."""
    for one in [top, *top.findChildren(QWidget)]:
        if not (one.isVisible() or isinstance(one, QMenu)) or not is_of(one, top):
            continue
        found = [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if one.isWindow() and not isinstance(one, QMenu):
            found.append(one.windowTitle())
        found.extend(own_texts(one))
        yield from ((type(one).__name__, text) for text in found if text)


def is_of(widget, top):
    return widget.window() is top or isinstance(widget, QMenu)


def own_texts(one):
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QLineEdit):
        yield one.placeholderText()
    elif isinstance(one, QComboBox) and one.count() < 20:
        yield from (one.itemText(row) for row in range(one.count()))
    elif isinstance(one, QTabBar):
        yield from (one.tabText(place) for place in range(one.count()))
    elif isinstance(one, QMenu):
        yield from (action.text() for action in one.actions())
        yield one.title()
    elif isinstance(one, QListWidget):
        yield from (one.item(row).text() for row in range(one.count()))
    elif isinstance(one, QListView | QPlainTextEdit):
        yield from texts_of_history(one)
    elif isinstance(one, QTreeWidget):
        header = one.headerItem()
        if not one.isHeaderHidden():
            yield from (header.text(column) for column in range(one.columnCount()))
        yield from tree_texts(one.invisibleRootItem())


def texts_of_history(one):
    if isinstance(one, QListView) and isinstance(one.model(), HistoryRows):
        role = Qt.ItemDataRole.AccessibleTextRole
        yield from (one.model().index(row).data(role) for row in range(one.model().rowCount()))
    elif one.objectName() == "preview":
        yield one.toPlainText()


def tree_texts(item):
    for row in range(item.childCount()):
        child = item.child(row)
        yield child.text(0)
        yield from tree_texts(child)


def data(window, project, tmp_path):
    """What the user brought: names, titles, texts, places."""
    codebook = window.reviewing.codebook or project.queries.codebook()
    found = [project.name, project.reviewer.name, str(tmp_path)]
    for label in codebook.labels:
        found += [label.name, label.definition, *label.tests, *label.edge_cases, *label.examples]
    found += [summary.article.title for summary in project.queries.articles()]
    found += codebook.verdicts
    found += [str(window.reviewing.project.path.parent / "comes in"), "/a.txt", "https://"]
    # The language of search is the same in all languages.
    found += [*NONSENSE.split(), *FILTERS, *sum(CHOICES.values(), ())]
    found += [*UNKNOWN, " · ".join(UNKNOWN.values()), "unknown.jsonl"]
    found += [example for example, _ in SearchExamples()._rows()]
    found += ["(has:note)", "(is:older-guideline)", "(is:orphaned)"]
    found += [one.title for one in project.surroundings.formats()]
    # What a format says of a file is the same in all languages.
    files = [project.path.with_name(name) for name in ("in doubt.jsonl", "wrong.jsonl")]
    found += ["line 2", "expecting value at character 1"]
    found += [f"is {DAMAGED}", "week.csv", *map(str, files), *map(tooltip, map(str, files))]
    found += ["dam.txt", "The road stayed closed", "the road stayed closed"]
    article = window.reviewing.article
    found += [article.sentence_text(number) for number in range(len(article.sentences))]
    return sorted((one for one in found if one), key=len, reverse=True)


@pytest.mark.parametrize("surface", SURFACES)
def test_every_text_is_translated_and_has_room(foreign_window, project, tmp_path, surface):
    window = foreign_window
    given = data(window, project, tmp_path)
    top = bring_forth(window, surface)
    allowed = re.compile("|".join([*map(re.escape, given), rf"\b(?:{OURS}|{KEYS}|{DATE})\b"]))
    missed = set()
    for kind, text in texts(top):
        plain = re.sub(r"<[^>]*>|&(?!&)", "", text)
        rest = untranslated(allowed.sub(" ", plain))
        # An article that comes in is the user's.
        if rest and kind != "ImportText":
            missed.add(f"{kind}: {rest[:120]}")
    assert not missed, "\n".join(sorted(missed))
    found = list(cut_off(top))
    assert not found, "\n".join(found)


def test_section_titles_are_translated(pseudo):
    assert all(section.title.startswith("⟦") for section in ArticleRows().sections)


def test_english_needs_no_file_and_an_unknown_language_changes_nothing(qapp, pseudo_folder):
    assert not speak(qapp, "en", pseudo_folder)
    assert not speak(qapp, "tlh", pseudo_folder)
    assert qapp.translate("actions", "Undo") == "Undo"


def test_another_choice_takes_the_place_of_the_first(qapp, pseudo_folder):
    assert speak(qapp, "qps", pseudo_folder)
    assert qapp.translate("actions", "Undo").startswith("⟦")
    assert not speak(qapp, "en", pseudo_folder)
    assert qapp.translate("actions", "Undo") == "Undo"


def test_languages_are_called_as_their_speakers_call_them():
    assert [language_name(code) for code in ("en", "uk")] == ["English", "Українська"]
    assert [choice.value for choice in LANGUAGE.choices][:2] == ["system", "en"]


def test_months_are_called_as_the_language_of_the_window_calls_them(qapp, pseudo_folder, tmp_path):
    assert day("2026-03-04") == "4 Mar 2026"
    compiled = (pseudo_folder / "annotator_qps.qm").read_bytes()
    (tmp_path / "annotator_uk.qm").write_bytes(compiled)
    assert speak(qapp, "uk", tmp_path)
    assert day("2026-03-04") == "4 бер. 2026"
    assert day_and_time("2026-03-04T12:00:00+00:00").startswith("4 бер. 2026, ")
    speak(qapp, "en")
    assert day("2026-03-04") == "4 Mar 2026"


def test_a_language_written_from_right_to_left_mirrors_the_window(qapp, pseudo_folder, tmp_path):
    compiled = (pseudo_folder / "annotator_qps.qm").read_bytes()
    (tmp_path / "annotator_ar.qm").write_bytes(compiled)
    assert speak(qapp, "ar", tmp_path)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    speak(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
