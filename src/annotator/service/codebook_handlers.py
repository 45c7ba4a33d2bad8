"""One handler for each command on the codebook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from annotator.core.codebook_errors import (
    BadLabelValueError,
    MergeWithItselfError,
    UnknownLabelFieldError,
    WrongOrderError,
)
from annotator.core.codebook_import import means_another, plan_import, without_clashes
from annotator.core.codebook_rules import (
    LOOKS,
    MEANING,
    free_key,
    free_letter,
    require_labels,
    require_verdicts,
    require_writable,
)
from annotator.core.request_errors import NotFoundError
from annotator.service import codebook_commands as commands
from annotator.service.handlers import Desk, handle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Label

CHANGEABLE: Final = (*MEANING, *LOOKS)
_LISTS: Final = frozenset({"tests", "edge_cases", "examples", "fields"})


@handle.register(commands.AddLabel)
def _(command: commands.AddLabel, desk: Desk) -> str:
    labels = desk.work.codebook.labels
    wanted = command.label
    label = replace(
        wanted,
        id=(wanted.id or desk.surroundings.new_id()).lower(),
        key=wanted.key or free_key(wanted.name, (one.key for one in labels)),
        letter=wanted.letter
        or free_letter(wanted.name, (one.letter for one in labels if not one.archived)),
        position=max((one.position for one in labels), default=-1) + 1,
        revised=0,
    )
    require_labels((*labels, label))
    desk.work.put(label)
    return f"Add the label “{label.name}”"


@handle.register(commands.ChangeLabel)
def _(command: commands.ChangeLabel, desk: Desk) -> str:
    before = _label(desk, command.label_id)
    after = replace(before, **_values(command.fields))
    _put_labels([after], desk)
    return f"Change the label “{before.name}”"


@handle.register(commands.ReorderLabels)
def _(command: commands.ReorderLabels, desk: Desk) -> str:
    by_id = {label.id: label for label in desk.work.codebook.labels}
    if sorted(command.label_ids) != sorted(by_id):
        raise WrongOrderError
    ordered = (by_id[label_id] for label_id in command.label_ids)
    _put_labels((replace(one, position=place) for place, one in enumerate(ordered)), desk)
    return "Reorder labels"


@handle.register(commands.MergeLabels)
def _(command: commands.MergeLabels, desk: Desk) -> str:
    merged, into = _label(desk, command.from_id), _label(desk, command.into_id)
    if merged.id == into.id:
        raise MergeWithItselfError(into.name)
    now, labelled = desk.surroundings.now(), list(desk.work.labelled(merged.id))
    revised = into.revised
    if labelled:
        revised = _next_revision(desk)
        _keep_in_order(into, revised, desk)
    desk.work.put_all(
        replace(highlight, label_id=into.id, modified=now)
        for highlight in desk.watch.over(labelled, len(labelled))
    )
    for label in desk.work.codebook.labels:
        # What lay under the one lies under the other, which itself may have been such a one.
        if label.parent_id == merged.id:
            above = merged.parent_id if label.id == into.id else into.id
            desk.work.put(replace(label, parent_id=above))
    into = _label(desk, into.id)
    desk.work.put(replace(into, archived=False, revised=revised))
    desk.work.put(replace(merged, archived=True))
    require_labels(desk.work.codebook.labels)
    return f"Merge “{merged.name}” into “{into.name}”"


@handle.register(commands.RemoveLabel)
def _(command: commands.RemoveLabel, desk: Desk) -> str:
    label = _label(desk, command.label_id)
    if desk.work.was_used(label.id):
        if not label.archived:
            desk.work.put(replace(label, archived=True))
        return f"Put the label “{label.name}” aside"
    desk.work.remove(label)
    return f"Remove the label “{label.name}”"


@handle.register(commands.RestoreLabel)
def _(command: commands.RestoreLabel, desk: Desk) -> str:
    label = _label(desk, command.label_id)
    if label.archived:
        others = [one for one in desk.work.codebook.labels if one.id != label.id]
        _put_labels([without_clashes(replace(label, archived=False), others)], desk)
    return f"Use the label “{label.name}” again"


@handle.register(commands.SetGuideline)
def _(command: commands.SetGuideline, desk: Desk) -> str:
    require_writable("guideline", command.text)
    _put_guideline(desk, text=command.text)
    return "Change the guideline"


@handle.register(commands.SetVerdicts)
def _(command: commands.SetVerdicts, desk: Desk) -> str:
    require_verdicts(command.verdicts)
    _put_guideline(desk, verdicts=command.verdicts)
    return "Change the verdicts"


@handle.register(commands.ImportCodebook)
def _(command: commands.ImportCodebook, desk: Desk) -> str:
    planned = plan_import(desk.work.codebook, command.codebook)
    require_verdicts(planned.verdicts)
    require_writable("guideline", planned.guideline)
    _put_labels(planned.labels, desk)
    _put_guideline(desk, text=planned.guideline, verdicts=planned.verdicts)
    return "Import a codebook"


@handle.register(commands.ConfirmUnderGuideline)
def _(command: commands.ConfirmUnderGuideline, desk: Desk) -> str:
    revision = desk.work.codebook.revision
    chosen = dict.fromkeys(command.highlight_ids)
    # Not ``modified``: the words are not what was looked at.
    desk.work.put_all(
        replace(before, codebook_revision=revision)
        for before in desk.watch.over(desk.work.highlights_named(chosen), len(chosen))
        if before.codebook_revision != revision
    )
    if len(chosen) == 1:
        return "Confirm under the guideline"
    return f"Confirm {len(chosen)} highlights under the guideline"


def _label(desk: Desk, label_id: str) -> Label:
    label = desk.work.codebook.label_by_id(label_id.lower())
    if label is None:
        raise NotFoundError("label", label_id)
    return label


def _values(fields: tuple[tuple[str, object], ...]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in fields:
        if name not in CHANGEABLE:
            raise UnknownLabelFieldError(name, known=CHANGEABLE)
        if name in _LISTS:
            values[name] = _texts(name, value)
        elif not isinstance(value, str) and not (name == "parent_id" and value is None):
            raise BadLabelValueError(name, "a text")
        else:
            values[name] = value
    return values


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise BadLabelValueError(name, "a list of texts")


def _keep_in_order(label: Label, revision: int, desk: Desk) -> None:
    """Let what was in order under a label be so under its next revision, too."""
    others = desk.work.other_guidelines()
    desk.work.put_all(
        replace(one, codebook_revision=revision)
        for one in desk.work.labelled(label.id)
        if one.codebook_revision >= label.revised and one.codebook_revision not in others
    )


def _next_revision(desk: Desk) -> int:
    """Return the revision that the codebook will have once this change is made."""
    return desk.work.codebook.revision + 1


def _put_labels(labels: Iterable[Label], desk: Desk) -> None:
    """Put labels that are new or altered, if all labels go together then."""
    known = {label.id: label for label in desk.work.codebook.labels}
    altered: dict[str, Label] = {}
    for label in labels:
        before = known.get(label.id)
        if before is not None and means_another(before, label):
            altered[label.id] = replace(label, revised=_next_revision(desk))
        elif before != label:
            altered[label.id] = label
    require_labels(tuple((known | altered).values()))
    for label in altered.values():
        desk.work.put(label)


def _put_guideline(desk: Desk, **values: Any) -> None:  # noqa: ANN401 - a text, or texts
    before = desk.work.guideline
    after = replace(before, **values)
    if after != before:
        desk.work.put(after)
