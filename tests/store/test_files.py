from __future__ import annotations

import os

import pytest

from annotator.store.files import beside, overwrite, publish, read_small


def test_a_finished_file_gets_its_name(tmp_path):
    part, path = tmp_path / "part", tmp_path / "whole"
    part.write_text("new")
    assert publish(part, path)
    assert path.read_text() == "new"
    assert not part.exists()


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_stays_with_its_file(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    part, path = tmp_path / "part", tmp_path / "whole"
    part.write_text("new")
    path.write_text("old")
    assert not publish(part, path)
    assert (part.read_text(), path.read_text()) == ("new", "old")


def test_a_file_system_without_links_will_do(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", refuse)
    part, path = tmp_path / "part", tmp_path / "whole"
    part.write_text("new")
    assert publish(part, path)
    assert [one.name for one in tmp_path.iterdir()] == ["whole"]


def refuse(*_):
    raise PermissionError(1, "no links here")


@pytest.mark.parametrize("old", ["", "a much longer text", "old"])
def test_an_overwritten_file_holds_the_new_text_alone(tmp_path, old):
    path = tmp_path / "small.json"
    overwrite(path, old.encode())
    overwrite(path, "“new”".encode())
    assert read_small(path).decode("utf-8") == "“new”"
    assert list(tmp_path.iterdir()) == [path]


def test_names_beside_a_file_are_free_and_hidden(tmp_path):
    path = tmp_path / "a.factproj"
    assert beside(path) != beside(path)
    assert beside(path).name.startswith(".")
