"""What is done in the window costs what it touches: statements sent and blocks painted."""

from __future__ import annotations

import pytest
from tests.gui.conftest import Hands
from tests.gui.costs import costs, measured_window


@pytest.fixture
def measured(themes, tmp_path):
    def measure(count):
        with measured_window(themes, tmp_path / f"{count}.factproj", count) as window:
            return costs(window, Hands(window))

    return measure


def test_every_change_costs_the_same_under_50_highlights_and_under_50_000(measured):
    few, many = measured(50), measured(50_000)
    assert many == few
    statements, blocks = few["tag"]
    assert blocks == 1
    assert len(statements) <= 12
    assert "INSERT INTO change_item" in statements[-1]  # nothing is asked again after it
    assert all(blocks for _, blocks in few.values())
