"""The program's verbs, its way of reading its words, and its exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator import __version__
from annotator.cli import (
    adding,
    articles,
    codebook,
    columns,
    exchange,
    fetching,
    highlights,
    history,
    output,
    places,
    reviewers,
    revisions,
    search,
    settings,
    team,
    verifying,
)
from annotator.cli.session import PATH, Session, complain, silence_output
from annotator.core.errors import AnnotatorError, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.cli.session import Windows

INTERRUPTED = 130


class Program(click.Group):
    """A group of verbs in which a first word that is no verb names a project to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; ``annotator PROJECT`` becomes ``annotator open PROJECT``."""
        words = [word for word in args if not word.startswith("-")]
        if len(args) == 1 and words and words[0] not in self.commands and _names_file(words[0]):
            args = ["open", *args]
        return super().parse_args(ctx, args)


def _names_file(word: str) -> bool:
    return Path(word).suffix == ".factproj" or Path(word).exists() or Path(word).name != word


@click.group(cls=Program, invoke_without_command=True)
@click.option("--project", type=PATH, help="The project file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--reviewer", default="", help="Who works, for this call; see “reviewer”.")
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def program(ctx: click.Context, project: Path | None, *, as_json: bool, reviewer: str) -> int:
    """Check news facts sentence by sentence. Without a verb: open the window.

    The project is the one named by --project (before or after the verb), else by the variable
    ANNOTATOR_PROJECT, else the one in your data folder. Only add, fetch,
    import and demo make a new one.

    Exit codes: 0 done, 1 the answer is no, 2 wrong usage, 3 a file or disk failed.
    """
    session: Session = ctx.obj
    session.named, session.as_json, session.reviewer = project, as_json, reviewer
    if ctx.invoked_subcommand is None:
        return session.windows.open(session.named)
    return 0


@program.command("open", hidden=True)
@click.argument("path", type=PATH)
@click.pass_obj
def open_window(session: Session, path: Path) -> int:
    """Open the window on a project."""
    return session.windows.open(path)


for _verb in (
    adding.add,
    adding.readers,
    fetching.fetch,
    columns.columns,
    articles.list_articles,
    articles.show,
    articles.finish,
    articles.reopen,
    search.search,
    search.list_highlights,
    highlights.tag,
    highlights.untag,
    highlights.undo,
    highlights.redo,
    revisions.revise,
    revisions.revisions,
    places.anchors,
    places.settle_place,
    history.history,
    history.jump,
    codebook.codebook,
    exchange.export,
    exchange.import_annotations,
    exchange.convert,
    verifying.verify,
    exchange.formats,
    team.bundle,
    team.merge_bundles,
    team.list_conflicts,
    team.settle,
    output.stats,
    output.check,
    output.demo,
    settings.settings,
    reviewers.reviewer,
):
    program.add_command(_verb)


def main(arguments: Sequence[str], windows: Windows) -> int:
    """Run the program on its words and return its exit code; never raise what the world did."""
    try:
        code = program.main(
            list(arguments), prog_name="annotator", standalone_mode=False, obj=Session(windows)
        )
    except click.exceptions.Abort:
        complain("stopped.")
        return INTERRUPTED
    except click.ClickException as error:
        said = error.format_message().rstrip(".")
        complain(f"{said}; “annotator --help” tells what there is.")
        return Kind.USAGE.value
    except AnnotatorError as error:
        complain(str(error))
        return error.kind.value
    except OSError as error:
        # Neither an article nor a project: the terminal, a pipe, the current folder.
        silence_output()
        where = error.filename or "The output"
        complain(f"{where} cannot be used ({error.strerror or error}); try another place.")
        return Kind.WORLD.value
    return code if isinstance(code, int) else 0
