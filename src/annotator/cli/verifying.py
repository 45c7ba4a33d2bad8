"""The verb that checks files: annotations of any format, and bundles with who signed them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.exchange_options import ForeignWishes, foreign_options
from annotator.cli.session import PATH, Session, verb
from annotator.core.bundle_errors import EXTRA
from annotator.core.errors import Kind
from annotator.core.table_errors import shown_name
from annotator.service.bundle import verdict as bundles
from annotator.service.bundle.layout import NO_TIME, SUFFIX
from annotator.service.bundle.members import looks_like_bundle
from annotator.service.bundle.verifying import NAME as BUNDLE
from annotator.service.bundle.verifying import TITLE as BUNDLE_TITLE
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.exchange import verify_file
from annotator.service.exchange_columns import recalled, remembered_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.bundle.verdict import BundleVerdict, Signature
    from annotator.service.verifying import Verdict

_SCOPES = {
    "full": "the whole project",
    "selection": "chosen articles",
    "changes": "the changes since the one before",
}
_KEYS = {
    "new": "seen for the first time; compare it with them, by telephone for example",
    "known": "known here",
    "other": "another than before",
}


@click.command()
@click.argument("file", type=PATH)
@click.option("--trust-new-key", is_flag=True, help="Take a bundle whose signer has a new key.")
@foreign_options
@verb
def verify(session: Session, /, file: Path, foreign: ForeignWishes, *, trust_new_key: bool) -> int:
    """Check FILE: every slice against its quote, every id and label; exit 1 where one is wrong.

    Of a bundle it tells what it is, and who signed it; quotes whose texts it does not hold are
    compared with those of the project (--project).

    Exit codes: 0 all is right, 1 something is wrong, 3 FILE cannot be read.
    """
    if looks_like_bundle(file) or file.suffix.lower() == SUFFIX:
        verdict = _verified(session, file, trust_new_key=trust_new_key)
        more = _bundle_lines(verdict)
        return _told_verdict(
            session, BUNDLE, [*_verdict_lines(BUNDLE_TITLE, verdict), *more], verdict
        )
    known = session.surroundings()
    options = recalled(file, known, foreign.options, remembered_columns())
    if session.path.exists():
        with session.project() as project:
            form, checked = verify_file(
                file, known, options, reading=foreign.reading, queries=project.queries
            )
    else:
        form, checked = verify_file(file, known, options, reading=foreign.reading)
    return _told_verdict(session, form.name, [*_verdict_lines(form.title, checked)], checked)


def _verified(session: Session, file: Path, *, trust_new_key: bool) -> BundleVerdict:
    verdict = verify_bundle(file, trust_new_key=trust_new_key)
    if not verdict.textless or not session.path.exists():
        return verdict
    # It has quotes of texts that the project may know.
    with session.project() as project:
        known = project.queries.text_with
        return verify_bundle(file, trust_new_key=trust_new_key, known_text=known)


def _told_verdict(session: Session, name: str, lines: list[str], verdict: Verdict) -> int:
    value = {"ok": not verdict.number, "format": name, **asdict(verdict)}
    session.tell(value, "\n".join(lines))
    return Kind.ANSWER.value if verdict.number else 0


def _bundle_lines(verdict: BundleVerdict) -> Iterator[str]:
    told = verdict.bundle
    if told is None:
        return
    member, project = (one.name or one.id for one in (told.member, told.project))
    yield f"Bundle {told.bundle_id}: {_SCOPES[told.kind]} of {project}, by {member}"
    yield f"  newest change {told.created if told.created > NO_TIME else 'unknown'}"
    yield from (f"{number:>8}  {what}" for what, number in sorted(told.counts.items()) if number)
    if told.texts_left_out:
        yield f"{told.texts_left_out:>8}  texts left out"
    for name in told.unknown:
        yield f"It holds {shown_name(name)}, which this program does not know and leaves out."
    if verdict.signature is not None:
        yield _signature_line(verdict.signature)


def _signature_line(found: Signature) -> str:
    if found.state == bundles.NONE:
        return "Not signed: nobody vouches for who sent it."
    key = f"the key {found.fingerprint}"
    if found.state == bundles.UNCHECKED:
        install = f'pip install "fact-annotator[{EXTRA}]"'
        return f"Signed with {key}, which could NOT be checked here; run {install} first."
    return f"Signed: the signature is valid, with {key} ({_KEYS[found.key]})."


def _verdict_lines(title: str, verdict: Verdict) -> Iterator[str]:
    for one in verdict.problems:
        yield f"{one.place}: {one.message}" if one.place else one.message
    if verdict.number > len(verdict.problems):
        yield f"… and {verdict.number - len(verdict.problems)} more."
    if verdict.textless:
        yield (
            f"{verdict.textless} quotes could not be compared: their texts are not in the file."
            " Name a project that has them (--project)."
        )
    if verdict.outside:
        yield f"{verdict.outside} times it names what is not in this part of the project."
    unsure = ", which may be wrong" if verdict.unsure else ""
    yield (
        f"{title}: {verdict.highlights} highlights in {verdict.articles} articles,"
        f" {verdict.quotes} quotes compared (positions in {verdict.reading}{unsure}):"
        f" {verdict.number or 'nothing'} wrong."
    )
