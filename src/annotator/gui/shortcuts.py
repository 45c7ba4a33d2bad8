"""The keys that commands have now: the user's where there are some, else the table's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.gui.actions import Action

# What tooltips, menus and the key help ask; replaced as a whole.
_in_force: dict[str, tuple[str, ...]] = {}


def keys_of(action: Action) -> tuple[str, ...]:
    """Return the keys that a command has now."""
    return _in_force.get(action.id, action.shortcuts)


def put_in_force(actions: Iterable[Action], chosen: Mapping[str, Sequence[str]]) -> None:
    """Give commands the keys chosen for them."""
    _in_force.clear()
    if chosen:
        _in_force.update(resolved(actions, chosen))


def resolved(
    actions: Iterable[Action], chosen: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of each command; no key has two owners, for that would silence it for both.

    A chosen key goes before a command's own one, and an earlier command before a later.
    """
    held = {action.id: action.shortcuts for action in actions}
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for action_id in sorted(held, key=lambda one: one not in chosen):
        wanted = chosen.get(action_id, held[action_id])
        free = [key for key in dict.fromkeys(map(plain_key, wanted)) if key and key not in taken]
        taken.update(free)
        found[action_id] = tuple(free) if action_id in chosen else _kept(held[action_id], free)
    return found


def _kept(own: Sequence[str], free: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in own if plain_key(key) in free)


def owner_of(key: str, actions: Iterable[Action]) -> Action | None:
    """Return the command that has a key now."""
    wanted = plain_key(key)
    for action in actions:
        if wanted in map(plain_key, keys_of(action)):
            return action
    return None


def plain_key(key: str) -> str:
    """Return a key as files write it, whatever system it was written on.

    >>> plain_key("ctrl+shift+z"), plain_key("nonsense")
    ('Ctrl+Shift+Z', '')
    """
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    # What Qt does not know it takes for some key without a name.
    return text if text.isprintable() else ""


def native_key(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
