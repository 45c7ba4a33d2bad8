from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_formats_is_that_of_the_formats():
    command = [sys.executable, "packaging/make_formats.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
