"""Going on with the editing of a text that was left half edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.editing_errors import TypedTextMisfitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.service.edit_log import EditLog, LoggedEdit
    from annotator.service.text_editing import TextEditing


class TakingUp:
    """A session that is about to do again what its log holds, one edit for each of ``turns``."""

    def __init__(self, editing: TextEditing, log: EditLog, edits: Sequence[LoggedEdit]) -> None:
        self.editing = editing
        self.total = len(edits)
        self._log = log
        self.turns = self._turns(edits)

    def _turns(self, edits: Sequence[LoggedEdit]) -> Iterator[None]:
        """Do one edit for each turn; raise ``TypedTextMisfitError`` where one does not fit."""
        try:
            yield from self.editing.replay(edits)
        except ValueError as error:
            self._log.close()
            raise TypedTextMisfitError(self.editing.article.article.title) from error
        except BaseException:
            self._log.close()
            raise

    def give_up(self) -> None:
        """Let go of the log as it is; the article is then to be opened anew."""
        self._log.close()
