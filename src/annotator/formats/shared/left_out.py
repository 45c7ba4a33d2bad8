"""What a foreign file holds beside highlights of texts, and stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class LeftOutError(FileProblemError):
    """Things in a file for which a project has no place; ``what`` names them, in the plural."""

    def __init__(self, path: Path, *, what: str, count: int) -> None:
        self.what, self.count = what, count
        super().__init__(
            path,
            f"also holds {what} ({count:,}), for which a project has no place;"
            " keep the file if they matter.",
        )
