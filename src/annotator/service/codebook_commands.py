"""Commands on the codebook; ``codebook_handlers`` carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.core.records import Codebook, Label


@dataclass(frozen=True, slots=True)
class AddLabel:
    """Add a label after all others; an id, a key and a letter that are empty are made for it."""

    label: Label


@dataclass(frozen=True, slots=True)
class ChangeLabel:
    """Set fields of a label, by their names.

    What it means (``codebook_rules.MEANING``) makes its highlights ones of an older guideline.
    """

    label_id: str
    fields: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class ReorderLabels:
    """Put the labels into an order, given by all of their ids."""

    label_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeLabels:
    """Give every highlight of one label another label, and put the first one aside."""

    from_id: str
    into_id: str


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Erase a label that was never used; put one that was aside, its highlights untouched."""

    label_id: str


@dataclass(frozen=True, slots=True)
class RestoreLabel:
    """Take a label that was put aside into use again."""

    label_id: str


@dataclass(frozen=True, slots=True)
class SetGuideline:
    """Set the text that says how to mark."""

    text: str


@dataclass(frozen=True, slots=True)
class SetVerdicts:
    """Set the verdicts to choose from, in their order."""

    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportCodebook:
    """Take labels, guideline and verdicts from another codebook; nothing of ours is erased."""

    codebook: Codebook


@dataclass(frozen=True, slots=True)
class ConfirmUnderGuideline:
    """Say of highlights, by their ids, that they hold under the guideline as it is now."""

    highlight_ids: tuple[str, ...]


CodebookCommand: TypeAlias = (
    AddLabel
    | ChangeLabel
    | ReorderLabels
    | MergeLabels
    | RemoveLabel
    | RestoreLabel
    | SetGuideline
    | SetVerdicts
    | ImportCodebook
    | ConfirmUnderGuideline
)
