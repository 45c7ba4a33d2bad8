"""What a bundle says of itself: which it is, whose, since when, and the hash of every member."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator import __version__
from annotator.service.bundle.content import BundleFacts, Named, Scope
from annotator.service.bundle.layout import FORMAT, VERSION
from annotator.service.bundle.lines import LineError, items, mapping, parsed, plain
from annotator.service.bundle.shapes import is_count, is_hash, is_id, is_time
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.service.bundle.spool import Spooled
    from annotator.team.shared import Json

_VERSION: Final = re.compile(r"(\d{1,4})\.(\d{1,4})")
MAJOR: Final = VERSION.split(".", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Listed:
    """A member as the manifest lists it: its length in bytes, its hash, its lines."""

    bytes: int
    sha256: str
    records: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says; ``version`` is that of the format.

    ``signed_with`` is the fingerprint of the key with which the bundle is signed, empty where it
    is not: whoever takes the signature away alters the manifest.
    """

    facts: BundleFacts
    bundle_id: str
    version: str = VERSION
    counts: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, Listed] = field(default_factory=dict)
    quotes_only: bool = False
    pseudonyms: bool = False
    texts_left_out: int = 0
    generator: str = ""
    signed_with: str = ""


def written(manifest: Manifest, members: Mapping[str, Spooled]) -> bytes:
    """Return the bytes of a manifest that lists some members, in their order."""
    facts = manifest.facts
    held: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "bundle_id": manifest.bundle_id,
        "kind": facts.scope.value,
        "created": facts.created,
        "generator": f"Fact Annotator {__version__}",
        "project": {"id": facts.project.id, "name": facts.project.name},
        "team_member": {"id": facts.member.id, "name": facts.member.name},
        "offset_unit": "unicode-code-point",
        "newline": "LF",
        "quotes_only": manifest.quotes_only,
        "pseudonyms": manifest.pseudonyms,
        "texts_left_out": manifest.texts_left_out,
        "counts": dict(manifest.counts),
        "files": [
            {"path": name, "bytes": one.size, "sha256": one.sha256, "records": one.records}
            for name, one in members.items()
        ],
        "signed_with": manifest.signed_with or None,
        "base": {"bundle_id": facts.base} if facts.base else None,
    }
    return f"{canonical(held)}\n".encode()


def version_of(held: Json) -> str:
    """Return the version of the format that a manifest names.

    Raises:
        LineError: it names none, or another format.

    """
    if mapping(held).get("format") != FORMAT:
        raise LineError("it is of another format")
    version = plain(held.get("version"))
    if not _VERSION.fullmatch(version):
        raise LineError("its version is none")
    return version


def read(data: bytes) -> Json:
    """Return what the bytes of a manifest hold.

    Raises:
        LineError: they hold none.

    """
    try:
        return mapping(parsed(data.decode().removesuffix("\n")))
    except UnicodeDecodeError as error:
        raise LineError("it is not in UTF-8") from error


def understood(held: Json) -> Manifest:
    """Return a manifest out of what it holds; what is unknown here is left.

    Raises:
        LineError: something in it is not as it has to be.

    """
    base = held.get("base")
    created = held.get("created")
    if created != "" and not is_time(created):
        raise LineError("the time of its making is none")
    facts = BundleFacts(
        _named(held.get("project")),
        _named(held.get("team_member")),
        _scope(held.get("kind")),
        None if base is None else _id(mapping(base).get("bundle_id")),
        created,
    )
    return Manifest(
        facts,
        _id(held.get("bundle_id")),
        plain(held.get("version")),
        {name: _count(count) for name, count in mapping(held.get("counts")).items()},
        _files(items(held.get("files"))),
        held.get("quotes_only") is True,
        held.get("pseudonyms") is True,
        _count(held.get("texts_left_out", 0)),
        plain(held.get("generator", "")),
        plain(held.get("signed_with") or ""),
    )


def _files(listed: list[Json]) -> dict[str, Listed]:
    files: dict[str, Listed] = {}
    for one in listed:
        name, sha256 = plain(mapping(one).get("path")), one.get("sha256")
        if name in files:
            raise LineError(f"it lists “{name[:60]}” twice")
        if not is_hash(sha256):
            raise LineError("a hash in it is none")
        files[name] = Listed(_count(one.get("bytes")), sha256, _count(one.get("records")))
    return files


def _scope(value: Json) -> Scope:
    for one in Scope:
        if value == one.value:
            return one
    raise LineError("it does not say how much of a project it has")


def _named(value: Json) -> Named:
    return Named(_id(mapping(value).get("id")), plain(value.get("name")))


def _id(value: Json) -> str:
    if not is_id(value):
        raise LineError("an id in it is no UUID")
    return plain(value)


def _count(value: Json) -> int:
    if not is_count(value):
        raise LineError("a count in it is none")
    return int(value)
