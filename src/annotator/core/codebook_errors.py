"""What can be wrong with a label or a codebook that somebody asks for."""

from __future__ import annotations

from annotator.core.errors import UsageError


class CodebookError(UsageError):
    """A label or a codebook that cannot be as it was asked for."""


class EmptyLabelNameError(CodebookError):
    """A label without a name."""

    def __init__(self) -> None:
        super().__init__("A label needs a name; give it one.")


class BadLabelIdError(CodebookError):
    """A label's id that is none."""

    def __init__(self, label_id: str) -> None:
        self.label_id = label_id
        super().__init__(f"“{label_id}” cannot be a label's id; leave it to the program.")


class BadLabelKeyError(CodebookError):
    """A label's key that files and the command line could not name."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            f"“{key}” cannot be a label's key; use letters, digits, hyphens and underscores alone."
        )


class BadLetterError(CodebookError):
    """A letter for the margin that is none."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        super().__init__(f"“{letter}” cannot stand in the margin; give one letter or sign.")


class BadShortcutError(CodebookError):
    """A shortcut that is not one key."""

    def __init__(self, shortcut: str) -> None:
        self.shortcut = shortcut
        super().__init__(f"“{shortcut}” is no single key; give one letter, digit or sign.")


class BadColorError(CodebookError):
    """A color that is not written as one."""

    def __init__(self, color: str) -> None:
        self.color = color
        super().__init__(f"“{color}” is no color; write it as # and six digits, like #0072B2.")


class BadLineStyleError(CodebookError):
    """A line style that no page can draw."""

    def __init__(self, line_style: str, *, known: tuple[str, ...]) -> None:
        self.line_style, self.known = line_style, known
        super().__init__(f"“{line_style}” is no line style; use one of {', '.join(known)}.")


class DuplicateLabelError(CodebookError):
    """Two labels that share what each must have for itself; ``name`` is the other's name."""

    what = "id"

    def __init__(self, value: str, name: str) -> None:
        self.value, self.name = value, name
        super().__init__(
            f"The {self.what} {value} belongs to the label “{name}” already; choose another."
        )


class DuplicateLabelKeyError(DuplicateLabelError):
    """Two labels with one key."""

    what = "key"


class DuplicateShortcutError(DuplicateLabelError):
    """Two labels with one shortcut."""

    what = "shortcut"


class DuplicateLetterError(DuplicateLabelError):
    """Two labels with one letter in the margin."""

    what = "letter"


class UnknownLabelFieldError(CodebookError):
    """Something to change that a label does not have."""

    def __init__(self, field: str, *, known: tuple[str, ...]) -> None:
        self.field, self.known = field, known
        super().__init__(f"A label has no {field} to change; it has {', '.join(known)}.")


class BadLabelValueError(CodebookError):
    """A value of the wrong kind for what it should be."""

    def __init__(self, field: str, expected: str) -> None:
        self.field, self.expected = field, expected
        super().__init__(f"A label's {field} must be {expected}.")


class ParentLoopError(CodebookError):
    """A label that would lie under itself."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"“{name}” cannot lie under itself; choose another label above it.")


class MissingParentError(CodebookError):
    """A label above another one that the codebook does not have."""

    def __init__(self, name: str, parent_id: str) -> None:
        self.name, self.parent_id = name, parent_id
        super().__init__(
            f"The label {parent_id}, under which “{name}” is to lie, is not in the codebook."
        )


class MergeWithItselfError(CodebookError):
    """A label that was to be merged into itself."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"“{name}” cannot be merged into itself; choose another label.")


class WrongOrderError(CodebookError):
    """An order that does not name every label once."""

    def __init__(self) -> None:
        super().__init__("The new order must name every label once; give all of their ids.")


class EmptyVerdictError(CodebookError):
    """A verdict without a word."""

    def __init__(self) -> None:
        super().__init__("A verdict needs a word; remove the empty one.")


class DuplicateVerdictError(CodebookError):
    """A verdict that is listed twice."""

    def __init__(self, verdict: str) -> None:
        self.verdict = verdict
        super().__init__(f"The verdict “{verdict}” is listed twice; remove one.")


class UnwritableTextError(CodebookError):
    """A text with half a character, which no file can hold."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"The {field} holds half a character or a zero byte; type it again.")
