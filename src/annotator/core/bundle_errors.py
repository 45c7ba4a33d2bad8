"""What can be wrong with a bundle, the file in which a team exchanges highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path

EXTRA = "sign"
_COMMAND = f'pip install "fact-annotator[{EXTRA}]"'


class NotABundleError(FileProblemError):
    """A file that is no bundle."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is no bundle; choose a file that a colleague sent (its name ends in .annobundle).",
        )


class NewerBundleError(FileProblemError):
    """A bundle that a later program wrote, in a way that this one does not know."""

    def __init__(self, path: Path, version: str) -> None:
        self.version = version
        super().__init__(
            path,
            f"is a bundle of version {version}, which this program is too old for;"
            " install its newest release, or ask for a bundle from an older one.",
        )


class OlderBundleError(FileProblemError):
    """A bundle of a version from before the first that is read."""

    def __init__(self, path: Path, version: str) -> None:
        self.version = version
        super().__init__(
            path,
            f"is a bundle of version {version}, which is too old to be read; ask for one from a"
            " newer program.",
        )


class BundleFolderError(FileProblemError):
    """A folder where a bundle was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is a folder; name a bundle that lies in it (its name ends in .annobundle)."
        )


class DamagedBundleError(FileProblemError):
    """A bundle of which a member is not what it was when it was sent; ``reason`` says why."""

    def __init__(self, path: Path, member: str, *, reason: str) -> None:
        self.member, self.reason = member, reason
        super().__init__(
            path,
            f"was damaged or altered in “{member}” ({reason}), so nothing of it was taken;"
            " ask for it once more.",
        )


class WrongSignatureError(FileProblemError):
    """A bundle that was not signed as it is; ``signer`` is who is said to have signed it.

    ``member`` is where the signature stands.
    """

    def __init__(self, path: Path, member: str, *, signer: str) -> None:
        self.member, self.signer = member, signer
        super().__init__(
            path,
            f"was altered after “{signer}” signed it, or not signed by them (“{member}” does not"
            " fit the rest), so nothing of it was taken; ask them for it once more.",
        )


class OtherKeyError(FileProblemError):
    """A bundle signed with another key than its sender's bundles before."""

    def __init__(self, path: Path, *, signer: str, known: str, found: str) -> None:
        self.signer, self.known, self.found = signer, known, found
        super().__init__(
            path,
            f"is signed for “{signer}” with the key {found}, and those before with {known};"
            " ask them whether they have a new key, and take it with --trust-new-key if so.",
        )


class UnsignedBundleError(FileProblemError):
    """A bundle without a signature from somebody who signed those before."""

    def __init__(self, path: Path, *, signer: str, known: str) -> None:
        self.signer, self.known = signer, known
        super().__init__(
            path,
            f"is not signed, and those that “{signer}” sent before were, with the key {known};"
            " ask them for a signed one, or take it with --trust-new-key.",
        )


class MissingSigningError(AnnotatorError):
    """Signatures, without the part of the program that makes and checks them."""

    def __init__(self) -> None:
        self.extra = EXTRA
        super().__init__(f"Signatures can neither be made nor checked here; run {_COMMAND} first.")


class DamagedKeyError(FileProblemError):
    """A key of this machine, or what it knows of those of others, that cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is damaged; bring it back from a copy, or remove it and tell your colleagues that"
            " it begins anew.",
        )
