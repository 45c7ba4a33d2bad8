"""What verifying a bundle comes to: what it says of itself, whose it is, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.core.bundle_errors import MissingSigningError, OtherKeyError, UnsignedBundleError
from annotator.service.bundle import layout
from annotator.service.bundle.known_signers import KnownSigners, Standing
from annotator.service.verifying import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.records import Timestamp
    from annotator.service.bundle.bundle import Bundle
    from annotator.service.bundle.content import Named

NONE: Final = "none"
VALID: Final = "valid"
UNCHECKED: Final = "not checked"
_KEYS: Final = {Standing.NEW: "new", Standing.KNOWN: "known", Standing.REPLACED: "other"}


@dataclass(frozen=True, slots=True)
class Signature:
    """A bundle's signature: ``state`` is ``NONE``, ``VALID`` or ``UNCHECKED``.

    ``key`` is "new", "known" or "other": another than that of the member's bundles before, or
    none any more; ``known`` is the fingerprint of that one.
    """

    state: str = NONE
    key: str = ""
    fingerprint: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a bundle says of itself; its ``kind`` is the scope.

    ``unknown`` are the members that nobody here understands.
    """

    bundle_id: str
    version: str
    kind: str
    created: Timestamp
    member: Named
    project: Named
    counts: Mapping[str, int]
    quotes_only: bool
    pseudonyms: bool
    texts_left_out: int
    unknown: tuple[str, ...]


@dataclass(slots=True)
class BundleVerdict(Verdict):
    """What verifying a bundle came to.

    ``bundle`` and ``signature`` are None where its members are not what their hashes say, and
    ``signature`` where it is wrong.
    """

    bundle: Told | None = None
    signature: Signature | None = None


def told_by(bundle: Bundle) -> Told:
    """Return what a bundle says of itself."""
    said = bundle.manifest
    return Told(
        said.bundle_id,
        said.version,
        said.facts.scope.value,
        said.facts.created,
        said.facts.member,
        said.facts.project,
        said.counts,
        said.quotes_only,
        said.pseudonyms,
        said.texts_left_out,
        bundle.unknown,
    )


def signature_of(bundle: Bundle, standing: Standing | None) -> Signature:
    """Return how a bundle is signed; where no ``standing`` is known, nothing is of its key."""
    signed = bundle.signed
    key = _KEYS.get(standing, "") if standing is not None else ""
    if signed is None:
        return Signature(NONE, key)
    return Signature(VALID if signed.checked else UNCHECKED, key, signed.fingerprint)


def judge(bundle: Bundle, verdict: BundleVerdict, *, trust_new_key: bool) -> None:
    """Put down what is known of a bundle's signature; what merging would refuse is wrong."""
    signers = KnownSigners()
    known = signers.of(bundle.facts.member.id)
    standing = None
    try:
        standing = signers.standing(bundle, trust_new_key=trust_new_key)
    except (OtherKeyError, UnsignedBundleError) as error:
        standing = Standing.REPLACED
        verdict.add(layout.SIGNATURE, str(error))
    except MissingSigningError as error:
        verdict.add(layout.SIGNATURE, str(error))
    found = signature_of(bundle, standing)
    verdict.signature = replace(found, known=known.fingerprint if known else "")
