from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.articles.reading.messages import (
    article_message,
    error_message,
    from_line,
    options_message,
    options_of,
    to_line,
    understood,
)
from annotator.core.file_errors import EncodingError, FolderError
from annotator.core.project_errors import ForeignSchemaError
from annotator.core.reading_errors import MissingExtraError
from annotator.core.records import Source
from annotator.service.article_ports import Doubt, ReadArticle, ReadOptions

ANY = st.text(st.characters(exclude_categories=()), max_size=20)
TUPLES = st.lists(ANY, max_size=3).map(tuple)
SOURCES = st.builds(Source, ANY, ANY, st.integers(), ANY, ANY, TUPLES)
ARTICLES = st.builds(
    ReadArticle,
    title=ANY,
    text=ANY,
    source=SOURCES,
    authors=TUPLES,
    place=ANY,
    doubts=st.lists(st.sampled_from(Doubt)).map(tuple),
    encodings=TUPLES,
)


def sent(message):
    line = to_line(message)
    assert line.count(b"\n") == 1
    return from_line(line)


@given(article=ARTICLES)
def test_an_article_arrives_as_it_was_sent(article):
    assert understood(sent({"article": article_message(article)})) == ("article", article)


@given(mapping=st.lists(st.tuples(ANY, ANY)).map(tuple), languages=TUPLES, encoding=ANY)
def test_options_arrive_as_they_were_sent(mapping, languages, encoding):
    options = ReadOptions(encoding, "whole page", mapping, languages)
    assert options_of(sent(options_message(options))) == options


@pytest.mark.parametrize(
    "error",
    [
        FolderError(Path("n\udcff")),
        EncodingError(Path("a"), position=7, byte=255),
        MissingExtraError(Path("a"), what="web pages", extra="html"),
        ForeignSchemaError(Path("a"), names=("one", "two")),
    ],
)
def test_an_error_arrives_in_its_class_with_its_fields(error):
    kind, found = understood(sent({"raised": error_message(error)}))
    assert (kind, type(found)) == ("raised", type(error))
    assert (str(found), vars(found)) == (str(error), vars(error))


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"article": {"title": "x"}},
        {"article": 7},
        {"error": {"class": ["os", "system"], "sentence": "", "fields": {}}},
        {"error": {"class": ["builtins", "SystemExit"], "sentence": "", "fields": {}}},
        {"end": True, "more": True},
    ],
)
def test_what_is_no_answer_is_refused(message):
    with pytest.raises((ValueError, LookupError, TypeError)):
        understood(message)


@pytest.mark.parametrize("line", [b"", b"[]\n", b"{", b"\xff\n"])
def test_what_is_no_message_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds, with words of the library
        from_line(line)
