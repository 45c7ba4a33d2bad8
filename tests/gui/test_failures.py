from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from tests.gui.pseudo import script

from annotator.core.codebook_errors import DuplicateShortcutError
from annotator.core.file_errors import EncodingError, MissingFileError, TooLargeFileError
from annotator.core.project_errors import BackupFailedError, ProjectMissingError
from annotator.core.table_errors import NoSuchColumnError, NoTextColumnError
from annotator.gui import failures
from annotator.gui.failures import sentence_on, templates, values_in

# They are never raised themselves: what is raised is of a class below them.
WORDLESS = {"CodebookError", "FetchError", "FileProblemError", "ProjectFileError", "UsageError"}


@pytest.fixture
def shouted(monkeypatch):
    """A language in which every sentence of an error is in capitals."""

    def translate(context, text):
        return failures._FIELD.sub(lambda one: one[0].lower(), text.upper())

    monkeypatch.setattr(QCoreApplication, "translate", translate)


def test_every_class_of_errors_has_a_sentence_to_translate():
    classes = script("error_sentences").error_classes()
    full_name = script("error_sentences").full_name
    missing = {one.__name__ for one in classes if full_name(one) not in templates()}
    assert len(classes) > 80
    assert missing <= WORDLESS


def test_the_sentences_and_the_words_for_translators_are_current():
    assert script("make_translations").is_current()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MissingFileError(Path("a.txt")), "a.txt DOES NOT EXIST; CHECK ITS NAME AND FOLDER."),
        (DuplicateShortcutError("1", "Claim"), "THE SHORTCUT 1 BELONGS TO THE LABEL “Claim”"),
        (EncodingError(Path("a"), position=7, byte=255), "IS NOT UTF-8 (BYTE 0xff AT POSITION 7)"),
        (TooLargeFileError(Path("a"), size=9_000_000, limit=5_000_000), "a HAS 9 MB"),
    ],
)
def test_an_error_is_told_by_its_class_with_its_fields(shouted, error, said):
    assert said in sentence_on(error)


def test_a_field_that_reads_like_the_sentence_stays_whole(shouted):
    tricky = Path("x was not upgraded because its backup y could not be made (z)")
    error = BackupFailedError(tricky, Path("backup"), reason="full)")
    assert sentence_on(error).startswith(f"{tricky} WAS NOT UPGRADED BECAUSE ITS BACKUP backup ")


@pytest.mark.parametrize(
    "error",
    [
        NoTextColumnError(Path("news.csv"), columns=("head", "{0}")),
        NoSuchColumnError(Path("news.csv"), column="body", columns=("head", "{0}")),
    ],
)
def test_what_is_told_of_a_table_names_what_can_be_done_in_the_window(error):
    told = sentence_on(error)
    assert "--map" in str(error)
    assert "--" not in told
    assert "news.csv" in told
    assert "“head”, “{0}”" in told
    assert "choose" in told


def test_without_a_translation_an_error_says_its_own_sentence():
    error = MissingFileError(Path("a.txt"))
    assert sentence_on(error) == str(error)


def test_a_sentence_that_is_none_of_its_class_is_said_as_it_is(shouted):
    error = MissingFileError(Path("a.txt"))
    error.args = ("Quite another sentence.",)
    assert sentence_on(error) == "Quite another sentence."
    assert values_in(error, "{path} does not exist.") is None


def test_a_missing_project_is_told_for_the_window(qapp):
    assert "Open it where it is now" in sentence_on(ProjectMissingError(Path("a.factproj")))
