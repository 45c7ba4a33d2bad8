from __future__ import annotations

import json

import pytest
from tests.store.samples import REVIEWER

from annotator.core.project_errors import ProfileUnwritableError
from annotator.core.reviewer_errors import (
    BadReviewerNameError,
    ReviewerThereError,
    UnknownReviewerError,
)
from annotator.store.profile import load_reviewer
from annotator.store.reviewer_book import ReviewerBook


@pytest.fixture
def path(tmp_path):
    """A profile as it was written when there was but one reviewer."""
    path = tmp_path / "profile.json"
    path.write_text(json.dumps({"id": REVIEWER.id, "name": "Ada"}))
    return path


def test_the_one_reviewer_of_an_old_file_is_known_and_others_come_before_them(path):
    book = ReviewerBook(path)
    assert book.known() == [REVIEWER]
    grace = book.add("  Grace   Hopper ")
    assert [one.name for one in book.known()] == ["Grace Hopper", "Ada"]
    assert load_reviewer(path) == grace
    assert book.choose("ada") == REVIEWER
    assert ReviewerBook(path).known() == [REVIEWER, grace]
    assert book.named(grace.id) == grace


def test_a_name_is_altered_and_the_id_stays(path):
    book = ReviewerBook(path)
    grace = book.add("Grace")
    assert book.rename("Ada", "Ada L.").id == REVIEWER.id
    assert [one.name for one in book.known()] == ["Grace", "Ada L."]
    with pytest.raises(ReviewerThereError):
        book.rename(REVIEWER.id, "grace")
    assert book.rename(grace.id, "GRACE").name == "GRACE"


@pytest.mark.parametrize("name", ["", " \n", "a" * 101, "a\x00b"])
def test_nobody_is_called_what_cannot_be_a_name(path, name):
    book = ReviewerBook(path)
    with pytest.raises(BadReviewerNameError):
        book.add(name)
    with pytest.raises(UnknownReviewerError, match="one of: Ada"):
        book.choose("Bo")
    assert book.known() == [REVIEWER]


@pytest.mark.parametrize("others", [7, {"id": 1}, [7, {"id": "x", "name": "Bo"}]])
def test_what_is_no_reviewer_in_the_file_is_left_out(path, others):
    path.write_text(json.dumps({"id": REVIEWER.id, "name": "Ada", "others": others}))
    assert ReviewerBook(path).known() == [REVIEWER]


def test_a_book_that_cannot_be_kept_is_an_error_of_the_world(path, monkeypatch):
    book = ReviewerBook(path)
    monkeypatch.setattr("pathlib.Path.replace", _full)
    with pytest.raises(ProfileUnwritableError):
        book.add("Grace")
    assert list(path.parent.iterdir()) == [path]


def _full(*_):
    raise OSError(28, "No space left on device")
