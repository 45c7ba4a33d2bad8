"""The program's verbs, its way of reading its words, and its exit codes."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator import __version__
from annotator.cli.session import PATH, Session, complain, silence_output
from annotator.core.errors import AnnotatorError, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.cli.session import Windows

INTERRUPTED = 130
# Every verb with the module and the name of its command: imported when it is asked for, so that
# no verb waits for what another one needs.
VERBS = {
    "add": "adding.add",
    "anchors": "places.anchors",
    "bundle": "team.bundle",
    "check": "output.check",
    "codebook": "codebook.codebook",
    "columns": "columns.columns",
    "conflicts": "team.list_conflicts",
    "convert": "exchange.convert",
    "demo": "output.demo",
    "export": "exchange.export",
    "fetch": "fetching.fetch",
    "finish": "articles.finish",
    "formats": "exchange.formats",
    "highlights": "search.list_highlights",
    "history": "history.history",
    "import": "exchange.import_annotations",
    "jump": "history.jump",
    "list": "articles.list_articles",
    "merge": "merging.merge_bundles",
    "readers": "adding.readers",
    "redo": "highlights.redo",
    "reopen": "articles.reopen",
    "reviewer": "reviewers.reviewer",
    "revise": "revisions.revise",
    "revisions": "revisions.revisions",
    "search": "search.search",
    "settings": "settings.settings",
    "settle": "team.settle",
    "settle-place": "places.settle_place",
    "show": "articles.show",
    "stats": "output.stats",
    "tag": "highlights.tag",
    "undo": "highlights.undo",
    "untag": "highlights.untag",
    "verify": "verifying.verify",
}


class Program(click.Group):
    """A group of verbs in which a first word that is no verb names a project to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all verbs in order."""
        return sorted({*super().list_commands(ctx), *VERBS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb, or None for what is none."""
        if cmd_name in VERBS and cmd_name not in self.commands:
            module, name = VERBS[cmd_name].split(".")
            self.add_command(getattr(import_module(f"annotator.cli.{module}"), name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; ``annotator PROJECT`` becomes ``annotator open PROJECT``."""
        first = args[0] if len(args) == 1 and not args[0].startswith("-") else ""
        if first and first not in self.list_commands(ctx) and _names_file(first):
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
