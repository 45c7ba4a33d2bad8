"""Taking labels from another codebook: what is added, what changes, and nothing that goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.codebook_rules import LOOKS, MEANING, free_key, free_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.records import Codebook, Label


@dataclass(frozen=True, slots=True)
class CodebookImport:
    """What taking over another codebook makes of ours.

    ``labels`` are all labels in their new order, ``changed`` those that were there, before and
    after.
    """

    labels: tuple[Label, ...]
    added: tuple[Label, ...]
    changed: tuple[tuple[Label, Label], ...]
    guideline: str
    verdicts: tuple[str, ...]


def plan_import(ours: Codebook, theirs: Codebook) -> CodebookImport:
    """Return what becomes of our codebook; labels are the same by id, else by key.

    Theirs come first and say how theirs look and what they mean; where they would take a letter
    or a shortcut that one of ours has, ours keeps it.
    """
    known = _matched(ours.labels, theirs.labels)
    ids = {label.id: known[label.id].id for label in theirs.labels if label.id in known}
    taken = [known[label.id].id for label in theirs.labels if label.id in known]
    rest = [label for label in ours.labels if label.id not in taken]
    settled: list[Label] = []
    for label in theirs.labels:
        before = known.get(label.id)
        after = _taken_over(before, label, ids)
        settled.append(without_clashes(after, [*settled, *rest]))
    ordered = [replace(one, position=place) for place, one in enumerate([*settled, *rest])]
    before_by_id = {label.id: label for label in ours.labels}
    pairs = ((before_by_id.get(after.id), after) for after in ordered)
    changed = [(before, after) for before, after in pairs if before and before != after]
    verdicts = dict.fromkeys([*theirs.verdicts, *ours.verdicts])
    folded = {verdict.casefold(): verdict for verdict in reversed(verdicts)}
    return CodebookImport(
        labels=tuple(ordered),
        added=tuple(label for label in ordered if label.id not in before_by_id),
        changed=tuple(changed),
        guideline=theirs.guideline or ours.guideline,
        verdicts=tuple(one for one in verdicts if folded[one.casefold()] == one),
    )


def _matched(ours: Sequence[Label], theirs: Sequence[Label]) -> dict[str, Label]:
    """Return which of our labels each of theirs is, by their ids."""
    by_id = {label.id.lower(): label for label in ours}
    by_key = {label.key: label for label in ours}
    found = {label.id: by_id[label.id.lower()] for label in theirs if label.id.lower() in by_id}
    used = {label.id for label in found.values()}
    for label in theirs:
        same = by_key.get(label.key)
        if label.id not in found and same is not None and same.id not in used:
            found[label.id] = same
            used.add(same.id)
    return found


def _taken_over(before: Label | None, label: Label, ids: dict[str, str]) -> Label:
    parent = ids.get(label.parent_id, label.parent_id) if label.parent_id else None
    if before is None:
        return replace(label, parent_id=parent, revised=0)
    theirs = {name: getattr(label, name) for name in (*MEANING, *LOOKS)}
    return replace(before, **theirs | {"parent_id": parent, "archived": label.archived})


def without_clashes(label: Label, others: Iterable[Label]) -> Label:
    """Return a label that shares no shortcut, letter or key with others in use."""
    others = list(others)
    keys = {other.key for other in others}
    if label.key in keys:
        label = replace(label, key=free_key(label.key, keys))
    in_use = [other for other in others if not other.archived]
    shortcuts = {other.shortcut.casefold() for other in in_use}
    letters = {other.letter.casefold() for other in in_use}
    if label.archived:
        return label
    if label.shortcut.casefold() in shortcuts:
        label = replace(label, shortcut="")
    if label.letter.casefold() in letters:
        label = replace(label, letter=free_letter(label.name, letters))
    return label


def means_another(before: Label, after: Label) -> bool:
    """Tell whether two states of a label mean different things."""
    return any(getattr(before, name) != getattr(after, name) for name in MEANING)
