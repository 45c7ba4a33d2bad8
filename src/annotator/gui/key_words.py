"""Keys in words: what tooltips, hints and lists say of them, all from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.action_table import ACTIONS, label_actions
from annotator.gui.actions import PAGE_KEYS
from annotator.gui.shortcuts import keys_of, native_key, put_in_force
from annotator.gui.table_words import action_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.records import Codebook
    from annotator.gui.actions import Action

_BY_ID = {action.id: action for action in (*ACTIONS, *PAGE_KEYS)}


def take_keys(chosen: Mapping[str, Sequence[str]]) -> None:
    """Let every word about keys tell those that the user chose for commands."""
    put_in_force(_BY_ID.values(), chosen)


def native_keys(action: Action) -> list[str]:
    """Return an action's keys as this system writes them."""
    return [native_key(key) for key in keys_of(action)]


def key_of(action_id: str) -> str:
    """Return the first key of a command, empty where it has none.

    >>> key_of("review.next"), key_of("help.about")
    ('N', '')
    """
    return next(iter(native_keys(_BY_ID[action_id])), "")


def title_and_key(action_id: str) -> str:
    """Return what a command is called and, behind it, its key.

    >>> title_and_key("review.next")
    'Next sentence not reviewed yet (N)'
    """
    return with_key(action_title(_BY_ID[action_id]), key_of(action_id))


def with_key(title: str, key: str) -> str:
    """Return a title with a key behind it, as far as there is one."""
    return f"{title} ({key})" if key else title


def label_keys(codebook: Codebook | None) -> dict[str, str]:
    """Return the key that tags with a label, by the label's id; labels without one are left out."""
    shown = [label for label in codebook.labels if not label.archived] if codebook else []
    keys = [native_keys(action) for action in label_actions(codebook)]
    return {label.id: held[0] for label, held in zip(shown, keys, strict=True) if held}
