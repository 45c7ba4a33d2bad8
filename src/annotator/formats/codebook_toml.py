"""A codebook as TOML: the form in which the built-in labels are shipped."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from annotator.core.file_errors import FileProblemError, MissingFileError
from annotator.core.records import Codebook, Label

if TYPE_CHECKING:
    from pathlib import Path


class CodebookFileError(FileProblemError):
    """A file that is no codebook; ``reason`` says where it goes wrong."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"is no codebook ({reason}); compare it with an exported one.")


def read_codebook(path: Path) -> Codebook:
    """Read a codebook.

    Raises:
        CodebookFileError: it is no TOML, or a label lacks what every label needs.
        MissingFileError: there is no such file.

    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        labels = tuple(_label(entry, position) for position, entry in enumerate(content["label"]))
        return Codebook(int(content["revision"]), _flowing(content["guideline"]), labels)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except KeyError as error:
        raise CodebookFileError(path, reason=f"{error.args[0]} is missing") from error
    except (tomllib.TOMLDecodeError, AttributeError, TypeError, ValueError) as error:
        raise CodebookFileError(path, reason=str(error)) from error


def _label(entry: dict[str, Any], position: int) -> Label:
    return Label(
        id=entry["id"],
        key=entry["key"],
        name=entry["name"],
        letter=entry["letter"],
        color_light=entry["color_light"],
        color_dark=entry["color_dark"],
        line_style=entry["line"],
        shortcut=entry.get("shortcut", ""),
        position=position,
        definition=_flowing(entry.get("definition", "")),
        tests=tuple(entry.get("tests", ())),
        edge_cases=tuple(entry.get("edge_cases", ())),
        examples=tuple(_example(example) for example in entry.get("examples", ())),
    )


def _example(example: dict[str, Any]) -> str:
    text = example["text"] if example["fits"] else f"Not: {example['text']}"
    return f"{text} — {example['because']}"


def _flowing(text: str) -> str:
    return text.strip()
