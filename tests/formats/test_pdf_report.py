from __future__ import annotations

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from tests.examples import share
from tests.formats.rich_project import assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent
from tests.formats.verified import assert_verified

from annotator.core.exchange_errors import (
    CannotWriteError,
    DamagedAnnotationsError,
    NotAnnotationsError,
)
from annotator.core.file_errors import UnwritableFileError
from annotator.formats import pdf_report
from annotator.formats.pdf_report import ATTACHMENT, PdfReportFormat
from annotator.gui.pdf_report import print_report
from annotator.service import printing
from annotator.service.exchange_ports import ExchangeOptions

FORM = PdfReportFormat()


@pytest.fixture(autouse=True)
def _printer(qapp, monkeypatch):
    monkeypatch.setattr(printing, "_lent", [print_report])


@given(made=projects())
@settings(max_examples=share(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_project_can_be_verified(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("pdf") / "a.pdf"
    assert assert_round_trip(FORM, made, target) == []
    assert_verified(FORM, target, made, highlights=sum(len(one.made) for one in made.made))


def test_what_is_attached_is_what_another_reader_finds(tmp_path):
    written(FORM, rich_project(), tmp_path / "a.pdf")
    assert_rich(came_back(FORM, tmp_path / "a.pdf")[1])
    (data,) = pypdf.PdfReader(tmp_path / "a.pdf").attachments[ATTACHMENT]
    assert data.startswith(b'{"type": "project"')
    assert data.count(b"\n") == 1 + 2 + 2 + 1 + 4


def test_a_file_that_another_program_wrote_anew_is_verified_too(tmp_path):
    made = sent(article("one two", highlight((4, 7))))
    written(FORM, made, tmp_path / "a.pdf")
    anew = pypdf.PdfWriter(clone_from=tmp_path / "a.pdf")
    anew.write(tmp_path / "b.pdf")
    items = list(FORM.read(tmp_path / "b.pdf", ExchangeOptions()).items())
    assert [one.text for one in items] == ["one two"]
    assert b"/EF <</F " not in (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("where", ["pages", "end"])
def test_pages_that_were_altered_are_told(tmp_path, where):
    made = sent(article("one two", highlight((4, 7))))
    written(FORM, made, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    at = data.index(b"stream\n") + 30
    altered = (
        data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] if where == "pages" else data + b" "
    )
    (tmp_path / "b.pdf").write_bytes(altered)
    assert_verified(FORM, tmp_path / "b.pdf", made, highlights=1, problems=1)


def test_the_same_project_makes_the_same_bytes_at_any_time(tmp_path):
    made = sent(article("one 👻 السد two", highlight((0, 3), note="x")))
    for name in ("a", "b"):
        written(FORM, made, tmp_path / name)
    data = (tmp_path / "a").read_bytes()
    assert data == (tmp_path / "b").read_bytes()
    assert b"/CreationDate (D:20260304060607" in data
    pypdf.PdfReader(tmp_path / "a", strict=True)


def test_damage_is_told(tmp_path):
    made = sent(article("one two", highlight((4, 7))))
    written(FORM, made, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    cut = data.rindex(b"stream\nx", 0, data.index(b"/EF <<"))
    (tmp_path / "b.pdf").write_bytes(data[: cut + 12] + b"\xff" * 8 + data[cut + 20 :])
    with pytest.raises(DamagedAnnotationsError, match="its attachment"):
        FORM.read(tmp_path / "b.pdf", ExchangeOptions())
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4\nno more")
    with pytest.raises(DamagedAnnotationsError, match="no PDF"):
        FORM.read(tmp_path / "c.pdf", ExchangeOptions())


def test_other_files_are_none(tmp_path):
    other = pypdf.PdfWriter()
    other.add_blank_page(100, 100)
    other.write(tmp_path / "a.pdf")
    assert not FORM.fits(tmp_path / "a.pdf", (tmp_path / "a.pdf").read_bytes()[:4096])
    with pytest.raises(NotAnnotationsError):
        FORM.read(tmp_path / "a.pdf", ExchangeOptions())


def test_more_than_can_be_attached_is_refused_before_it_is_printed(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_report, "LARGEST", 100)
    with pytest.raises(CannotWriteError, match="HTML report"):
        written(FORM, sent(article("one two", highlight((4, 7)))), tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_without_a_printer_and_without_a_place_one_sentence_says_so(tmp_path, monkeypatch):
    with pytest.raises(UnwritableFileError):
        written(FORM, sent(), tmp_path / "nowhere" / "a.pdf")
    monkeypatch.setattr(printing, "_lent", [])
    with pytest.raises(printing.NoPrinterError, match="html-report"):
        written(FORM, sent(), tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
