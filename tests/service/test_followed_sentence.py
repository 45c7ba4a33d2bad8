from __future__ import annotations

import pytest
from tests.service.newer_copies import added, revised

from annotator.service.followed_sentence import followed_sentence

TEXT = "One fox. Two dogs.\nThree cats. Four cows.\nFive pigs."


@pytest.mark.parametrize(
    ("newer", "number", "expected"),
    [
        ("News. More news.\n" + TEXT, 1, 3),
        (TEXT.replace("Three cats. Four cows.", "Three fat cats."), 3, 2),
        (TEXT.replace("Three cats. Four cows.", "Three fat cats."), 4, 3),
        ("", 4, 0),
        (TEXT, 99, 0),
    ],
)
def test_reading_goes_on_where_it_was(project, newer, number, expected):
    article = added(project, TEXT)
    opened = project.open_article(article.id)
    revised(project, article, newer)
    revision = project.queries.outline(article.id).revision
    assert followed_sentence(opened, revision, number) == expected
