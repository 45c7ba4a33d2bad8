"""What is wrong with a bundle, with the keys to be compared and the way to take it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from annotator.core.bundle_errors import OtherKeyError, UnsignedBundleError
from annotator.gui.failures import sentence_on
from annotator.gui.plain import plain_label, tooltip

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError
    from annotator.gui.merge_opening import OpenedBundle

_BY_HAND = Qt.TextInteractionFlag.TextSelectableByMouse
_SELECTABLE = _BY_HAND | Qt.TextInteractionFlag.TextSelectableByKeyboard


def fingerprint_label(fingerprint: str, *, by_keys: bool = True) -> QLabel:
    """Return a fingerprint in letters of one width, which can be selected and copied."""
    label = plain_label("fingerprint", fingerprint, wrapped=by_keys)
    label.setTextInteractionFlags(_SELECTABLE if by_keys else _BY_HAND)
    return label


class MergeSign(QFrame):
    """Says what is wrong with one bundle; hidden where nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign")
        self.problem = plain_label("told", wrapped=True)
        self.known, self.found = fingerprint_label(""), fingerprint_label("")
        self._names = plain_label("muted"), plain_label("muted")
        self.trust = QPushButton()
        self.trust.setAutoDefault(False)
        keys = QGridLayout()
        keys.setHorizontalSpacing(10)
        keys.setVerticalSpacing(2)
        for row, (name, key) in enumerate(zip(self._names, (self.known, self.found), strict=True)):
            keys.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            keys.addWidget(key, row, 1)
        keys.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.trust)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.problem)
        column.addLayout(keys)
        column.addLayout(foot)

    def show_bundle(self, one: OpenedBundle | None) -> None:
        """Say what is wrong with a bundle, and offer what can be done about it."""
        problem = one.problem if one is not None else None
        self.problem.setText(sentence_on(problem) if problem is not None else "")
        self._show_keys(problem)
        name = self.tr("Trust the new key")
        hint = self.tr("Only after asking the sender whether the key is really theirs")
        if isinstance(problem, UnsignedBundleError):
            name = self.tr("Take it unsigned")
            hint = self.tr("Only after asking the sender whether they sent it without signing it")
        self.trust.setText(name)
        self.trust.setToolTip(tooltip(hint))
        self.trust.setVisible(one is not None and one.asks_for_trust)
        self.setVisible(problem is not None)

    def _show_keys(self, problem: AnnotatorError | None) -> None:
        known = found = ""
        if isinstance(problem, OtherKeyError | UnsignedBundleError):
            known = problem.known
        if isinstance(problem, OtherKeyError):
            found = problem.found
        names = self.tr("Known"), self.tr("Now")
        for name, label, key, told in zip(
            names, self._names, (self.known, self.found), (known, found), strict=True
        ):
            label.setText(name)
            key.setText(told)
            key.setAccessibleName(f"{name}: {told}")
            label.setVisible(bool(told))
            key.setVisible(bool(told))
