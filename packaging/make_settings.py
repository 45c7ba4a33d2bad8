"""Write docs/settings.md from the table of settings."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.settings.manual import settings_page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"


def main() -> int:
    """Write the page; with --check only tell whether it is current."""
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text("utf-8") == settings_page()
        print("docs/settings.md is current." if current else "docs/settings.md is out of date.")
        return 0 if current else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(settings_page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
