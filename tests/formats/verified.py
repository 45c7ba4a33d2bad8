"""What formats that are only written promise: that what they wrote can be verified."""

from __future__ import annotations

from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify


def assert_verified(form, path, sent, *, highlights, problems=0):
    """Assert that a file is known, and that verifying finds so many highlights and problems."""
    assert form.fits(path, path.read_bytes()[:4096])
    texts = {one.article.id: one.revision.text for one in sent.articles()}
    file = form.read(path, ExchangeOptions())
    verdict = verify(file, texts=lambda one: texts.get(one.article_id))
    assert (verdict.highlights, verdict.number) == (highlights, problems), verdict.problems
    assert verdict.quotes == sum(
        1 for item in file.items() for one in item.highlights if one.quotes and not one.unplaced
    )
