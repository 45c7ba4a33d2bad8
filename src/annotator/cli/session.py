"""What every verb shares: which project, which output, and how failures end."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

import click

from annotator.paths import default_project

if TYPE_CHECKING:
    from annotator.service.ports import Surroundings
    from annotator.service.project import Project

# Whether a file can be read is for the program to say, in its own words.
PATH = click.Path(path_type=Path, readable=False)
# So many new objects bring about a search for garbage.
NEW_OBJECTS: Final = 20_000
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Windows:
    """What ``__main__`` lends the command line, which may not know Qt.

    ``require`` raises where no window can be shown; ``open`` shows a project, or the one opened
    last for None, and returns an exit code; ``picture`` writes a PNG of the window on a project.
    """

    require: Callable[[], None]
    open: Callable[[Path | None], int]
    picture: Callable[[Path, Path], None]


@dataclass(slots=True)
class Session:
    """One call of the program: the project that was named and the form of the output.

    ``reviewer`` is who works in it, where that is not the one who works on this computer.
    """

    windows: Windows
    named: Path | None = None
    as_json: bool = False
    reviewer: str = ""

    @property
    def path(self) -> Path:
        """The project file: ``--project``, else ``ANNOTATOR_PROJECT``, else the default one."""
        if self.named is not None:
            return self.named
        return Path(os.environ.get("ANNOTATOR_PROJECT") or default_project())

    @contextmanager
    def project(self, *, create: bool = False) -> Iterator[Project]:
        """Open the project for the length of a ``with`` block."""
        from annotator.bootstrap import open_project  # noqa: PLC0415 - slow: only who needs it
        from annotator.settings.settings import load_settings  # noqa: PLC0415 - the same
        from annotator.settings.table import BLIND  # noqa: PLC0415 - the same

        # Many objects come and go here, and hardly any of them lie in circles.
        gc.set_threshold(NEW_OBJECTS)
        project = open_project(self.path, create=create, reviewer=self.reviewer)
        try:
            project.set_blind(on=bool(load_settings().get(BLIND.key)))
            yield project
        finally:
            project.close()

    def surroundings(self) -> Surroundings:
        """Return what reading articles needs, without opening a project."""
        from annotator.bootstrap import surroundings  # noqa: PLC0415 - slow: only who needs it

        return surroundings()

    def tell(self, value: Any, text: str) -> None:  # noqa: ANN401 - anything JSON can hold
        """Print the value as JSON where that was asked for, else the text."""
        said = json.dumps(value, ensure_ascii=False, indent=2) if self.as_json else text
        if said:
            # File names may hold what no encoding can write.
            click.echo(said.encode("utf-8", "replace").decode("utf-8"))
        sys.stdout.flush()


def verb(function: Callable[Concatenate[Session, P], R]) -> Callable[P, R]:
    """Give a verb ``--project`` and ``--json``, and its session as the first parameter."""

    @click.option("--project", type=PATH, help="The project file.")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @click.pass_obj
    @wraps(function)
    def with_session(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        project, as_json = kwargs.pop("project"), kwargs.pop("as_json")
        if isinstance(project, Path):
            session.named = project
        session.as_json = session.as_json or bool(as_json)
        return function(session, *args, **kwargs)

    return with_session


def silence_output() -> None:
    """Let go of an output that failed, so that the end of the process does not try it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Say one sentence on standard error, in one line."""
    # Where even this cannot be said, the exit code still says it.
    with suppress(OSError):
        print("annotator: " + " ".join(sentence.split()), file=sys.stderr, flush=True)  # noqa: T201 - its purpose
