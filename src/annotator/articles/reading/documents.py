"""What documents and books in archives have in common: their text and their Dublin Core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.articles.reading.titles import title_of
from annotator.core.file_errors import EmptyFileError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.files import sayable, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.articles.reading.dublin_core import DublinCore


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a document, its text, what it declares, and the marks of its notes."""

    data: bytes
    text: str
    core: DublinCore
    marks: tuple[str, ...] = ()
    left_out: bool = False


def document_article(
    path: Path,
    document: Document,
    *,
    reader: str,
    **declared: Any,  # noqa: ANN401 - fields of an article, of many types
) -> ReadArticle:
    """Return the article of a document; what is ``declared`` counts more than its Dublin Core.

    Raises:
        EmptyFileError: it has no text.

    """
    if not document.text.strip():
        raise EmptyFileError(path)
    core = document.core
    known = {"authors": core.authors, "publisher": core.publisher, "language": core.language}
    return ReadArticle(
        title=core.title or title_of(document.text, sayable(path.stem), document.marks),
        text=document.text,
        source=source_of(
            path, document.data, encoding="UTF-8", reader=reader, normalized=("markup removed",)
        ),
        doubts=(Doubt.LEFT_OUT,) if document.left_out else (),
        **known | declared,
    )
