"""A change costs what it touches, never what there is."""

from __future__ import annotations

import pytest
from tests.store.samples import LABELS, add_article, add_highlight, highlight_on
from tests.store.sent import sent

PARAGRAPH = "The minister said on Monday that it rained. Nobody else saw it. " * 4


COPIES = """
WITH RECURSIVE series (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM series LIMIT ?)
INSERT INTO highlight
SELECT n, randomblob(16), article_key, revision_key, label_key, reviewer_key, claim_key, quote,
       codebook_revision, created, modified, version, hash, cue, unplaced, origin, shared
FROM series, highlight
"""
PARTS = """
WITH RECURSIVE series (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM series LIMIT ?)
INSERT INTO part SELECT n, 0, 1 + n % ?, n % 200, 40, 0 FROM series
"""
WORDS = "INSERT INTO quote_words (rowid, words) VALUES (?, ?)"


def filled(store, count):
    """Return an article with copies of one highlight all over it, as many as asked."""
    paragraphs = max(10, count // 20)
    article = add_article(store, "\n".join([PARAGRAPH] * paragraphs))
    add_highlight(store, article, (0, 40))
    driver = store._database.driver
    driver.execute("BEGIN")
    driver.execute(COPIES, (count,))
    driver.execute(PARTS, (count, paragraphs))
    quotes = ((1000 + n, f"the minister said {n}") for n in range(count))
    driver.executemany(WORDS, quotes)
    driver.execute("COMMIT")
    return article


def statements_of(store, action):
    """Return every statement that an action sends."""
    with sent(store) as seen:
        action()
    return seen


def tag(store, fresh):
    with store.writing() as work:
        work.put(fresh, fresh=True)
        work.commit("Tag")


@pytest.fixture
def cost(opener, project_path):
    def measure(count):
        store = opener(project_path)
        article = filled(store, count)
        tag(store, highlight_on(store, article, (5, 50)))
        fresh = highlight_on(store, article, (300, 360), label=1)
        steps = []
        driver = store._database.driver
        driver.set_progress_handler(lambda: steps.append(1), 100)
        statements = statements_of(store, lambda: tag(store, fresh))
        driver.set_progress_handler(None, 0)
        undo = statements_of(store, store.undo)
        assert store.stats().by_label[LABELS[1].key] == 0
        assert "highlight" in {hit.kind for hit in store.search("minister said 17")}
        store.close()
        return statements, undo, len(steps)

    return measure


def test_one_tag_costs_the_same_in_a_small_article_and_in_a_large_one(cost, project_path, template):
    few, few_undo, few_steps = cost(50)
    project_path.write_bytes(template.read_bytes())
    many, many_undo, many_steps = cost(50_000)
    assert many == few
    assert many_undo == few_undo
    assert len(many) <= 9
    assert many_steps <= few_steps + 10
