"""Plain text in any encoding: UTF-8 and what bears a mark is known, others are guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.articles.reading.titles import title_of
from annotator.service.article_ports import ReadArticle
from annotator.service.reading.files import sayable
from annotator.service.reading.text_files import ClaimedByName, text_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions


class PlainTextReader(ClaimedByName):
    """Reads ``.txt`` files; the first line is the title where it looks like one."""

    name = "plain text"
    suffixes = (".txt", ".text")
    extra = ""
    apart = False
    variants = ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read a file; nothing is replaced or dropped, and a guessed encoding is a doubt.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        file = text_file(path, options)
        yield ReadArticle(
            title=title_of(file.text, sayable(path.stem)),
            text=file.text,
            source=file.source(path, reader=self.name),
            doubts=file.doubts,
            encodings=file.encodings,
        )
