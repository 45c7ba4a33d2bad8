"""Whose keys this machine has seen: trust on first use, and a question at every other key."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from annotator.core.bundle_errors import (
    DamagedKeyError,
    MissingSigningError,
    OtherKeyError,
    UnsignedBundleError,
)
from annotator.core.file_errors import MissingFileError
from annotator.paths import config_dir
from annotator.settings.problems import DamagedSettingsError
from annotator.settings.settings_file import read, write

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.records import Timestamp
    from annotator.service.bundle.bundle import Bundle

FILE = "known_signers.json"


class Standing(Enum):
    """What this machine knows of whoever signed a bundle."""

    UNSIGNED = "not signed"
    UNCHECKED = "signed, which cannot be checked here"
    NEW = "signed by a new signer"
    KNOWN = "signed by a known signer"
    REPLACED = "signed with a new key, or no more, and taken all the same"


@dataclass(frozen=True, slots=True)
class Known:
    """A signer whose bundles were taken before; without a name while only pseudonyms came."""

    fingerprint: str
    name: str
    first_seen: Timestamp


class KnownSigners:
    """The signers that this machine knows, by the ids of members."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or config_dir()) / FILE

    def of(self, member_id: str) -> Known | None:
        """Return what is known of a member's key.

        Raises:
            DamagedKeyError: what is known cannot be read.

        """
        held = self._read().get(member_id)
        if held is None:
            return None
        names = ("fingerprint", "name", "first_seen")
        if not isinstance(held, dict) or not all(isinstance(held.get(one), str) for one in names):
            raise DamagedKeyError(self._path)
        return Known(*(held[one] for one in names))

    def standing(self, bundle: Bundle, *, trust_new_key: bool = False) -> Standing:
        """Tell whether a bundle is signed by whom it says; nothing is kept yet.

        Raises:
            OtherKeyError: its sender's bundles had another key before.
            UnsignedBundleError: its sender's bundles were signed before.
            MissingSigningError: its sender is known, and signatures cannot be checked here.
            DamagedKeyError: what is known cannot be read.

        """
        sender, signed = bundle.facts.member, bundle.signed
        known = self.of(sender.id)
        if known is None:
            return _first(bundle)
        if signed is not None and not signed.checked:
            raise MissingSigningError
        if signed is not None and signed.fingerprint == known.fingerprint:
            return Standing.KNOWN
        if trust_new_key:
            return Standing.REPLACED
        name = known.name or sender.name or sender.id
        if signed is None:
            raise UnsignedBundleError(bundle.path, signer=name, known=known.fingerprint)
        raise OtherKeyError(
            bundle.path, signer=name, known=known.fingerprint, found=signed.fingerprint
        )

    def remember(self, bundle: Bundle, *, at: Timestamp) -> None:
        """Keep the key of a bundle that was taken, if it was checked, and the name of its signer.

        The key is that of the member's id. The name is the newest that a bundle told; a pseudonym
        is none.

        Raises:
            FileProblemError: it cannot be kept.

        """
        signed = bundle.signed
        if signed is None or not signed.checked:
            return
        known = self.of(signed.member)
        if known is None or known.fingerprint != signed.fingerprint:
            known = Known(signed.fingerprint, known.name if known else "", at)
        elif bundle.manifest.pseudonyms or known.name == signed.name:
            return
        if not bundle.manifest.pseudonyms:
            known = replace(known, name=signed.name)
        write(self._path, {**self._read(), signed.member: asdict(known)})

    def _read(self) -> dict[str, Any]:
        try:
            return read(self._path)
        except MissingFileError:
            return {}
        except DamagedSettingsError as error:
            raise DamagedKeyError(self._path) from error


def _first(bundle: Bundle) -> Standing:
    if bundle.signed is None:
        return Standing.UNSIGNED
    return Standing.NEW if bundle.signed.checked else Standing.UNCHECKED
