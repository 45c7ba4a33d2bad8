from __future__ import annotations

import pytest

from annotator.articles.reading.rtf_groups import encoding_of, info_group, plain_rtf, prepared_rtf


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        (r"\ansi\ansicpg1256", "cp1256"),
        (r"\ansi\ansicpg0", "cp1252"),
        (r"\ansi\ansicpg99999", "cp1252"),
        (r"\mac\ansicpg10000", "mac-roman"),
        (r"\pc ", "cp437"),
        (r"\ansi", "cp1252"),
    ],
)
def test_the_code_page_is_the_declared_one_or_western(declared, codec):
    assert encoding_of(rf"{{\rtf1{declared} x}}") == codec


def test_binary_data_may_hold_anything():
    assert plain_rtf(rb"{\rtf1 a{\pict\bin5 }}}\'}b\bin99999}") == r"{\rtf1 a{\pict}b"


def test_a_backslash_that_is_a_character_begins_no_word():
    assert prepared_rtf(r"{\rtf1 C:\\cell\\v a\cell b}") == r"{\rtf1 C:\\cell\\v a\par  b}"


def test_notes_go_to_the_end_and_an_open_one_stays():
    text = prepared_rtf(r"{\rtf1 a{\*\footnote x {y}\}}b{\footnote z}c\par}")
    assert text == r"{\rtf1 a[1]b[2]c\par\par {[1]  x {y}\}}\par {[2]  z}}"
    assert prepared_rtf(r"{\rtf1 a{\footnote x") == r"{\rtf1 a{\footnote x"


def test_what_a_document_says_of_itself_is_looked_for_in_its_own_group():
    assert info_group(r"{\rtf1{\info{\titlepg}{\title A}}{\title B}}", "title") == "A"
    assert info_group(r"{\rtf1{\title B}}", "title") == ""
    assert info_group(r"{\rtf1{\info{\title A", "title") == ""
