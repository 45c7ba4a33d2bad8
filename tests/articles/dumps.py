"""What tests of readers of many articles share."""

from __future__ import annotations

from tests.articles.laws import everything

from annotator.core.errors import AnnotatorError
from annotator.service.article_ports import ReadOptions


def read(reader, path, data, **options):
    """Write a file and return all that its reader finds in it, or raises."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return everything(reader, path, ReadOptions(**options))


def said(found):
    """Return texts, and of refusals their class and place."""
    return [
        (type(one).__name__, getattr(one, "place", ""))
        if isinstance(one, AnnotatorError)
        else one.text
        for one in found
    ]


def kinds(found):
    """Return the classes of what was found."""
    return [type(one).__name__ for one in found]
