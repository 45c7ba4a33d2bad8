from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.articles.misbehaving import AsTold, TableAsTold, article

from annotator.articles.plain_text import PlainTextReader
from annotator.articles.reading import apart, worker
from annotator.articles.reading.apart import Apart, TablesApart, Workers, set_apart
from annotator.core.file_errors import EmptyFileError, MissingFileError, TooLargeFileError
from annotator.core.reading_errors import (
    ReaderCrashedError,
    ReaderMemoryError,
    ReaderStoppedError,
    ReaderTooSlowError,
)
from annotator.service.article_ports import ReadOptions
from annotator.service.column_mappings import TableReader

OPTIONS = ReadOptions()
linux = pytest.mark.skipif(sys.platform != "linux", reason="bounds of memory are Linux's")


@pytest.fixture(scope="module")
def workers():
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def told(workers, tmp_path):
    """What a reading process finds in a file with these words."""

    def read(words, *, name="a.told", options=OPTIONS, seconds=60.0):
        path = tmp_path / name
        path.write_text(words, "utf-8")
        return Apart(AsTold(), workers=workers, seconds=seconds).read(path, options)

    return read


def texts(found):
    return [one.text for one in found]


def test_an_article_comes_back_as_it_was(told):
    found, *_ = told("count 1")
    assert found == article("Article 0.")


def test_options_arrive_whole(told):
    options = ReadOptions("cp1251", "louder", (("text", "body"),), ("uk", "pl"))
    (found,) = told("tell", options=options)
    assert str(options) in found.text


def test_it_looks_like_the_reader_it_wraps():
    wrapped, bare = Apart(AsTold()), AsTold()
    for field in ("name", "suffixes", "extra", "apart", "variants"):
        assert getattr(wrapped, field) == getattr(bare, field)
    assert wrapped.fits(Path("a"), b"") is False


def test_columns_are_offered_by_readers_of_tables_alone():
    assert isinstance(set_apart(TableAsTold()), TableReader)
    assert not isinstance(set_apart(AsTold()), TableReader)
    bare = PlainTextReader()
    assert set_apart(bare) is bare


@pytest.fixture
def columns(workers, tmp_path):
    """The columns that a reading process finds in a file with these words."""

    def read(words, *, seconds=60.0):
        (tmp_path / "a.told").write_text(words, "utf-8")
        tables = TablesApart(TableAsTold(), workers=workers, seconds=seconds)
        return tables.columns(tmp_path / "a.told", ReadOptions("", "louder"))

    return read


def test_columns_are_asked_for_in_the_process_that_reads(told, columns):
    (number,) = texts(told("pid"))
    found = columns("columns žlutý text")
    assert [(one.name, one.samples) for one in found] == [
        ("žlutý", (number, "louder")),
        ("text", (number, "louder")),
    ]
    assert columns("columns") == ()
    assert texts(told("pid")) == [number]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("refuse", TooLargeFileError),
        ("fail here", ReaderCrashedError),
        ("exit 3", ReaderCrashedError),
        ("sleep 60", ReaderTooSlowError),
        ("count 1", ReaderCrashedError),
    ],
)
def test_what_goes_wrong_with_columns_costs_no_file_after_it(told, columns, words, error):
    with pytest.raises(error):
        columns(words, seconds=0.4 if words.startswith("sleep") else 60.0)
    assert len(list(told("pid"))) == 1


def test_one_process_reads_file_after_file(told):
    numbers = {text for _ in range(5) for text in texts(told("pid"))}
    assert len(numbers) == 1
    assert numbers != {str(os.getpid())}


def test_many_articles_come_one_by_one_with_errors_between(told):
    found = list(told("count 1000"))
    assert len(found) == 1001
    assert isinstance(found[2], EmptyFileError)
    assert found[-1].text == "Article 999."


def test_what_is_closed_early_leaves_the_process_to_the_next_file(told):
    (before,) = texts(told("pid"))
    started = told("count 100000000")
    next(started)
    started.close()
    assert texts(told("pid")) == [before]


