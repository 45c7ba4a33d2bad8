"""The handler of the command that corrects sentences."""

from __future__ import annotations

from annotator.service.handlers import Desk, handle
from annotator.service.revising import revise_text
from annotator.service.sentence_commands import CorrectSentences


@handle.register(CorrectSentences)
def _(command: CorrectSentences, desk: Desk) -> str:
    revise_text(command.revise, desk)
    return command.title
