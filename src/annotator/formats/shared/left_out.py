"""What a foreign file holds beside highlights of texts, and stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.exchange_errors import LeftOutError

if TYPE_CHECKING:
    from pathlib import Path


def left_out(path: Path, what: str, count: int) -> LeftOutError:
    """Tell of things for which a project has no place; ``what`` names them, in the plural."""
    return LeftOutError(path, what=f"{what} ({count:,})", remedy="keep the file to have them")
