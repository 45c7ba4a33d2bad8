"""Files in a folder that has one for each article: safe names of which no two are alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_LOOKED_AT = 20
_LONGEST = 40
_OTHER = re.compile(r"[^\w. -]+")
# What Windows takes for a device, whatever stands behind the point.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class FileNames:
    """File names made of titles, of which no two are alike to any system."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[str] = set()
        self._times: dict[str, int] = {}

    def of(self, title: str) -> str:
        """Return a name for a title, which none had before.

        >>> names = FileNames(".json")
        >>> names.of("Who? What/where"), names.of("who_ what_WHERE"), names.of("..")
        ('Who_ What_where.json', 'who_ what_WHERE 2.json', 'article.json')
        """
        plain = _OTHER.sub("_", " ".join(title.split()))[:_LONGEST].strip(" .") or "article"
        stem = f"_{plain}" if _DEVICE.fullmatch(plain) else plain
        name, number = stem, self._times.get(stem.casefold(), 1)
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem} {number}"
        self._times[stem.casefold()] = number
        self._taken.add(name.casefold())
        return name + self._suffix


def files_in(folder: Path, suffix: str) -> Iterator[Path]:
    """Yield the plain files with a suffix that lie in a folder itself, by name."""
    for one in sorted(folder.iterdir()):
        if one.suffix.lower() == suffix and one.is_file() and not one.is_symlink():
            yield one


def heads_in(folder: Path, suffix: str, length: int) -> Iterator[bytes]:
    """Yield how the first few of such files begin."""
    try:
        for _, one in zip(range(_MOST_LOOKED_AT), files_in(folder, suffix), strict=False):
            with one.open("rb") as file:
                yield file.read(length)
    except OSError:
        return
