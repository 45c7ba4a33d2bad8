from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from annotator.gui import highlight_rows
from annotator.gui.highlight_rows import MOST_PAGES, HighlightRows
from annotator.service.changes import NOTHING
from annotator.service.finding import ListedHighlight, ListingChange

pytestmark = pytest.mark.usefixtures("qapp")
# A tester looks at every row whenever one moves: few rows on small pages have all the edges.
PAGE, MOST_RUNS = 8, 6
WHEN = "2024-03-04T09:30:00.000Z"


@pytest.fixture(autouse=True)
def small_pages(monkeypatch):
    monkeypatch.setattr(highlight_rows, "PAGE", PAGE)
    monkeypatch.setattr(highlight_rows, "MOST_RUNS", MOST_RUNS)


class Numbers:
    """A listing of numbers, as long as asked; ``change`` is what the next change does."""

    def __init__(self, keys):
        self.keys = keys
        self.asked = []
        self.change = ListingChange()

    def __len__(self):
        return len(self.keys)

    def rows(self, offset, limit):
        self.asked.append((offset, limit))
        return [listed(key) for key in self.keys[offset : offset + limit]]

    def position(self, key):
        return self.keys.index(key) if key in self.keys else None

    def take(self, _changes):
        return self.change


def listed(key):
    facts = ("article", "A title", "label", "reviewer", f"quote {key}", "", "")
    return ListedHighlight(
        key, str(key), *facts, has_note=False, created=WHEN, modified=WHEN, codebook_revision=1
    )


def rows_of(count):
    rows = HighlightRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(rows)
    listing = Numbers(list(range(count)))
    rows.show(listing)
    return rows, listing


def keys(rows):
    return [rows.listed(row).key for row in range(rows.rowCount())]


def test_many_rows_are_read_by_the_page_and_few_are_kept():
    rows, listing = rows_of(2_000)
    listing.asked.clear()
    for row in range(15, 2_000, 15):
        assert rows.listed(row).key == row
        assert rows.listed(row).key == row
    assert len(listing.asked) == 133
    assert {limit for _, limit in listing.asked} == {PAGE}
    assert len(rows._pages) == MOST_PAGES


@pytest.mark.parametrize("seed", range(8))
def test_rows_follow_changes_as_a_fresh_table_would_show_them(seed):
    chance = random.Random(seed)
    rows, listing = rows_of(60)
    marked = QPersistentModelIndex(rows.index(30, 0))
    for step in range(15):
        size = chance.choice((1, 3, MOST_RUNS + 5))
        removed = sorted(chance.sample(range(len(listing.keys)), min(size, 40)), reverse=True)
        kept = rows.listed(marked.row()).key if marked.isValid() else None
        gone = {listing.keys[place] for place in removed}
        for place in removed:
            del listing.keys[place]
        inserted = []
        for number in range(size):
            inserted.append(chance.randrange(len(listing.keys) + 1))
            key = 1_000 + step * 100 + number
            listing.keys.insert(inserted[-1], key)
        fresh = {1_000 + step * 100 + number for number in range(size)}
        places = tuple(place for place, key in enumerate(listing.keys) if key in fresh)
        listing.change = ListingChange(tuple(removed), places)
        assert rows.take(NOTHING)
        assert keys(rows) == listing.keys
        if marked.isValid() and kept not in gone:
            assert rows.listed(marked.row()).key == kept


def test_a_stale_listing_asks_to_be_built_anew_and_keeps_its_rows():
    rows, listing = rows_of(5)
    listing.change = ListingChange(stale=True)
    assert not rows.take(NOTHING)
    assert keys(rows) == [0, 1, 2, 3, 4]


def test_a_listing_grows_at_its_end_while_it_is_built():
    rows, listing = rows_of(100)
    keys(rows)
    listing.keys.extend(range(100, 300))
    rows.grow()
    assert keys(rows) == list(range(300))
