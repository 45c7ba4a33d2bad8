"""What the window remembers from one start to the next, in one small file."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from annotator.paths import config_dir

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_log = logging.getLogger(__name__)
MAX_PLACES = 50
MAX_RECENT = 10
# Window systems count pixels so far; no screen is as large.
LARGEST = 2**15
LAST_SENTENCE = 2**31 - 1


@dataclass(slots=True)
class Session:
    """The remembered window; ``places`` holds article id and sentence by project path.

    ``commands`` were given last from the field on top, ``tools`` were in sight at the end.
    ``tables`` holds the widths of the columns by the tool whose table it is, ``chosen`` what was
    chosen in a tool last.
    """

    geometry: list[int] = field(default_factory=list)
    maximized: bool = False
    columns: list[int] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    text_zoom: int = 0
    project: str = ""
    recent: list[str] = field(default_factory=list)
    places: dict[str, list[Any]] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    tables: dict[str, list[Any]] = field(default_factory=dict)
    chosen: dict[str, list[Any]] = field(default_factory=dict)

    def place(self, project: Path) -> tuple[str, int]:
        """Return the article and sentence a project was left at; no id where it is unknown."""
        article, sentence = (*self.places.get(str(project), ()), "", 0)[:2]
        return (article, sentence) if _is_place(article, sentence) else ("", 0)

    def remember(self, project: Path) -> None:
        """Put a project before the others that were opened lately."""
        name = str(project)
        self.recent = [name, *(one for one in self.recent if one != name)][:MAX_RECENT]

    def leave(self, project: Path, article_id: str, sentence: int) -> None:
        """Remember where a project is left."""
        self.places.pop(str(project), None)
        self.places[str(project)] = [article_id, sentence]
        for old in list(self.places)[:-MAX_PLACES]:
            del self.places[old]


def _is_place(article: object, sentence: object) -> bool:
    return isinstance(article, str) and isinstance(sentence, int)


def session_file() -> Path:
    """Return where the session is kept."""
    return config_dir() / "session.json"


def load_session() -> Session:
    """Read the session; whatever is damaged is as if it had never been remembered."""
    try:
        read = json.loads(session_file().read_text("utf-8"))
    except FileNotFoundError:
        return Session()
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("The remembered window is unreadable and left out: %s", error)
        return Session()
    session = Session()
    for one in fields(Session) if isinstance(read, dict) else ():
        value, shape = read.get(one.name), _SHAPES.get(one.name)
        if type(value) is type(getattr(session, one.name)) and (shape is None or shape(value)):
            setattr(session, one.name, value)
    return session


def _is_size(value: object) -> bool:
    return type(value) is int and -LARGEST <= value < LARGEST


def _are_sizes(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_size, value))


def _are_widths(value: object) -> bool:
    return isinstance(value, list) and all(_is_size(width) and width >= 0 for width in value)


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _are_places(value: object) -> bool:
    match value:
        case [str(), int(sentence)]:
            return 0 <= sentence <= LAST_SENTENCE
    return False


def _each(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, dict) and all(map(fits, value.values()))


_SHAPES: dict[str, Callable[[object], bool]] = {
    "geometry": _are_sizes,
    "columns": _are_widths,
    "hidden": _are_names,
    "text_zoom": _is_size,
    "recent": _are_names,
    "places": _each(_are_places),
    "commands": _are_names,
    "tools": _are_names,
    "tables": _each(_are_sizes),
    "chosen": _each(_are_names),
}


def save_session(session: Session) -> None:
    """Write the session whole or not at all; a failure is logged, since nothing depends on it."""
    target = session_file()
    part = target.with_name(f".session-{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            # Names of files need be no text: what stands for their bytes is written as numbers.
            json.dump(asdict(session), file, ensure_ascii=True, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except (OSError, ValueError) as error:
        _log.warning("The window could not be remembered: %s", error)
        with suppress(OSError):
            part.unlink(missing_ok=True)
