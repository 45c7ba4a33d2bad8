from __future__ import annotations

from pathlib import Path

import pytest

from annotator.gui.session import MAX_PLACES, Session, load_session, save_session, session_file


def test_what_is_saved_is_loaded():
    session = Session(geometry=[1, 2, 3, 4], recent=["/a"], text_zoom=2, hidden=["inspector"])
    session.leave(Path("/a.factproj"), "article", 7)
    save_session(session)
    assert load_session() == session
    assert load_session().place(Path("/a.factproj")) == ("article", 7)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"recent": 3, "places": {"a": 1}, "geometry": "wide", "text_zoom": true}',
    ],
)
def test_a_damaged_file_never_blocks_the_start(damage):
    session_file().parent.mkdir(parents=True)
    session_file().write_bytes(damage)
    assert load_session() == Session()


def test_a_place_that_is_none_is_left_out():
    assert Session(places={"/a": [3, "x"]}).place(Path("/a")) == ("", 0)
    assert Session(places={"/a": []}).place(Path("/a")) == ("", 0)


def test_only_the_newest_places_are_kept():
    session = Session()
    for number in range(MAX_PLACES + 5):
        session.leave(Path(f"/{number}"), "article", 0)
    assert len(session.places) == MAX_PLACES
    assert "/0" not in session.places


def test_a_folder_that_refuses_is_no_failure(annotator_home):
    annotator_home.parent.mkdir(parents=True, exist_ok=True)
    annotator_home.write_text("a file in the folder's place")
    save_session(Session())
    assert load_session() == Session()
