"""The program's doors: ``annotator`` with a console, ``annotator-gui`` without one."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.gui.display import require_display
from annotator.service.printing import Attachment, NoPrinterError, Report, lend_printer


def main(arguments: list[str] | None = None) -> int:
    """Run the program on its words and return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    _have_streams()
    lend_printer(_print)
    if not words:
        return _window()
    from annotator.cli import program, session  # noqa: PLC0415 - the window does not pay for it

    windows = session.Windows(require=require_display, open=_open, picture=_picture)
    return program.main(words, windows)


def gui_main() -> int:
    """Run the program where there may be no console, as a desktop starts it."""
    return main()


def _have_streams() -> None:
    """Let what is printed go nowhere where a stream is missing, as in a window on Windows."""
    nowhere = partial(Path(os.devnull).open, "w", encoding="utf-8")
    sys.stdout = sys.stdout or nowhere()
    sys.stderr = sys.stderr or nowhere()


def _window() -> int:
    """Open the window without the command line's imports, which are slow to come by."""
    try:
        return _open(None)
    except AnnotatorError as error:
        print(f"annotator: {error}", file=sys.stderr)  # noqa: T201 - its purpose
        return error.kind.value


def _open(project: Path | None) -> int:
    require_display()
    from annotator.gui import launch  # noqa: PLC0415 - verbs do not pay for Qt

    return launch.run(project)


def _picture(project: Path, target: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from annotator.gui import demo  # noqa: PLC0415 - verbs do not pay for Qt

    demo.picture(project, target)


def _print(report: Report, attachment: Attachment, target: Path) -> None:
    try:
        from annotator.gui import pdf_report  # noqa: PLC0415 - few print, and Qt may be missing
    except ImportError as error:
        raise NoPrinterError from error
    pdf_report.print_report(report, attachment, target)


if __name__ == "__main__":
    sys.exit(main())
