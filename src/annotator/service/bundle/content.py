"""What a bundle holds, streamed by whoever has it: a project on its way out, or a bundle."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from annotator.core.records import Source, Timestamp
    from annotator.team.shared import Json, SharedObject


class Scope(Enum):
    """How much of a project a bundle holds."""

    FULL = "full"
    SELECTION = "selection"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Named:
    """A project or a member of the team: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """What the manifest says of a bundle as a whole; it is no part of the bundle's id.

    ``base`` is the id of the bundle since which the changes are. ``created`` is the newest time
    inside: equal content has the same. It is found as a bundle is written.
    """

    project: Named
    member: Named
    scope: Scope = Scope.FULL
    base: str | None = None
    created: Timestamp = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer as replicas exchange it; of two names, that of the greater ``renamed`` stays.

    A pseudonym has -1, so that any name goes before it.
    """

    id: str
    name: str
    renamed: int = 0
    extra: Mapping[str, Json] = field(default_factory=dict)


PSEUDONYM = -1


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """How a replica came by a text, which may differ between replicas that are else equal."""

    id: str
    number: int
    created: Timestamp
    segmenter: str
    source: Source
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A text that an article has, or has according to somebody: where its sentences end.

    ``cut`` is what the values of the field ``text`` say of that; ``chars`` counts code points and
    is 0 until the text was seen.
    """

    article: str
    sha256: str
    cut: str
    sentence_ends: tuple[tuple[int, ...], ...]
    revision: RevisionFacts | None = None
    chars: int = 0


class BundleContent(Protocol):
    """What goes into a bundle. Ids are canonical; nothing is in memory but what is asked for.

    Objects come in the order of their ids, and so do people; texts by article, hash and cut. Who
    is named by an object need not be there where not all of a project is sent.
    """

    @property
    def facts(self) -> BundleFacts:
        """What is said of it as a whole."""

    def people(self) -> Iterable[Person]:
        """Yield the project's reviewers, all of them in any case: no two get one pseudonym."""

    def objects(self, kind: str) -> Iterable[SharedObject]:
        """Yield the objects of a kind that are there."""

    def removed(self) -> Iterable[SharedObject]:
        """Yield the removed objects, by kind and id."""

    def texts(self) -> Iterable[ArticleText]:
        """Yield the texts of the articles that are in the bundle; may be asked for twice."""

    def text(self, sha256: str) -> str | None:
        """Return a text, None where it is not at hand.

        It is asked for for quotes, too, of articles that are not in the bundle.
        """

    def label_name(self, label_id: str) -> str:
        """Return the name of a label, in the bundle or not; empty where nobody knows it.

        Of rival names it is the first in the order of bundles (``lines.ordered``).
        """

    def reviewer_name(self, reviewer_id: str) -> str:
        """Return the name of a reviewer, in the bundle or not; empty where nobody knows it."""


@dataclass(frozen=True, slots=True)
class BundleOptions:
    """How a bundle is to be written.

    ``quotes_only`` leaves out all texts, ``withheld`` those of some articles; highlights have
    their quotes and 32 characters around them still. ``pseudonyms`` replaces the names of all
    reviewers by others that come of their ids, as "Reviewer 7KX4". The ids stay what they are, or
    nothing could be merged any more; ids that nobody can follow would need a table which says who
    is who, and none is kept.
    """

    quotes_only: bool = False
    withheld: frozenset[str] = frozenset()
    pseudonyms: bool = False


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What was written: where, under which id, how much of a project, and who signed it.

    ``nothing_new`` tells of changes since a bundle that there are none.
    """

    path: Path
    bundle_id: str
    scope: Scope
    created: Timestamp
    counts: Mapping[str, int]
    bytes: int
    texts_left_out: int = 0
    fingerprint: str = ""
    nothing_new: bool = False
