from __future__ import annotations

import sys

import pytest

from annotator.text.choose import segmenter


@pytest.mark.parametrize(
    ("missing", "chosen"),
    [((), "sentencex"), (("sentencex",), "qt"), (("sentencex", "PySide6"), "plain")],
)
def test_the_best_segmenter_that_is_installed_is_chosen(monkeypatch, missing, chosen):
    if not missing:
        pytest.importorskip("sentencex", reason="no wheel of sentencex for this machine")
    for library in missing:
        monkeypatch.setitem(sys.modules, library, None)
    found = segmenter()
    assert found.name.split()[0] == chosen
    assert found.boundaries("It rained. We stayed.") == [11, 21]


def test_language_and_quotations_reach_the_segmenter():
    pytest.importorskip("sentencex", reason="no wheel of sentencex for this machine")
    assert segmenter("de", quotes=False).name.endswith("quotes=0; rules=1; language=de")
