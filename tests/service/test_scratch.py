from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.findable import Findable
from annotator.core.records import Source
from annotator.service.article_ports import Doubt, PreparedArticle, ReadArticle
from annotator.service.scratch import Scratch

TEXTS = st.text(max_size=20)
SOURCES = st.builds(Source, TEXTS, TEXTS, st.integers(0), TEXTS, TEXTS, st.tuples(TEXTS))
READ = st.builds(
    ReadArticle,
    title=TEXTS,
    text=TEXTS,
    source=SOURCES,
    authors=st.tuples(TEXTS, TEXTS),
    published=TEXTS,
    place=TEXTS,
    doubts=st.lists(st.sampled_from(Doubt)).map(tuple),
    encodings=st.lists(TEXTS, max_size=2).map(tuple),
)
ENDS = st.lists(st.lists(st.integers(0), max_size=3).map(tuple), max_size=3).map(tuple)
FOUND = st.builds(Findable, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), ENDS)
PREPARED = st.builds(PreparedArticle, READ, TEXTS, TEXTS, TEXTS, ENDS, TEXTS, st.none() | FOUND)


@given(st.lists(PREPARED, max_size=4))
def test_what_is_put_aside_comes_back_as_it_was(articles):
    scratch = Scratch()
    for one in articles:
        scratch.put(one)
    assert [scratch.get(number) for number in range(len(scratch))] == articles
    scratch.close()


def test_a_file_is_put_aside_once():
    scratch = Scratch()
    for data in (b"one", b"two", b"one"):
        scratch.keep_original(data)
    assert [data for _, data in scratch.originals()] == [b"one", b"two"]
    scratch.close()


def test_what_is_long_is_packed():
    scratch, long = Scratch(), b"It rained all day. " * 5000
    scratch.keep_original(long)
    assert [data for _, data in scratch.originals()] == [long]
    assert scratch._file.tell() < len(long) / 10
    scratch.close()
