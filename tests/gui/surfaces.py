"""Every surface of the window, brought forth one after the other, for tests that look at all."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from tests.gui.exchanged import doubtful
from tests.gui.newer_dam import LOST, NEWER, ROAD, tagged
from tests.service.newer_copies import revised

from annotator.gui.annotation_columns import ColumnsDialog
from annotator.gui.annotation_plan import Asked, planned
from annotator.gui.annotation_preview import AnnotationPreview
from annotator.gui.crash_dialog import CrashDialog
from annotator.gui.import_drafts import Drafts
from annotator.gui.import_preview import ImportPreview
from annotator.gui.text_difference import DifferenceDialog
from annotator.gui.tools import TOOLS, Where
from annotator.service.exchange_ports import Loss
from annotator.service.exporting import ExportReport
from annotator.service.importing import Wishes, prepare
from annotator.service.watch import UNWATCHED

# Each names what it brings forth and how; tools come from their table.
OWN = (
    "reading",
    "claim record",
    "editing",
    "settings",
    "about",
    "crash",
    "no project",
    "import preview",
    "annotations in doubt",
    "columns of highlights",
    "what is lost",
    "what is wrong",
    "difference",
    "search, misunderstood",
    "highlights, misunderstood",
    "find, bad pattern",
    "history with steps",
    "highlights without a place",
    "revisions compared",
)
# A filter, a value, a date, a name and a label that there are not.
NONSENSE = "befor:2020 has:pictures after:soon speaker: label:dragons"
# A line of some program that is not known.
UNKNOWN = {"covered": "ministry", "kind": "Claim", "whence": "Dam"}
SURFACES = (*OWN, *(tool.id for tool in TOOLS))


def bring_forth(window, name):
    """Show a surface and return the top-level widget it is seen in."""
    where = {tool.id: tool.where for tool in TOOLS}.get(name)
    if name == "highlights":
        window.reviewing.tag(window.reviewing.codebook.labels[0])
    shown = window.tools.open(name) if where is not None else _OWN[name](window)
    settle()
    while name == "highlights" and shown.build.running:
        QTest.qWait(5)
    return (
        shown
        if where is Where.DIALOG or (isinstance(shown, QWidget) and shown.isWindow())
        else window
    )


def settle():
    """Let layouts and what follows at rest come to an end."""
    for _ in range(3):
        QApplication.processEvents()


def _claim_record(window):
    window.page.go_to_sentence(1)
    window.reviewing.tag(window.reviewing.codebook.labels[0])
    window.reviewing.choose_next()
    settle()

    window.inspector.record.more.setChecked(True)


def _editing(window):
    window.edit_mode.begin()
    window.edit_mode.replace_all()


def _settings(window):
    window.preferences.show_dialog()
    dialog = window.preferences._dialog
    # A search for what every row says shows all of them at once.
    dialog.shortcuts.show()
    for row in dialog.rows.values():
        row.show()
    return dialog


def _about(window):
    window.menus.run(window.menus._made["help.about"][0])
    return window.findChild(QMessageBox)


def _crash(window):
    dialog = CrashDialog("Traceback", "12:00", window)
    dialog.show()
    return dialog


def _search(window):
    panel = window.tools.open("search")
    panel.field.setText(f"{NONSENSE} the")
    wait_for(lambda: panel.told.isVisible() and not panel.search.running)


def _highlights(window):
    window.reviewing.tag(window.reviewing.codebook.labels[0])
    table = window.tools.open("highlights")
    table.field.setText(NONSENSE)
    wait_for(lambda: table.build.misunderstood and not table.build.running)


def _find(window):
    bar = window.tools.open("find")
    bar.options[2].setChecked(True)
    bar.field.setText("(dam")
    wait_for(bar.told.isVisible)


def _history(window):
    reviewing = window.reviewing
    window.page.go_to_sentence(1)
    reviewing.tag(reviewing.codebook.labels[0])
    reviewing.toggle_reviewed()
    reviewing.undo()
    panel = window.tools.open("history")
    panel.view.setCurrentIndex(panel.rows.index(panel.rows.rowCount() - 1))
    wait_for(lambda: panel.preview.toPlainText().count("\n") > 2)


def wait_for(come):
    """Let the window work until something has come."""
    for _ in range(2000):
        if come():
            return
        QTest.qWait(5)
    raise AssertionError(come)


def _import_preview(window):
    folder = window.reviewing.project.path.parent / "comes in"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_bytes("Мост закрыт до понедельника, сообщили.".encode("cp1251"))
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.csv").write_text("head,body\nDam,It held.\n", "utf-8")
    project = window.reviewing.project
    batch = prepare([folder], project.surroundings, Wishes(recursive=True), queries=project.queries)
    shown = ImportPreview(window, project, Drafts(batch), Wishes(), can_revise=True)
    shown.show()
    # Reading columns takes a thread, which must not outlive what it tells.
    shown.again.close()
    batch.close()
    return shown


def _annotations(window):
    path = doubtful(window.reviewing.project.path.with_name("in doubt.jsonl"))
    with path.open("a", encoding="utf-8") as file:
        file.write("no more of it\n")
    project = window.reviewing.project
    shown = AnnotationPreview(window, project, path, planned(project, path, Asked(), UNWATCHED))
    shown.show()
    shown.remarks.setCurrentIndex(shown.remarks.rows.index(0, 0))
    shown.planning.close()
    return shown


def _columns(window):
    project = window.reviewing.project
    path = project.path.with_name("unknown.jsonl")
    path.write_text(json.dumps(UNKNOWN) + "\n", "utf-8")
    found = planned(project, path, Asked(), UNWATCHED)
    shown = ColumnsDialog(window, path, found, project.surroundings.formats())
    shown.show()
    shown.table.setCurrentIndex(shown.table.rows.index(0, 0))
    return shown


def _lost(window):
    losses = (Loss("texts of articles", 12), Loss("long cells", 3, "cut to what a cell may hold"))
    shown = window.tools.made("export-report")
    shown.show_report(ExportReport("csv", Path("week.csv"), 12, 31_857, losses), "CSV")
    return window.tools.open("export-report")


def _wrong(window):
    shown = window.tools.open("verify")
    path = doubtful(window.reviewing.project.path.with_name("wrong.jsonl"))
    with path.open("a", encoding="utf-8") as file:
        file.write("no more of it\n")
    shown.verify(path)
    wait_for(lambda: not shown.checking.running)
    return shown


def _difference(window):
    shown = DifferenceDialog(window.themes, window)
    shown.compare(("Old", "It was red.\n"), ("New", "It was blue.\n"))
    return shown


def _revised(window):
    """Give the open article a newer text, in which a tagged sentence has two places, or none."""
    project, article = window.reviewing.project, window.reviewing.article.article
    for words in (LOST, ROAD):
        tagged(project, article, words)
    revised(project, article, NEWER, title="")


def _unplaced(window):
    _revised(window)
    panel = window.tools.open("unplaced")
    wait_for(lambda: not panel.finding.running)
    panel.view.setCurrentIndex(panel.rows.index(1))


def _revisions(window):
    _revised(window)
    view = window.tools.open("revisions")
    wait_for(lambda: view.comparison is not None)


_OWN = {
    "highlights without a place": _unplaced,
    "revisions compared": _revisions,
    "import preview": _import_preview,
    "annotations in doubt": _annotations,
    "columns of highlights": _columns,
    "what is lost": _lost,
    "what is wrong": _wrong,
    "difference": _difference,
    "reading": lambda _window: None,
    "claim record": _claim_record,
    "editing": _editing,
    "settings": _settings,
    "about": _about,
    "crash": _crash,
    "no project": lambda window: window.reviewing.set_project(None),
    "search, misunderstood": _search,
    "highlights, misunderstood": _highlights,
    "find, bad pattern": _find,
    "history with steps": _history,
}
