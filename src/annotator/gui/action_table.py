"""The table of the window's commands; menus, keys, key help and manual follow from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from annotator.gui.actions import LABEL_KEYS, Action
from annotator.gui.edge_actions import EDGES
from annotator.gui.edit_actions import EDIT
from annotator.gui.file_actions import FILE
from annotator.gui.find_actions import FIND
from annotator.gui.go_actions import GO
from annotator.gui.help_actions import HELP
from annotator.gui.record_actions import RECORD
from annotator.gui.review_actions import REVIEW
from annotator.gui.revision_actions import REVISIONS
from annotator.gui.sentence_actions import SENTENCES
from annotator.gui.shortcuts import keys_of
from annotator.gui.table_words import ACTIONS as WORDS
from annotator.gui.table_words import said
from annotator.gui.view_actions import VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Codebook, Label
    from annotator.gui.window import Window

ACTIONS = FILE + EDIT + SENTENCES + EDGES + REVIEW + REVISIONS + RECORD + FIND + GO + VIEW + HELP


def label_actions(codebook: Codebook | None) -> Iterator[Action]:
    """Yield the command of each label that reviewers can tag with.

    A key that something else has already stays with that: two owners would silence it for both.
    """
    taken = {key.casefold() for action in ACTIONS for key in keys_of(action)}
    for label in codebook.labels if codebook else ():
        if label.archived:
            continue
        key = label.shortcut.casefold()
        yield replace(
            LABEL_KEYS,
            id=f"review.tag-{label.key}",
            title=said(WORDS, "Tag as {0}").format(label.name),
            shortcuts=(label.shortcut,) if key and key not in taken else (),
            run=partial(_tag, label),
        )
        taken.add(key)


def _tag(label: Label, window: Window) -> None:
    window.reviewing.tag(label)
