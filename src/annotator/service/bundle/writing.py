"""Writing a bundle: the same content gives the same bytes, whoever writes it and whenever.

That holds for one release of zlib; another may pack the same otherwise. The id of the bundle and
all hashes in it are those of what is packed.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.service.bundle import layout, manifest, sums
from annotator.service.bundle.content import BundleFacts, BundleOptions, BundleReport, Named
from annotator.service.bundle.laying_out import LayingOut
from annotator.service.bundle.manifest import Manifest
from annotator.service.bundle.pseudonyms import pseudonyms
from annotator.service.bundle.spool import Spool
from annotator.service.watch import UNWATCHED
from annotator.service.writing import refuse_occupied, settle, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from annotator.service.bundle.content import BundleContent
    from annotator.service.bundle.signing import Signer
    from annotator.service.watch import Watch

WHOLE = BundleOptions()


def write_bundle(
    target: Path,
    content: BundleContent,
    *,
    options: BundleOptions = WHOLE,
    sign: Signer | None = None,
    watch: Watch = UNWATCHED,
) -> BundleReport:
    """Write a bundle, whole or not at all.

    Raises:
        FileProblemError: the target cannot be written.
        QuoteMismatchError: a highlight's quote is not the text at its place.
        StoppedError: whoever watches cancelled it.

    """
    try:
        with Spool() as spool:
            laid = LayingOut(spool, content, options, watch)
            laid.lay_out()
            said = _said(spool, _facts(content.facts, laid, options), options, laid.left_out)
            said = replace(said, signed_with=sign.fingerprint if sign else "")
            _list(spool, said)
            if sign is not None:
                signature = sign.signature(spool.read(layout.SUMS), spool.read(layout.MANIFEST))
                spool.put(layout.SIGNATURE, signature)
            with _replacing(target) as file:
                spool.pack(file, _in_order(spool), watch)
                size = file.tell()
    except OSError as error:
        raise unwritable(target, error) from error
    return BundleReport(
        target,
        said.bundle_id,
        said.facts.scope,
        said.facts.created,
        said.counts,
        size,
        laid.left_out,
        sign.fingerprint if sign else "",
    )


def _facts(facts: BundleFacts, laid: LayingOut, options: BundleOptions) -> BundleFacts:
    member = facts.member
    if options.pseudonyms:
        # Whoever has done nothing yet is not among the people.
        names = pseudonyms((*(one.id for one in laid.people), member.id))
        member = Named(member.id, names[member.id])
    return replace(facts, created=laid.newest or layout.NO_TIME, member=member)


def _said(spool: Spool, facts: BundleFacts, options: BundleOptions, left_out: int) -> Manifest:
    members = spool.members
    counts = {what: members[name].records for what, name in layout.COUNTED.items()}
    counts["texts"] = sum(bool(layout.text_of(name)) for name in members)
    return Manifest(
        facts,
        layout.bundle_id({name: one.sha256 for name, one in members.items()}),
        counts=counts,
        quotes_only=options.quotes_only,
        pseudonyms=options.pseudonyms,
        texts_left_out=left_out,
    )


def _list(spool: Spool, said: Manifest) -> None:
    """Write what lists the other members: the manifest, and the hashes of that and all others."""
    members = {name: spool.members[name] for name in _in_order(spool)}
    spool.put(layout.MANIFEST, manifest.written(said, members))
    spool.put(layout.TYPE, layout.MIMETYPE)
    hashes = {name: spool.members[name].sha256 for name in _in_order(spool)}
    spool.put(layout.SUMS, sums.written(hashes))


def _in_order(spool: Spool) -> list[str]:
    return sorted(spool.members, key=lambda name: layout.place_of(name) or (0, name))


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file that takes the place of the target when the block ends well."""
    try:
        place = target.resolve()
    except RuntimeError as error:
        # Links that lead to one another.
        raise unwritable(target, error) from error
    refuse_occupied(target, place)
    number, name = tempfile.mkstemp(prefix=".bundle-", suffix=".part", dir=place.parent)
    scratch = Path(name)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
        settle(scratch)
        scratch.replace(place)
    finally:
        scratch.unlink(missing_ok=True)
