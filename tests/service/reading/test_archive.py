from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.documents import docx, zipped

from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    RefusedArchiveError,
    WrongFormatError,
)
from annotator.core.errors import AnnotatorError
from annotator.service.reading import archive
from annotator.service.reading.archive import has_entry, opened_archive

PATH = Path("folder") / "some.docx"
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def unpacked(data):
    with opened_archive(PATH, data, wanted="document") as file:
        return {name: file.read(name) for name in file.names}


def linked(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


def patched(data, signature, offset, value):
    """Return an archive whose first header of a kind says something else."""
    place = data.index(signature) + offset
    return data[:place] + value + data[place + len(value) :]


def test_members_come_out_as_they_went_in():
    members = {"a.xml": b"one", "folder/b.xml": b"two" * 1000}
    assert unpacked(zipped(members)) == members


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "a\\b", "C:a", "a/.."])
def test_names_that_lead_elsewhere_are_refused(name):
    with pytest.raises(RefusedArchiveError, match="a name in it leads"):
        unpacked(zipped({name: b"x"}))


def test_links_are_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(linked("a"), "/etc/passwd")
    with pytest.raises(RefusedArchiveError, match="link"):
        unpacked(data.getvalue())


def test_two_files_of_one_name_are_refused():
    with pytest.raises(RefusedArchiveError, match="same name"):
        unpacked(zipped({"word/Document.xml": b"x", "word/document.xml": b"y"}))


def test_a_file_that_expands_beyond_measure_is_refused_by_what_it_says():
    with pytest.raises(RefusedArchiveError, match="expands beyond measure"):
        unpacked(zipped({"a": bytes(5_000_000)}))


def test_a_file_that_lies_about_its_size_gives_no_more_than_it_says():
    data = zipped({"a": bytes(5_000_000)})
    small = struct.pack("<I", 1000)
    lying = patched(patched(data, CENTRAL, 24, small), LOCAL, 22, small)
    with pytest.raises(DamagedDocumentError, match="it cannot be unpacked"):
        unpacked(lying)


def test_all_that_is_read_together_has_a_limit(monkeypatch):
    data = zipped({str(n): b"word" * 100 for n in range(10)})
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 3_999)
    with pytest.raises(RefusedArchiveError, match="holds more than"):
        unpacked(data)
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 4_000)
    assert len(unpacked(data)) == 10
    with opened_archive(PATH, data, wanted="document") as file:
        file.read("0")
        monkeypatch.setattr(archive, "LARGEST_CONTENT", 700)
        with pytest.raises(RefusedArchiveError, match="beyond measure"):
            file.read("1")


def test_too_many_files_are_refused_before_any_is_looked_at(monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 10)
    with pytest.raises(RefusedArchiveError, match="more than 10 files"):
        unpacked(zipped({str(n): b"" for n in range(11)}))


def test_an_encrypted_member_asks_for_a_password():
    with pytest.raises(PasswordNeededError):
        unpacked(patched(zipped({"a": b"x"}), CENTRAL, 8, b"\x01"))


def test_unusual_packing_is_refused():
    with pytest.raises(RefusedArchiveError, match="unusual"):
        unpacked(patched(zipped({"a": b"x"}), CENTRAL, 10, b"\x0e"))


def test_a_header_that_asks_for_what_nobody_unpacks_is_damage():
    with pytest.raises(DamagedDocumentError, match="it cannot be unpacked"):
        unpacked(patched(zipped({"a": b"x"}), CENTRAL, 8, b"\x20"))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", WrongFormatError),
        (b"%PDF-1.4", WrongFormatError),
        (zipped({"a": b"x"})[:-30], DamagedDocumentError),
    ],
    ids=["empty", "of another kind", "cut off"],  # an archive has the time of its making in it
)
def test_what_is_no_archive_or_cut_off_is_told(data, error):
    with pytest.raises(error, match=r"some\.docx"):
        unpacked(data)


def test_a_missing_member_is_told_by_name():
    with (
        opened_archive(PATH, zipped({"a": b"x"}), wanted="document") as file,
        pytest.raises(DamagedDocumentError, match="it is missing"),
    ):
        file.read("b")


def test_names_are_found_in_the_table_of_contents_alone(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx())
    assert has_entry(path, b"word/document.xml")
    assert not has_entry(path, b"xl/")
    assert not has_entry(tmp_path, b"word/")


@given(data=st.binary(max_size=30), place=st.integers(0, 600))
def test_any_damage_is_unpacked_or_refused_kindly(data, place):
    whole = docx()
    try:
        unpacked(whole[:place] + data + whole[place + len(data) :])
    except AnnotatorError as error:
        assert str(PATH) in str(error)  # noqa: PT017 - most damage is none, and raises nothing
