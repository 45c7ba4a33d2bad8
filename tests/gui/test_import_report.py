from __future__ import annotations

from annotator.gui.import_report import report_on
from annotator.service.import_reports import ADDED, ALREADY_THERE, REFUSED, FileReport

NEW = FileReport("new.txt", ADDED, id="new")
OLD = FileReport("old.txt", ALREADY_THERE, id="old")
BAD = FileReport("bad.txt", REFUSED, reason="bad.txt is empty; write something into it.")


def test_one_file_that_was_added_needs_no_words():
    report = report_on([NEW])
    assert (report.sentence, report.article_id) == ("", "new")


def test_one_file_that_was_refused_is_its_reason():
    report = report_on([BAD])
    assert (report.sentence, report.details, report.failed) == (BAD.reason, (), True)
    assert report.article_id is None


def test_one_file_that_was_there_is_shown_and_told():
    report = report_on([OLD])
    assert "old.txt" in report.sentence
    assert (report.article_id, report.failed) == ("old", False)


def test_of_several_files_each_refusal_has_its_line_and_the_new_one_is_shown():
    report = report_on([OLD, BAD, NEW])
    assert report.sentence == "1 added · 1 already there · 1 refused"
    assert report.details[0] == BAD.reason
    assert "old.txt" in report.details[1]
    assert report.article_id == "new"
