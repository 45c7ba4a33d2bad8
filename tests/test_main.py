from __future__ import annotations

import sys

import pytest

from annotator import __main__ as program
from annotator.service import printing
from annotator.service.printing import Attachment, NoPrinterError, Report, lent_printer

EMPTY = Report("", "The dam", "", (), lambda: iter(()))
NOTHING = Attachment("a", "text/plain", ())


@pytest.mark.usefixtures("qapp")
def test_the_program_lends_its_printer_to_commands(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(printing, "_lent", [])
    assert program.main(["--version"]) == 0
    assert "annotator" in capsys.readouterr().out
    lent_printer()(EMPTY, NOTHING, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_without_qt_printing_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "_lent", [])
    monkeypatch.setitem(sys.modules, "annotator.gui.pdf_report", None)
    monkeypatch.delattr("annotator.gui.pdf_report", raising=False)
    program.main(["--version"])
    with pytest.raises(NoPrinterError):
        lent_printer()(EMPTY, NOTHING, tmp_path / "a.pdf")
