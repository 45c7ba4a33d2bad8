"""The logs of what is typed into a project's articles, one file for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.editing_errors import TextBeingEditedError
from annotator.store.edit_log import FileEditLog, typed_text
from annotator.store.queries import FileQueries

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.records import Article
    from annotator.service.edit_log import TypedText


class EditLogs(FileQueries):
    """Finds the log of an article in the folder of a project's logs."""

    _edits: Path

    def edit_log(self, article: Article) -> FileEditLog:
        """Open the log of an article's editing; raise ``TextBeingEditedError``."""
        log = FileEditLog(self._edit_log_path(article.id), article)
        try:
            if self.typed_text(article.id) is None:
                log.begin(article.revision_id)
        except BaseException:
            log.close()
            raise
        return log

    def typed_text(self, article_id: str) -> TypedText | None:
        """Return what was typed into an article here and neither finished nor discarded."""
        path = self._edit_log_path(article_id)
        if not path.exists():
            return None
        return typed_text(path, article_id, known=self.revision_ids(article_id))

    def is_being_edited(self, article: Article) -> bool:
        """Tell whether a window edits an article's text, or what was typed waits for one."""
        path = self._edit_log_path(article.id)
        if not path.exists():
            return False
        if self.typed_text(article.id) is not None:
            return True
        try:
            FileEditLog(path, article).close()
        except TextBeingEditedError:
            return True
        return False

    def _edit_log_path(self, article_id: str) -> Path:
        return self._edits / f"{article_id.lower()}.jsonl"
