from __future__ import annotations

import random
from functools import partial
from pathlib import Path

from tests.service.newer_copies import copy_of

from annotator.core.likeness import resemblance, text_shingles
from annotator.service.commands import AddArticles
from annotator.service.foresight import Foresight
from annotator.service.import_reports import report_of
from annotator.service.importing import Batch
from annotator.service.near_arrivals import NearArrivals

BANNER = " ".join(f"the paper says on line {number} who may copy it" for number in range(20))


def story(seed):
    chosen = random.Random(seed)
    return " ".join(f"word{chosen.randrange(9000)}" for _ in range(400))


def test_one_with_nearly_the_same_words_is_told_by_what_they_share():
    samples = [text_shingles(story(1)), text_shingles(story(2))]
    near = NearArrivals(samples.__getitem__)
    assert [near.take(number, one) for number, one in enumerate(samples)] == [None, None]
    copy = text_shingles(story(2).replace("word1", "one", 5))
    found = near.take(2, copy)
    assert found.number == 1
    assert found.share == resemblance(copy, samples[1])
    assert 0.5 < found.share < 1


def test_what_all_of_them_share_costs_the_last_no_more_than_the_first():
    samples = [text_shingles(f"{BANNER} {story(seed)}") for seed in range(60)]
    asked = []

    def sample_of(number):
        asked.append(number)
        return samples[number]

    near = NearArrivals(sample_of)
    for number, one in enumerate(samples):
        asked.clear()
        assert near.take(number, one) is None
        assert len(asked) <= 3


def test_the_report_names_the_article_that_came_in_with_its_like(project):
    batch = Batch()
    take = partial(batch.put, foresight=Foresight(project.queries, batch.article))
    texts = story(1), story(2), story(1).replace("word1", "one", 3)
    for text in texts:
        take(Path("a"), copy_of(text, project), None)
    changes = project.execute(AddArticles(batch))
    reports = report_of(batch, changes, project.queries)
    batch.close()
    assert [one.status for one in reports] == ["added"] * 3
    assert [one.resembles for one in reports] == [None, None, reports[0].id]
    assert reports[2].share == round(batch.arrivals[2].near.share, 3)
