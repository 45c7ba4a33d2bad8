"""What holds for every reader and any bytes."""

from __future__ import annotations

from annotator.core.canonical import canonical_text
from annotator.core.errors import AnnotatorError
from annotator.service.article_ports import ReadOptions


def assert_read_or_refused_kindly(reader, path, **options):
    """Hold that a file is read into texts fit to be kept, or refused with a sentence naming it."""
    for found in everything(reader, path, ReadOptions(**options)):
        if isinstance(found, AnnotatorError):
            assert str(path) in str(found)
            assert "\n" not in str(found).replace(str(path), "")
        else:
            assert canonical_text(found.text).text == found.text
            assert found.text.strip()
            assert found.title


def everything(reader, path, options):
    """Return what a reader finds in a file, or raises there."""
    found = []
    try:
        found.extend(reader.read(path, options))
    except AnnotatorError as error:
        found.append(error)
    return found