def test_a_relative_name_and_any_bytes_in_it_pass(told, workers, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"n\xff \xc5\x82 \n.told")
    try:
        Path(name).write_text("pid", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    assert len(list(Apart(AsTold(), workers=workers).read(Path(name), OPTIONS))) == 1
    with pytest.raises(ReaderCrashedError) as caught:
        list(Apart(AsTold(), workers=workers).read(Path(name + "x"), OPTIONS))
    assert caught.value.path == Path(name + "x")


def test_an_error_keeps_its_class_sentence_and_fields(told):
    with pytest.raises(TooLargeFileError) as caught:
        list(told("refuse"))
    error = caught.value
    assert (error.size, error.limit, error.path.name) == (7_000_000, 5_000_000, "a.told")
    assert str(error) == str(TooLargeFileError(error.path, size=7_000_000, limit=5_000_000))


def test_a_slow_article_is_given_up_but_not_those_before(told):
    found = told("sleep 60", seconds=0.4)
    assert next(found).text == "Before."
    with pytest.raises(ReaderTooSlowError, match=r"after 0\.4 seconds"):
        next(found)
    assert len(list(told("pid"))) == 1


@linux
def test_a_hungry_reader_is_refused_its_memory(told):
    with pytest.raises(ReaderMemoryError, match="more memory"):
        list(told("allocate 2000"))
    assert texts(told("allocate 2")) == ["2000000"]


def test_an_abort_without_a_word_is_one_for_lack_of_memory(told):
    with pytest.raises(ReaderMemoryError):
        list(told("abort"))
    with pytest.raises(ReaderCrashedError):
        list(told("abort double free or corruption"))


@pytest.mark.parametrize("words", ["crash", "exit 3", "exit 0"])
def test_a_crash_costs_the_process_alone(told, words):
    with pytest.raises(ReaderCrashedError, match="the reader “as told” failed") as caught:
        list(told(words))
    assert "exit code" in caught.value.report
    assert ("on the way" in caught.value.report) == (words == "crash")
    assert len(list(told("pid"))) == 1


def test_a_fault_of_a_reader_is_reported_with_its_place(told):
    with pytest.raises(ReaderCrashedError) as caught:
        list(told("fail here"))
    assert "KeyError: 'here'" in caught.value.report
    assert "misbehaving.py" in caught.value.report


def test_what_a_library_prints_is_no_message(told):
    assert texts(told("print")) == ["After much noise."]


def test_no_network_and_no_program_is_to_be_had(told):
    assert texts(told("connect")) == [" ".join(["RefusedAccessError"] * 4)]


def test_reading_is_stopped_at_once_from_another_thread(told, workers):
    found = told("sleep 60")
    next(found)
    stopper = threading.Timer(0.2, workers.interrupt)
    stopper.start()
    with pytest.raises(ReaderStoppedError, match="reading was stopped"):
        next(found)
    stopper.join()
    assert len(list(told("pid"))) == 1


def test_two_threads_read_at_once(told, workers):
    first = told("count 3", name="b.told")
    next(first)
    read = []
    thread = threading.Thread(target=lambda: read.extend(told("count 3")))
    thread.start()
    thread.join()
    assert read[-1] == list(first)[-1]


def test_a_process_that_died_meanwhile_is_replaced(told, workers):
    (number,) = texts(told("pid"))
    for kept in workers._kept:
        kept._process.kill()
        kept._process.wait()
    assert texts(told("pid")) != [number]


def test_a_process_is_replaced_before_files_wear_it_out(told, monkeypatch):
    monkeypatch.setattr(apart, "MOST_FILES", 1)
    assert texts(told("pid")) != texts(told("pid"))


def test_where_no_process_starts_one_sentence_says_so(told, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(ReaderCrashedError):
        list(Apart(AsTold(), workers=Workers()).read(tmp_path / "a.told", OPTIONS))


def test_a_process_ends_with_its_input():
    command = [sys.executable, "-P", "-m", worker.__name__]
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=60, check=True)
    assert (ended.stdout, ended.stderr) == (b"", b"")


def test_a_missing_file_is_told_by_the_wrapped_reader(tmp_path, workers):
    with pytest.raises(MissingFileError):
        list(Apart(PlainTextReader(), workers=workers).read(tmp_path / "none.txt", OPTIONS))
