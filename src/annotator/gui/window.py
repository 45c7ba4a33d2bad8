"""The window: it puts the parts together and decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.gui.article_list import WIDTH as ARTICLES_WIDTH
from annotator.gui.article_list import ArticleList
from annotator.gui.banner import Banner, ProgressStrip
from annotator.gui.clock import clock_time
from annotator.gui.command_field import CommandField, Offer
from annotator.gui.edit_bar import EditBar
from annotator.gui.edit_mode import EditMode
from annotator.gui.files import Files
from annotator.gui.inspecting import inspect
from annotator.gui.inspector import WIDTH as INSPECTOR_WIDTH
from annotator.gui.inspector import Inspector
from annotator.gui.label_bar import LabelBar
from annotator.gui.menus import Menus
from annotator.gui.notice import Notice
from annotator.gui.page import Page
from annotator.gui.page_selection import local_files
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.reviewing import Reviewing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from annotator.core.errors import AnnotatorError
    from annotator.gui.key_help import KeyHelp
    from annotator.gui.theme import Theme, ThemeChoice
    from annotator.service.changes import Changes

TOP_HEIGHT = 44
NAME_WIDTH = 220
PAGE_MINIMUM = 440
SMALLEST_ZOOM, LARGEST_ZOOM = -5, 16


class Window(QMainWindow):
    """Articles, page and inspector side by side, menus above and labels below."""

    closing = Signal()
    activated = Signal()
    themes: ThemeChoice
    text_zoom: int
    page: Page
    reviewing: Reviewing
    articles: ArticleList
    inspector: Inspector
    command_field: CommandField
    files: Files
    edit_mode: EditMode

    def __init__(self, themes: ThemeChoice) -> None:
        super().__init__()
        self.themes = themes
        self.text_zoom = 0
        theme = themes.theme
        self.page = Page()
        self.reviewing = Reviewing(self.page, parent=self)
        self.articles = ArticleList(theme)
        self.inspector = Inspector(theme)
        self.label_bar = LabelBar(theme)
        self.banner = Banner()
        self.strip = ProgressStrip()
        self.edit_bar = EditBar()
        self.edit_mode = EditMode(self.reviewing, self.edit_bar, parent=self)
        self.notice = Notice()
        self.command_field = CommandField(self._offers, self)
        self.project_name = plain_label("projectName", self.tr("Fact Annotator"))
        menu_bar = QMenuBar()
        self._lay_out(menu_bar)
        self.files = Files(self)
        self.menus = Menus(self, menu_bar)
        self._inspect_soon = QTimer(self)
        self._inspect_soon.setSingleShot(True)
        self._inspect_soon.timeout.connect(lambda: inspect(self.reviewing, self.inspector))
        self._key_help: KeyHelp | None = None
        self._connect()
        self._wear(theme)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Fact Annotator"))
        self.setMinimumSize(640, 420)
        self.menus.refresh()

    def _lay_out(self, menu_bar: QMenuBar) -> None:
        top = QWidget()
        top.setObjectName("topBar")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top.setFixedHeight(TOP_HEIGHT)
        line = QHBoxLayout(top)
        line.setContentsMargins(10, 0, 16, 0)
        line.setSpacing(4)
        line.addWidget(self.project_name)
        line.addWidget(menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.command_field, 4)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.page)
        middle = QWidget()
        middle.setMinimumWidth(PAGE_MINIMUM)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.banner, self.strip, self.edit_bar):
            column.addWidget(strip)
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.articles.setMinimumWidth(170)
        for part in (self.articles, middle, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([ARTICLES_WIDTH, 832, INSPECTOR_WIDTH])
        central = QWidget()
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (top, self.splitter, self.label_bar):
            whole.addWidget(widget, 1 if widget is self.splitter else 0)
        self.setCentralWidget(central)
        self.resize(1440, 900)

    def _connect(self) -> None:
        self.themes.changed.connect(self._wear)
        self.articles.opened.connect(self.open_article)
        self.label_bar.tagged.connect(self.reviewing.tag)
        self.command_field.left.connect(self.page.setFocus)
        self.page.files_dropped.connect(self._add_dropped)
        self.page.sentence_changed.connect(lambda _number: self._inspect_soon.start(0))
        self.page.highlight_chosen.connect(lambda _key: self._inspect_soon.start(0))
        self.reviewing.project_changed.connect(self._show_project)
        self.reviewing.codebook_changed.connect(self._show_codebook)
        self.reviewing.article_changed.connect(self._show_article)
        self.reviewing.changed.connect(self._take)
        self.reviewing.failed.connect(self.show_failure)
        self.reviewing.told.connect(self.banner.show_note)
        self.edit_mode.begun.connect(self.menus.refresh)
        self.notice.another_wanted.connect(self.files.ask_project)

    def _show_project(self) -> None:
        project = self.reviewing.project
        self._show_codebook()
        self.articles.fill(project.queries.articles() if project else ())
        self.stack.setCurrentWidget(self.page if project else self.notice)
        name = project.name if project else self.tr("Fact Annotator")
        font = self.project_name.fontMetrics()
        self.project_name.setText(font.elidedText(name, Qt.TextElideMode.ElideRight, NAME_WIDTH))
        self.project_name.setToolTip(tooltip(name))
        self.setWindowTitle(self.tr("{0} – Fact Annotator").format(name) if project else name)
        if project is not None:
            self.label_bar.show_saved("")
        else:
            self.label_bar.show_nothing_saved()
        self.banner.hide()

    def _show_codebook(self) -> None:
        self.label_bar.set_codebook(self.reviewing.codebook)
        self.menus.set_codebook(self.reviewing.codebook)
        self.label_bar.show_article(self.reviewing.article)

    def _show_article(self) -> None:
        article = self.reviewing.article
        self.label_bar.show_article(article)
        self.articles.set_current(article.article.id if article else None)
        self._inspect_soon.start(0)
        self.menus.refresh()

    def _take(self, changes: Changes) -> None:
        self.articles.take(changes)
        self.label_bar.take(changes)
        if self.reviewing.project is not None:
            self.label_bar.show_saved(clock_time(self.reviewing.project.queries.last_saved()))
        self.banner.clear_error()
        self._inspect_soon.start(0)

    def _wear(self, theme: Theme) -> None:
        for part in (self.page, self.articles, self.inspector, self.label_bar, self.command_field):
            part.set_theme(theme)

    def show_failure(self, error: AnnotatorError) -> None:
        """Say above the page what failed and what to do; nothing stops."""
        if error.kind is error.kind.ANSWER:
            self.banner.show_note(str(error))
        else:
            self.banner.show_error(str(error))

    def open_article(self, article_id: str) -> None:
        """Bring an article onto the page and give it the keys."""
        article = self.reviewing.article
        if article is None or article.article.id != article_id:
            self.reviewing.open_article(article_id)
        self.page.setFocus()

    def open_neighbor(self, step: int) -> None:
        """Open the article further down, or up, in the list."""
        article = self.reviewing.article
        found = self.articles.rows.neighbor(article.article.id if article else None, step)
        if found is not None:
            self.open_article(found)

    def toggle_panel(self, panel: QWidget) -> None:
        """Hide a column, or show it again."""
        if panel.isAncestorOf(self._focused()):
            self.page.setFocus()
        panel.setVisible(panel.isHidden())

    def focus_pane(self, step: int) -> None:
        """Give the keys to the next visible pane."""
        panes = [self.articles.view, self.page, self.inspector, self.command_field]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = self._focused()
        held = [pane for pane in shown if pane is focus or pane.isAncestorOf(focus)]
        place = shown.index(held[0]) + step if held else 0
        shown[place % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self

    def zoom(self, steps: int) -> None:
        """Show the text larger or smaller, in steps from its normal size."""
        self.text_zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, steps))
        self.page.set_text_zoom(self.text_zoom)

    def show_key_help(self) -> None:
        """Show all keys beside the window."""
        from annotator.gui.key_help import KeyHelp  # noqa: PLC0415 - the first paint needs it not

        if self._key_help is None:
            self._key_help = KeyHelp(self)
        self._key_help.show_keys(self.reviewing.codebook)

    def show_about(self) -> None:
        """Say what the program is and which version runs."""
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("About Fact Annotator"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Fact Annotator {0}").format(__version__))
        box.setInformativeText(
            self.tr("Check news facts sentence by sentence. Offline: nothing leaves this computer.")
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _offers(self) -> Iterator[Offer]:
        yield from self.menus.offers()
        article = self.tr("Article")
        for article_id, title in self.articles.rows.titles():
            yield Offer(title, article, lambda chosen=article_id: self.open_article(chosen))  # type: ignore[misc]  # the default binds this turn's id

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files in hand, and nothing else."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Add the files dropped anywhere on the window."""
        event.acceptProposedAction()
        self._add_dropped(local_files(event.mimeData()))

    def _add_dropped(self, names: Sequence[str]) -> None:
        self.files.add_articles([Path(name) for name in names])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when the window comes to the front."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the window closes, before anything goes."""
        self.closing.emit()
        super().closeEvent(event)
