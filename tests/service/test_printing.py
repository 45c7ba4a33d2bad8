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


def test_the_printer_that_was_lent_last_prints(monkeypatch):
    monkeypatch.setattr(printing, "_lent", [])
    with pytest.raises(NoPrinterError):
        lent_printer()
    lend_printer(lambda _report, _attachment: b"one")
    lend_printer(lambda report, attachment: (report.title + attachment.name).encode())
    report = Report("", "The dam ", "", (), lambda: iter(()))
    assert lent_printer()(report, Attachment("two", "", b"")) == b"The dam two"
