from __future__ import annotations

from tests.articles.misbehaving import AsTold

from annotator import bootstrap
from annotator.articles.plain_text import PlainTextReader
from annotator.articles.reading.apart import Apart


def test_readers_that_ask_for_it_read_apart_and_plain_text_comes_first(monkeypatch):
    found = {"told": AsTold(), "plain-text": PlainTextReader()}
    monkeypatch.setattr(bootstrap, "_plugged_in", lambda _group: found)
    first, second = bootstrap._readers.__wrapped__()
    assert isinstance(first, PlainTextReader)
    assert isinstance(second, Apart)
    assert second.name == AsTold.name
