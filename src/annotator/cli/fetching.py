"""The verb that adds an article from the web: its host is told, then asked, and nobody else."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.adding import add_files, tell_reports
from annotator.cli.reading_options import reading_options
from annotator.cli.session import Session, complain, verb
from annotator.service.fetching import Trip, host_of, web_address

if TYPE_CHECKING:
    from annotator.service.fetching import FetchedFile
    from annotator.service.import_reports import FileReport
    from annotator.service.importing import Wishes


class _ToldTrip(Trip):
    """A visit to the web that tells each host on standard error before it is asked."""

    def visit(self, host: str) -> None:
        """Take note that a host is asked, and tell of it if it is another one."""
        known = len(self.hosts)
        super().visit(host)
        if len(self.hosts) > known:
            complain(f"asking {host}")


@click.command()
@click.argument("url")
@reading_options
@verb
def fetch(session: Session, /, url: str, reading: Wishes) -> int:
    """Add the article at URL from the web, as one step that undo takes back.

    This alone asks the web: each host is told on standard error before it is asked, for at most
    20 seconds and 20 MB, and no cookies are sent.
    """
    address = web_address(url)
    trip = _ToldTrip()
    trip.visit(host_of(address))
    file = session.surroundings().fetch(address, trip)
    return tell_reports(session, _add(session, file, reading))


def _add(session: Session, file: FetchedFile, wishes: Wishes) -> list[FileReport]:
    """Add a file from the web, told of by its address."""
    with tempfile.TemporaryDirectory(prefix="annotator-fetch-") as folder:
        path = Path(folder, file.name)
        path.write_bytes(file.data)
        encoding = wishes.options.encoding or file.encoding
        options = replace(wishes.options, encoding=encoding)
        wishes = replace(wishes, options=options, addresses={path: file.address})
        reports = add_files(session, (path,), wishes)
    return [
        replace(
            one,
            file=file.address,
            reason=one.reason and one.reason.replace(str(path), file.address),
        )
        for one in reports
    ]
