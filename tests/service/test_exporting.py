"""That what is written is read again, counted, and refused where it is not what was sent."""

from __future__ import annotations

import errno
import json

import pytest
from tests.formats.rich_project import rich_project
from tests.formats.sending import article, highlight, sent

from annotator.core.exchange_errors import WrongExportError
from annotator.core.file_errors import FileIsFolderError, UnwritableFileError
from annotator.core.request_errors import UnknownFormVariantError
from annotator.formats.claimreview import ClaimReviewFormat
from annotator.formats.conll import ConllFormat
from annotator.formats.hugging_face import HuggingFaceFormat
from annotator.formats.ner_annotator import NerAnnotatorFormat
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.separated_values import CsvFormat
from annotator.service import writing
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.exporting import export

SMALL = sent(article("one two three", highlight((4, 7)), highlight((8, 13), label=1)))


class Forgetful(ProjectJsonlFormat):
    """Leaves the last highlight out and tells nobody."""

    def write(self, sent, target, options):
        losses = super().write(sent, target, options)
        lines = target.read_text("utf-8").splitlines(keepends=True)
        target.write_text("".join(lines[:-1]), "utf-8")
        return losses


def test_a_file_that_lacks_a_highlight_is_thrown_away(tmp_path):
    with pytest.raises(WrongExportError, match="has 1 highlights, and 2 were"):
        export(SMALL, Forgetful(), tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "variant", "highlights"),
    [
        (ClaimReviewFormat(), "", 1),
        (HuggingFaceFormat(), "", 2),
        (NerAnnotatorFormat(), "", 2),
        (ConllFormat(), "plain", 2),
        (CsvFormat(), "", 4),
    ],
)
def test_the_report_counts_what_is_in_the_file(tmp_path, form, variant, highlights):
    report = export(rich_project(), form, tmp_path / "a", ExchangeOptions(variant))
    assert (report.articles, report.highlights) == (1, highlights)


def test_words_of_one_s_own_where_there_are_some_to_choose_from_are_written(tmp_path):
    made = sent(article("one two", highlight((4, 7), confidence="sure", verdict="Half-true")))
    assert export(made, ProjectJsonlFormat(), tmp_path / "a.jsonl").highlights == 1


def test_a_full_disk_is_told_of_the_place_that_was_named(tmp_path, monkeypatch):
    def full(_scratch):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "settle", full)
    with pytest.raises(UnwritableFileError) as caught:
        export(SMALL, ProjectJsonlFormat(), tmp_path / "a.jsonl")
    assert str(caught.value).startswith(f"{tmp_path / 'a.jsonl'} cannot be written (No space")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_variant_that_are_not_right_are_told_with_what_to_do(tmp_path):
    with pytest.raises(FileIsFolderError, match="add a file's name"):
        export(SMALL, CsvFormat(), tmp_path)
    with pytest.raises(UnknownFormVariantError, match=r"CSV.* has no variant “x”; leave it out"):
        export(SMALL, CsvFormat(), tmp_path / "a.csv", ExchangeOptions("x"))
    assert json.dumps([one.name for one in tmp_path.iterdir()]) == "[]"
