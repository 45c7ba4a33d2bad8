"""Draw the program's icons: one definition each, written in the ink of every theme.

``python packaging/make_icons.py`` rewrites resources/icons; ``--check`` only tells what differs.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"
THEMES = ("light", "dark")

FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20" '
    'fill="none" stroke="{ink}" stroke-width="1.5" stroke-linecap="round" '
    'stroke-linejoin="round">{shapes}</svg>\n'
)

# Each icon's shapes on a grid of 20 by 20; what is filled says so itself.
SHAPES = {
    "article": '<path d="M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5v3.5h3.5M7.5 9.5h5.5M7.5 12.5h5.5"/>',
    "close": '<path d="M5 5l10 10M15 5l-10 10"/>',
    "delete": '<path d="M3.5 5.5h13M8 5.5v-2.5h4v2.5M5 5.5l.8 11.5h8.4l.8-11.5M8.5 9v5M11.5 9v5"/>',
    "export": '<path d="M10 12.5v-9.5M6.5 6l3.5-3.5 3.5 3.5M3.5 11.5v5.5h13v-5.5"/>',
    "help": '<circle cx="10" cy="10" r="7.5"/>'
    '<path d="M7.7 7.8a2.3 2.3 0 1 1 3.4 2.1c-.8.4-1.1.9-1.1 1.7M10 14.3v.1"/>',
    "keys": '<rect x="2" y="5" width="16" height="10" rx="1.5"/>'
    '<path d="M5 8v.1M8.3 8v.1M11.7 8v.1M15 8v.1M6.5 12h7"/>',
    "moon": '<path d="M16.5 12.2a7 7 0 0 1-8.7-8.7a7 7 0 1 0 8.7 8.7z"/>',
    "next": '<path d="M5 7.5l5 5 5-5"/>',
    "open": '<path d="M2.5 16v-11.5h5l1.5 2h7v2.5M2.5 16l2.8-7h12.7l-2.8 7z"/>',
    "previous": '<path d="M5 12.5l5-5 5 5"/>',
    "redo": '<path d="M13 3l3.5 3.5-3.5 3.5M16.5 6.5h-8.5a5 5 0 0 0 0 10h4"/>',
    "reviewed": '<path d="M3.5 10.5l4.5 4.5 8.5-10"/>',
    "search": '<circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.7 12.7l4.8 4.8"/>',
    "sidebar-left": '<rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/>'
    '<path d="M7.5 3.5v13M4.8 6.8h.4M4.8 9.3h.4"/>',
    "sidebar-right": '<rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/>'
    '<path d="M12.5 3.5v13M14.8 6.8h.4M14.8 9.3h.4"/>',
    "sun": '<circle cx="10" cy="10" r="3.5"/><path d="M10 1.8v1.7M10 16.5v1.7M1.8 10h1.7'
    'M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M4.2 15.8l1.2-1.2M14.6 5.4l1.2-1.2"/>',
    "tag": '<path d="M3 3h6.5l7.5 7.5-6.5 6.5-7.5-7.5z"/><path d="M6.5 6.5v.1"/>',
    "undo": '<path d="M7 3l-3.5 3.5 3.5 3.5M3.5 6.5h8.5a5 5 0 0 1 0 10h-4"/>',
    "warning": '<path d="M10 3l7.8 13.5h-15.6zM10 8v4M10 14.2v.1"/>',
    "zoom-in": '<circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.7 12.7l4.8 4.8M6 8.5h5M8.5 6v5"/>',
    "zoom-out": '<circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.7 12.7l4.8 4.8M6 8.5h5"/>',
}

# Three lines of text under the three labels' lines: solid, dashed, dotted.
APPLICATION = """\
<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">
<rect x="14" y="6" width="100" height="116" rx="12" fill="#FFFFFF" stroke="#D5D2CA"/>
<g fill="#1F2328">
<rect x="30" y="26" width="68" height="7" rx="3.5"/>
<rect x="30" y="58" width="58" height="7" rx="3.5"/>
<rect x="30" y="90" width="44" height="7" rx="3.5"/>
</g>
<g fill="none" stroke-width="5">
<path d="M30 42h68" stroke="#0072B2"/>
<path d="M30 74h58" stroke="#C2570C" stroke-dasharray="11 7"/>
</g>
<g fill="#00795A">
<circle cx="33" cy="106" r="2.8"/><circle cx="42" cy="106" r="2.8"/>
<circle cx="51" cy="106" r="2.8"/><circle cx="60" cy="106" r="2.8"/>
<circle cx="69" cy="106" r="2.8"/>
</g>
<path d="M82 97l8 8 14-18" fill="none" stroke="#3B5BDB" stroke-width="7" stroke-linecap="round" \
stroke-linejoin="round"/>
</svg>
"""


def drawn() -> dict[Path, str]:
    """Return the content of every icon file by its path."""
    files = {ICONS / "app.svg": APPLICATION}
    for theme in THEMES:
        colors = tomllib.loads((RESOURCES / "themes" / f"{theme}.toml").read_text(encoding="utf-8"))
        for name, shapes in SHAPES.items():
            picture = FRAME.format(ink=colors["text"]["ink"], shapes=shapes)
            files[ICONS / theme / f"{name}.svg"] = picture
    return files


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files that differ from what is drawn, are absent, or are drawn no more."""
    wrong = [path for path, text in files.items() if not path.exists() or read(path) != text]
    return sorted([*wrong, *(set(ICONS.rglob("*.svg")) - set(files))])


def read(path: Path) -> str:
    """Return the text of a file, its line ends as they are."""
    return path.read_bytes().decode()


def main(arguments: list[str]) -> int:
    """Write the icons, or with ``--check`` name those that differ; return the exit code."""
    files = drawn()
    differing = stale(files)
    if "--check" in arguments:
        for path in differing:
            print(f"{path} is not what packaging/make_icons.py draws")
        return 1 if differing else 0
    for path in differing:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path in files:
            path.write_bytes(files[path].encode())
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
