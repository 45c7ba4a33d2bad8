"""The window: it puts the parts together and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.article_list import ArticleList
from annotator.gui.banner import Banner, ProgressStrip
from annotator.gui.blind_line import BlindLine
from annotator.gui.clock import clock_time, moment
from annotator.gui.columns import ARTICLES, INSPECTOR, NARROWEST, NARROWEST_PAGE, WIDTHS
from annotator.gui.command_field import CommandField, Offer
from annotator.gui.conflict_sign import ConflictSign
from annotator.gui.dropped_files import take_dropped
from annotator.gui.edit_bar import EditBar
from annotator.gui.edit_mode import EditMode
from annotator.gui.elided_label import ElidedLabel
from annotator.gui.failures import sentence_on
from annotator.gui.files import Files
from annotator.gui.hover import Hover
from annotator.gui.inspecting import inspect
from annotator.gui.inspector import Inspector
from annotator.gui.key_words import take_keys
from annotator.gui.label_bar import LabelBar
from annotator.gui.long_work import LongWork
from annotator.gui.menu_line import MenuLine
from annotator.gui.menus import Menus
from annotator.gui.newer_copy import add_newer_copy
from annotator.gui.notice import Notice
from annotator.gui.page import Page
from annotator.gui.page_cue import PageCue
from annotator.gui.page_empty import PageEmpty
from annotator.gui.page_menu import show_page_menu
from annotator.gui.page_ruler import PageRuler
from annotator.gui.page_selection import local_files, web_link
from annotator.gui.page_speech import PageSpeech
from annotator.gui.panels import Panels
from annotator.gui.places_needed import PlacesNeeded
from annotator.gui.preferences import Preferences
from annotator.gui.recent import Recent
from annotator.gui.record_desk import RecordDesk
from annotator.gui.reviewer_sign import ReviewerSign
from annotator.gui.reviewing import Reviewing
from annotator.gui.search_offer import search_offer
from annotator.gui.tools import Side, Tools
from annotator.gui.ui_zoom import zoomed
from annotator.gui.waiting_sign import WaitingSign
from annotator.settings.settings import Settings
from annotator.settings.table import SHORTCUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from annotator.core.errors import AnnotatorError
    from annotator.gui.theme import Theme, ThemeChoice
    from annotator.service.changes import Changes

TOP_HEIGHT = 44
NAME_WIDTH = 220
SMALLEST = (640, 400)
# The page answers a key at once; the inspector follows when the hands rest.
INSPECT_AFTER_MS = 80
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
    side: Side
    tools: Tools
    command_field: CommandField
    files: Files
    edit_mode: EditMode
    preferences: Preferences
    record_desk: RecordDesk
    work: LongWork

    def __init__(self, themes: ThemeChoice, settings: Settings | None = None) -> None:
        super().__init__()
        self.themes = themes
        settings = settings or Settings()
        # The parts tell their keys from the start.
        take_keys(settings.get(SHORTCUTS.key))
        self.text_zoom = 0
        theme = themes.theme
        self.page = Page()
        self.reviewing = Reviewing(self.page, parent=self)
        self.articles = ArticleList(theme)
        self.inspector = Inspector(theme)
        self.label_bar = LabelBar(theme)
        self.banner = Banner()
        # Before anything else, which may tell of the change.
        self.reviewing.changed.connect(self.banner.take)
        self.strip = ProgressStrip()
        self.waiting_strip = ProgressStrip()
        self.work_strip = ProgressStrip()
        self.edit_bar = EditBar()
        self.blind_line = BlindLine(self.reviewing)
        self.edit_mode = EditMode(self.reviewing, self.edit_bar, parent=self)
        self.ruler = PageRuler(self.page, self.reviewing, themes).ruler
        self.hover = Hover(self.page, self.reviewing)
        self.speech = PageSpeech(self.page, self.reviewing)
        self.cue = PageCue(self.page, self.reviewing)
        self.notice = Notice()
        self.command_field = CommandField(self._offers, self)
        self.project_name = ElidedLabel("projectName", least=60, most=NAME_WIDTH)
        menu_bar = MenuLine()
        self.project_name.show_text(self.tr("Fact Annotator"))
        self.conflict_sign, self.reviewer_sign = ConflictSign(self), ReviewerSign(self)
        self._lay_out(menu_bar)
        self.files = Files(self)
        self.record_desk = RecordDesk(self)
        self.work = LongWork(self, self.work_strip)
        self.menus = Menus(self, menu_bar)
        self.recent = Recent(self)
        self.menus.put_menu("file.export", self.recent.menu)
        self.preferences = Preferences(self, settings)
        self._inspect_soon = QTimer(self)
        self._inspect_soon.setSingleShot(True)
        self._inspect_soon.setInterval(INSPECT_AFTER_MS)
        self._inspect_soon.timeout.connect(lambda: inspect(self.reviewing, self.inspector))
        self.waiting_sign = WaitingSign(self)
        self.page_empty = PageEmpty(self)
        self.places_needed = PlacesNeeded(self)
        self._connect()
        self._wear(theme)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Fact Annotator"))
        self.setMinimumSize(*SMALLEST)
        self.menus.refresh()

    def _lay_out(self, menu_bar: QMenuBar) -> None:
        """Put each part in its place from the window inwards.

        What is moved with all that it holds is dressed anew with all that it holds.
        """
        central = QWidget()
        self.setCentralWidget(central)
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = self._top = QWidget()
        top.setObjectName("topBar")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(top)
        line.setContentsMargins(10, 0, 16, 0)
        line.setSpacing(4)
        line.addWidget(self.project_name)
        line.addWidget(menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.conflict_sign)
        line.addWidget(self.reviewer_sign)
        line.addWidget(self.command_field, 4)
        whole.addWidget(top)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self.splitter, 1)
        self._fill_splitter()
        whole.addWidget(self.label_bar)

    def _fill_splitter(self) -> None:
        self.splitter.setHandleWidth(1)
        self.articles.setMinimumWidth(NARROWEST[ARTICLES])
        middle = QWidget()
        middle.setMinimumWidth(NARROWEST_PAGE)
        self.splitter.addWidget(self.articles)
        self.splitter.addWidget(middle)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strips = (self.banner, self.waiting_strip, self.work_strip, self.strip, self.edit_bar)
        for strip in (*strips, self.blind_line):
            column.addWidget(strip)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.page)
        self.side = Side(self.inspector, self.splitter)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([WIDTHS[ARTICLES], 832, WIDTHS[INSPECTOR]])
        self.tools = Tools(self, side=self.side, center=self.stack, strips=column)
        panels = {ARTICLES: self.articles, INSPECTOR: self.side}
        self.panels = Panels(panels, self._leave)

    def _connect(self) -> None:
        self.themes.changed.connect(self._wear)
        self.articles.opened.connect(self.open_article)
        self.label_bar.tagged.connect(self.reviewing.tag)
        self.label_bar.reviewed.connect(self.reviewing.toggle_reviewed)
        self.command_field.left.connect(self.page.setFocus)
        self.command_field.last = lambda typed: search_offer(self, typed)
        self.page.files_dropped.connect(self._add_dropped)
        self.page.link_dropped.connect(self.files.offer_to_fetch)
        self.page.newer_copy_dropped.connect(lambda names: add_newer_copy(self, names))
        self.page.menu_wanted.connect(lambda place: show_page_menu(self, place))
        self.page.sentence_changed.connect(lambda _number: self._inspect_soon.start())
        self.page.highlight_chosen.connect(lambda _key: self._inspect_soon.start())
        self.reviewing.project_changed.connect(self._show_project)
        self.reviewing.codebook_changed.connect(self._show_codebook)
        self.reviewing.article_changed.connect(self._show_article)
        self.reviewing.changed.connect(self._take)
        self.reviewing.failed.connect(self.show_failure)
        self.reviewing.not_saved.connect(self.label_bar.show_not_saved)
        self.reviewing.told.connect(self.banner.show_note)
        self.edit_mode.begun.connect(self.menus.refresh)
        self.stack.currentChanged.connect(self.menus.refresh)
        self.notice.another_wanted.connect(self.files.ask_project)
        self.recent.chosen.connect(self.files.project_chosen)
        self.notice.recent_wanted.connect(self.files.project_chosen)
        self.notice.new_wanted.connect(self.files.ask_new_project)

    def _show_project(self) -> None:
        project = self.reviewing.project
        self._show_codebook()
        self.articles.show_project(project)
        self.stack.setCurrentWidget(self.page if project else self.notice)
        name = project.name if project else self.tr("Fact Annotator")
        self.project_name.show_text(name)
        title = self.tr("{0} – {1} – Fact Annotator")
        self.setWindowTitle(title.format(name, project.reviewer.name) if project else name)
        if project is not None:
            self.label_bar.show_saved(moment(project.queries.last_saved()))
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
        self._inspect_soon.start()
        self.menus.refresh()

    def _take(self, changes: Changes) -> None:
        self.articles.take(changes)
        self.label_bar.take(changes)
        if self.reviewing.project is not None:
            self.label_bar.show_saved(clock_time(changes.at))
        self._inspect_soon.start()

    def _wear(self, theme: Theme) -> None:
        for part in (self.page, self.articles, self.inspector, self.label_bar, self.command_field):
            part.set_theme(theme)
        self._top.setFixedHeight(zoomed(TOP_HEIGHT))

    def show_failure(self, error: AnnotatorError) -> None:
        """Say above the page what failed and what to do; nothing stops."""
        if error.kind is error.kind.ANSWER:
            self.banner.show_note(sentence_on(error))
        else:
            self.banner.show_error(sentence_on(error))

    def open_article(self, article_id: str) -> None:
        """Bring an article onto the page and give it the keys."""
        article = self.reviewing.article
        if article is None or article.article.id != article_id:
            self.reviewing.open_article(article_id)
        self.stack.setCurrentWidget(self.page)
        self.page.setFocus()

    def open_neighbor(self, step: int) -> None:
        """Open the article further down, or up, in the list."""
        article = self.reviewing.article
        found = self.articles.rows.neighbor(article.article.id if article else None, step)
        if found is not None:
            self.open_article(found)

    def toggle_panel(self, panel: QWidget) -> None:
        """Hide a column, or show it again."""
        self.panels.toggle(panel)

    def _leave(self, panel: QWidget) -> None:
        if panel.isAncestorOf(self._focused()):
            self.page.setFocus()

    def focus_pane(self, step: int) -> None:
        """Give the keys to the next visible pane."""
        panes = [self.articles.view, self.page, self.side, self.command_field]
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

    def _offers(self) -> Iterator[Offer]:
        yield from self.menus.offers()
        project = self.reviewing.project
        yield from self.recent.offers(project.path if project else None)
        article = self.tr("Article")
        for article_id, title in self.articles.rows.titles():
            yield Offer(title, article, lambda chosen=article_id: self.open_article(chosen))  # type: ignore[misc]  # the default binds this turn's id

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and links in hand, and nothing else."""
        data = event.mimeData()
        if self.reviewing.project is not None and (local_files(data) or web_link(data)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Add the files dropped anywhere on the window; ask before a link is followed."""
        event.acceptProposedAction()
        if names := local_files(event.mimeData()):
            self._add_dropped(names)
        else:
            self.files.offer_to_fetch(web_link(event.mimeData()))

    def _add_dropped(self, names: Sequence[str]) -> None:
        take_dropped(self, names)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many columns as there is room for."""
        self.panels.fit(event.size().width())
        self.menus.refresh()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when the window comes to the front."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the window closes, before anything goes; stay for what waits to be saved."""
        if self.waiting_sign.holds():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
