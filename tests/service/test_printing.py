from __future__ import annotations

import pytest

from annotator.service import printing
from annotator.service.printing import (
    Attachment,
    NoPrinterError,
    Report,
    lend_printer,
    lent_printer,
)


def test_the_printer_that_was_lent_last_prints(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "_lent", [])
    with pytest.raises(NoPrinterError):
        lent_printer()
    lend_printer(lambda _report, _attachment, target: target.write_text("one"))
    lend_printer(lambda report, one, target: target.write_text(report.title + one.name))
    report = Report("", "The dam ", "", (), lambda: iter(()))
    lent_printer()(report, Attachment("two", "", ()), tmp_path / "a")
    assert (tmp_path / "a").read_text() == "The dam two"
