"""Keeping the files that articles were read from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from annotator.service import commands
from annotator.service.handlers import Desk, handle
from annotator.service.original_commands import KeepOriginals
from annotator.service.revision_commands import ReviseArticle

if TYPE_CHECKING:
    from collections.abc import Iterable

# No change tells of what is kept, so that no step is called after it.
_NO_STEP: Final = ""


@handle.register(KeepOriginals)
def _(command: KeepOriginals, desk: Desk) -> str:
    desk.work.keep_originals(command.originals)
    return _NO_STEP


def originals_of(command: commands.Command) -> Iterable[tuple[str, bytes]]:
    """Yield the files that a command is to keep: the SHA-256 of each, and its bytes."""
    if isinstance(command, commands.Together):
        return chain.from_iterable(map(originals_of, command.steps))
    if isinstance(command, commands.AddArticles | KeepOriginals | ReviseArticle):
        return command.originals()
    return ()
