"""Layers of the UIMA family: which of them are highlights, and what their labels and notes are.

Types are known by their full names ("webanno.custom.Claim"). What splits or describes a text is
no highlight, and neither are layers of grammar, of which each word has several.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
DOCUMENT = "uima.tcas.DocumentAnnotation"
METADATA = f"{DKPRO}metadata.type.DocumentMetaData"
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
TOKEN = f"{DKPRO}segmentation.type.Token"
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
CAS_METADATA = "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata"

# Names of no user: what a document came with before anyone marked it, and what was settled.
INITIAL = "INITIAL_CAS"
_NO_USERS = {INITIAL: "", "CURATION_USER": "Curation"}

_TECHNICAL = (f"{DKPRO}segmentation.type.", f"{DKPRO}metadata.type.", "uima.cas.")
_TECHNICAL_TYPES = frozenset((DOCUMENT, CAS_METADATA))
_WORD_FORMS = frozenset(f"{DKPRO}segmentation.type.{one}" for one in ("Lemma", "Stem"))
_GRAMMAR = (f"{DKPRO}lexmorph.", f"{DKPRO}syntax.", f"{DKPRO}semantics.type.WordSense")
_RELATION = frozenset(("Governor", "Dependent"))
# In the order of what is asked for first; every layer names its label as its makers liked.
_LABELS = ("value", "label", "category", "tag", "code", "class", "identifier")
_NOTES = frozenset(("note", "notes", "comment", "comments", "remark", "remarks", "description",
                    "explanation"))  # fmt: skip
_NO_WORDS = re.compile(
    r"[\d\s.,+-]*(?:e[+-]?\d+)?|true|false|nan|[+-]?inf(?:inity)?", re.IGNORECASE
)


class Kind(StrEnum):
    """What becomes of a layer; the values of those left out are as people are told of them."""

    HIGHLIGHT = "highlights"
    TECHNICAL = "technical"
    GRAMMAR = "lemmas, parts of speech and other grammar"
    RELATION = "relations between annotations"
    CHAIN = "links of chains"


def kind_of(type_name: str, features: Collection[str]) -> Kind:
    """Return what a layer is, by its type and the names of its features.

    >>> kind_of(TOKEN, ()), kind_of("webanno.custom.Claim", ())
    (<Kind.TECHNICAL: 'technical'>, <Kind.HIGHLIGHT: 'highlights'>)
    """
    if type_name in _WORD_FORMS or type_name.startswith(_GRAMMAR):
        return Kind.GRAMMAR
    if type_name in _TECHNICAL_TYPES or type_name.startswith(_TECHNICAL):
        return Kind.TECHNICAL
    if _RELATION.issubset(features):
        return Kind.RELATION
    if type_name.endswith("Link") and not {"next", "referenceType"}.isdisjoint(features):
        return Kind.CHAIN
    return Kind.HIGHLIGHT


def label_and_note(type_name: str, features: Mapping[str, str]) -> tuple[str, str]:
    r"""Return the label that a highlight's features tell, and all else that they say as a note.

    Numbers and truth values are labels only where the feature's name says so. Where nothing else
    is one, it is the type's short name.

    >>> label_and_note("a.Claim", {"weight": "7", "comment": "Why?", "value": "official"})
    ('official', 'Why?\nweight: 7')
    >>> label_and_note("a.Claim", {})
    ('Claim', '')
    """
    held = {name: words.strip() for name, words in features.items() if words.strip()}
    apart = [name for name in held if name.lower() in _NOTES]
    names = [name for name in held if name not in apart and _may_name(name, held[name])]
    names.sort(key=_rank)
    label = held[names[0]] if names else type_name.rpartition(".")[2]
    rest = [name for name in held if name not in apart and name not in names[:1]]
    lines = [held[name] for name in apart] + [f"{name}: {held[name]}" for name in rest]
    return label, "\n".join(lines)


def reviewer_of(user: str) -> str:
    """Return the name of the reviewer that a user becomes; empty for none.

    >>> reviewer_of("ann"), reviewer_of("CURATION_USER")
    ('ann', 'Curation')
    """
    return _NO_USERS.get(user, user)


def _may_name(name: str, words: str) -> bool:
    return name.lower() in _LABELS or _NO_WORDS.fullmatch(words) is None


def _rank(name: str) -> int:
    low = name.lower()
    return _LABELS.index(low) if low in _LABELS else len(_LABELS)
