"""What a search of the project found, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Codebook, Label
    from annotator.service.finding import SearchHit

HIT = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SearchHits(QAbstractListModel):
    """The hits of one search, best first; ``HIT`` bears the hit itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[SearchHit, ...] = ()
        self.codebook: Codebook | None = None

    def show(self, hits: Sequence[SearchHit]) -> None:
        """Show these hits and no others."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = HIT) -> Any:  # noqa: ANN401 - what Qt's models return
        """Return a hit, or what is said of it."""
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.kind(hit)}, {hit.title}: {hit.snippet}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(hit.title)
        return None

    def label(self, hit: SearchHit) -> Label | None:
        """Return the label of a hit that is a highlight."""
        if self.codebook is None or hit.label_id is None:
            return None
        return self.codebook.label_by_id(hit.label_id)

    def kind(self, hit: SearchHit) -> str:
        """Say what a hit is."""
        label = self.label(hit)
        if hit.kind == "highlight":
            return label.name if label else _tr("Highlight")
        if hit.kind == "note":
            return _tr("{0}, in its record").format(label.name) if label else _tr("Record")
        return _tr("In the article") if hit.span is not None else _tr("Title")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchHits", text)
