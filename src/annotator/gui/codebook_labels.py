"""The editor's page of labels: the list, what is done with a label, and the label's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook_rules import free_letter
from annotator.core.records import Label
from annotator.gui.codebook_label_form import TYPED, LabelForm
from annotator.gui.codebook_list import LabelList
from annotator.gui.flow import Flow
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.scrolled import scrolled
from annotator.gui.ui_zoom import zoomed
from annotator.service.codebook_commands import (
    AddLabel,
    ChangeLabel,
    MergeLabels,
    RemoveLabel,
    ReorderLabels,
    RestoreLabel,
)
from annotator.service.label_palette import free_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.records import Codebook
    from annotator.gui.codebook_editor import CodebookEditor
    from annotator.gui.theme import Theme

LIST_WIDTH = 256
KEPT_AFTER_MS = 5_000


class LabelsPage(QWidget):
    """Adds, orders, merges, removes and restores labels, and alters the chosen one."""

    def __init__(self, editor: CodebookEditor, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self._codebook: Codebook | None = None
        self._uses: Mapping[str, int] = {}
        # The newest label, as long as it has neither a name nor a letter of its own.
        self._unnamed: Label | None = None
        self.list = LabelList()
        self.form = LabelForm(theme)
        self.sentence = plain_label("muted", wrapped=True)
        self.add = _button(self.tr("Add"), self.tr("Add a label"))
        self.up = _button("↑", self.tr("Move up (Alt+Up)"))
        self.down = _button("↓", self.tr("Move down (Alt+Down)"))
        self.merge = _button(self.tr("Merge"), self.tr("Give all its highlights another label"))
        self.remove = _button(self.tr("Remove"), self.tr("Remove the label"))
        self.merge_menu = QMenu(self.merge)
        self.merge.setMenu(self.merge_menu)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEPT_AFTER_MS)
        self._rest.timeout.connect(self.keep)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.ordered.connect(lambda ids: editor.execute(ReorderLabels(ids)))
        self.form.edited.connect(self._take)
        self.add.clicked.connect(lambda _checked=False: self.add_label())
        self.up.clicked.connect(lambda _checked=False: self.list.move_current(-1))
        self.down.clicked.connect(lambda _checked=False: self.list.move_current(1))
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.merge_menu.aboutToShow.connect(self._fill_merge_menu)

    def _lay_out(self) -> None:
        left = self._left = QWidget()
        left.setMinimumWidth(LIST_WIDTH)
        left.setMaximumWidth(zoomed(LIST_WIDTH))
        buttons = Flow(gap=4)
        for button in (self.add, self.up, self.down, self.merge, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        scroll = scrolled(self.form, name=self.tr("Label"))
        scroll.setObjectName("labelForm")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 4, 12)
        layout.setSpacing(16)
        layout.addWidget(left, 2)
        layout.addWidget(scroll, 3)

    def show_codebook(self, codebook: Codebook, uses: Mapping[str, int], *, theme: Theme) -> None:
        """Show the labels as they are now, with how many highlights bear each."""
        self._codebook, self._uses = codebook, uses
        self.list.show_labels(codebook.labels, uses, theme=theme)

    @property
    def label(self) -> Label | None:
        """The chosen label."""
        return self._codebook.label_by_id(self.list.current_id()) if self._codebook else None

    def _others(self) -> list[Label]:
        label = self.label
        labels = self._codebook.labels if self._codebook else ()
        return [one for one in labels if label is None or one.id != label.id]

    def _show(self, label_id: str) -> None:
        if self.form.label is not None and self.form.label.id != label_id:
            self.keep()
        label = self.label
        self.form.show_label(label, self._others())
        self.sentence.setText(self._told(label))
        restores = label is not None and label.archived
        self.remove.setText(self.tr("Restore") if restores else self.tr("Remove"))
        self.remove.setEnabled(label is not None)
        self.merge.setEnabled(label is not None and len(self._others()) > 0)
        row, last = self.list.currentRow(), self.list.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)

    def _told(self, label: Label | None) -> str:
        """Say what removing the chosen label would do."""
        if label is None:
            return ""
        uses = self._uses.get(label.id, 0)
        bear = self._bear(uses)
        if label.archived:
            return self.tr("Archived. {0}").format(bear)
        if uses:
            return self.tr("{0} Removing archives it; no highlight is lost.").format(bear)
        return self.tr("No highlight bears it: removing erases it, if none ever did.")

    def _bear(self, uses: int) -> str:
        if uses == 1:
            return self.tr("One highlight bears it.")
        return self.tr("{0} highlights bear it.").format(written(uses))

    def _take(self, name: str) -> None:
        """Keep a choice at once, and typing when its field is left or the hands rest."""
        if self.form.unsaved not in {None, name}:
            self.keep()
        self.form.unsaved = name
        if name in TYPED:
            self._rest.start()
        else:
            self.keep()

    def keep(self) -> None:
        """Keep what was typed into the form and not kept yet."""
        name, label = self.form.unsaved, self.form.label
        self.form.unsaved = None
        self._rest.stop()
        if name is None or label is None:
            return
        change = self.form.change(name) + self._letter_with(name, label)
        if name == "shortcut" and self._is_refused(str(change[0][1])):
            self.form.show_label(label, self._others())
        elif any(getattr(label, field) != value for field, value in change):
            if self._editor.execute(ChangeLabel(label.id, change)) is None:
                self.form.show_label(label, self._others())
        else:
            self.form.show_label(self.label or label, self._others())

    def _letter_with(self, name: str, label: Label) -> tuple[tuple[str, object], ...]:
        """Return the letter of a new label's first own name, unless one was given by hand."""
        fresh = self._unnamed
        if fresh is None or label.id != fresh.id or name not in {"name", "letter"}:
            return ()
        self._unnamed = None
        named = self.form.fields["name"].value().strip()
        if name == "letter" or not named or label.letter != fresh.letter:
            return ()
        taken = [one.letter for one in self._others() if not one.archived]
        return (("letter", free_letter(named, taken)),)

    def _is_refused(self, key: str) -> bool:
        """Tell whether a key gives a command, and say so: the label would never be given by it."""
        owner = self.form.owner(key)
        label = self.form.label
        if owner is None or label is None or key == label.shortcut:
            return False
        self._editor.tell(
            self.tr("“{0}” cannot be the label’s key: it is the key of “{1}”.").format(key, owner)
        )
        return True

    def follow_focus(self, now: QWidget | None) -> None:
        """Keep what was typed once its field is left."""
        if self.form.unsaved is not None and self.form.field_at(now) != self.form.unsaved:
            self.keep()

    def add_label(self) -> None:
        """Add a label with a color, line and key that are free, its name ready to be typed."""
        if self._codebook is None:
            return
        self.keep()
        in_use = [label for label in self._codebook.labels if not label.archived]
        paint, line = free_look(in_use)
        keys = {label.shortcut for label in in_use}
        fresh = Label(
            id="",
            key="",
            name=self._free_name(),
            letter="",
            color_light=paint.light,
            color_dark=paint.dark,
            line_style=line,
            shortcut=_first("123456789", but=keys),
        )
        changes = self._editor.execute(AddLabel(fresh))
        added = [after for _, after in changes.of(Label) if after] if changes else []
        if added:
            self.list.choose(added[0].id)
            self._unnamed = added[0]
            name = self.form.fields["name"]
            name.setFocus()
            name.selectAll()

    def _free_name(self) -> str:
        names = {label.name for label in self._codebook.labels} if self._codebook else set()
        base = self.tr("New label")
        numbered = (f"{base} {number}" for number in range(2, len(names) + 3))
        return _first((base, *numbered), but=names)

    def _remove(self) -> None:
        label = self.label
        if label is None:
            return
        self.keep()
        command = RestoreLabel(label.id) if label.archived else RemoveLabel(label.id)
        self._editor.execute(command)

    def _fill_merge_menu(self) -> None:
        """Offer the other labels, and say what merging moves."""
        self.merge_menu.clear()
        label = self.label
        if label is None:
            return
        uses = self._uses.get(label.id, 0)
        moves = self.tr("moves {0} highlights").format(written(uses))
        if uses == 1:
            moves = self.tr("moves one highlight")
        for other in self._others():
            if other.archived:
                continue
            title = self.tr("Into “{0}” ({1})").format(other.name, moves).replace("&", "&&")
            action = self.merge_menu.addAction(title)
            action.triggered.connect(
                lambda _checked=False, into=other.id: self._merge(label.id, into)
            )

    def _merge(self, label_id: str, into: str) -> None:
        self.keep()
        self._editor.told.hide()
        self._editor.work.execute(
            MergeLabels(label_id, into),
            self._uses.get(label_id, 0),
            told=self.tr("Merging labels…"),
            then=lambda _changes: self.list.choose(into),
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self.form.fields["colors"].set_theme(theme)
        self._left.setMaximumWidth(zoomed(LIST_WIDTH))


def _first(values: Iterable[str], *, but: Iterable[str]) -> str:
    """Return the first value that is not among others, empty where all are."""
    taken = set(but)
    return next((value for value in values if value not in taken), "")


def _button(title: str, meaning: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName("small")
    button.setAutoDefault(False)
    button.setToolTip(tooltip(meaning))
    button.setAccessibleName(meaning)
    return button
