from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.service.newer_copies import added, copy_of

from annotator.service.arrivals import Likeness
from annotator.service.commands import AddArticles, RemoveArticle
from annotator.service.foresight import Foresight
from annotator.service.import_reports import report_of
from annotator.service.importing import Batch

LONG = " ".join(f"Sentence {number} tells of gauge {number * 7}." for number in range(40))
TEXTS = (
    "The dam was safe.",
    "The dam was safe today.",
    "Prices rose in May.",
    LONG,
    f"{LONG} More.",
)
URLS = ("", "https://example.org/", "https://example.org/dam", "https://example.org/fair")
coming = st.lists(
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(URLS), st.sampled_from(["", "a", "b"])),
    max_size=7,
)
EXPECTED = {Likeness.TEXT: "already there", Likeness.ONCE: "already there"}


def prepared(project, text, url, file):
    """Return an article of a file of several, where one is named, else of a file of its own."""
    one = copy_of(text, project, url=url)
    source = replace(one.read.source, sha256=file)
    return replace(one, read=replace(one.read, place="row" if file else "", source=source))


def foretold(batch):
    """Return what the arrivals of a batch say beforehand."""
    seen = set()
    for one in batch.arrivals:
        twin, known = one.text_sha256 in seen, one.known
        seen.add(one.text_sha256)
        if twin:
            yield "already there"
        elif known is not None and known.likeness is not Likeness.WORDS:
            yield EXPECTED.get(known.likeness, "revised")
        else:
            yield "added" if one.follows is None else "revised"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(coming, coming)
def test_what_is_foretold_of_each_article_is_what_becomes_of_it(project, before, then):
    for text, url, _ in before:
        project.execute(AddArticles((prepared(project, text, url, ""),)))
    batch = Batch()
    foresight = Foresight(project.queries, batch.article)
    for text, url, file in then:
        batch.put(Path("a"), prepared(project, text, url, file), None, foresight=foresight)
    changes = project.execute(AddArticles(batch))
    reports = report_of(batch, changes, project.queries)
    try:
        assert list(foretold(batch)) == [one.status for one in reports]
    finally:
        batch.close()
        for article in project.queries.articles():
            project.execute(RemoveArticle(article.article.id))


def test_the_article_that_gets_a_newer_text_is_named(project):
    known = added(project, TEXTS[0], url=URLS[2])
    batch = Batch()
    foresight = Foresight(project.queries, batch.article)
    for text, url in ((TEXTS[1], URLS[2]), (TEXTS[2], URLS[3]), (TEXTS[3], URLS[3])):
        batch.put(Path("a"), prepared(project, text, url, ""), None, foresight=foresight)
    batch.close()
    first, second, third = batch.arrivals
    assert (first.known.article, first.known.likeness) == (known, Likeness.ADDRESS)
    assert (second.known, second.follows) == (None, None)
    assert (third.known, third.follows) == (None, second.number)
