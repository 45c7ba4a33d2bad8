"""The language for tests: everything in brackets, so that what was not translated stands out."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
INNERMOST = re.compile("⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")


def script(name):
    """A module of the packaging scripts."""
    if str(PACKAGING) not in sys.path:
        sys.path.insert(0, str(PACKAGING))
    return import_module(name)


def untranslated(text):
    """What of a text stands outside the brackets of the language for tests."""
    while (rest := INNERMOST.sub(" ", text)) != text:
        text = rest
    return " ".join(text.split()) if WORD.search(text) else ""
