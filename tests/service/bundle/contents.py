"""Content of bundles in memory: by Hypothesis, and of any size."""

from __future__ import annotations

import hashlib
import json
import random
import zipfile
from dataclasses import dataclass, field, replace
from uuid import UUID

from hypothesis import strategies as st

from annotator.core.canonical import text_digest
from annotator.core.records import Source
from annotator.service.bundle import layout, seal
from annotator.service.bundle.content import (
    ArticleText,
    BundleFacts,
    Named,
    Person,
    RevisionFacts,
)
from annotator.service.bundle.lines import in_order
from annotator.team.fields import FIELDS
from annotator.team.shared import SharedObject, Value, canonical
from annotator.team.versions import descends, joined, newest

TIME = "2026-11-22T09:00:00.000Z"


def uuid(number):
    return str(UUID(int=number))


def article_text(article, text, *, number=1):
    """A text of an article, of one sentence a paragraph, and what its values say of it."""
    ends = tuple((len(one),) if one else () for one in text.split("\n"))
    cut = hashlib.sha256(canonical([list(one) for one in ends]).encode()).hexdigest()
    source = Source("dam.txt", text_digest(text), len(text), "UTF-8", "plain text 1.0", ("BOM",))
    revision = RevisionFacts(uuid(number), number, TIME, "paragraphs", source)
    return ArticleText(article, text_digest(text), cut, ends, revision, len(text))


FACTS = BundleFacts(Named(uuid(1), "Dam"), Named(uuid(2), "Olena"))


@dataclass
class Content:
    """What a bundle is to hold; ``kept`` are texts by their hashes."""

    facts: BundleFacts = FACTS
    persons: list[Person] = field(default_factory=list)
    shared: list[SharedObject] = field(default_factory=list)
    of_articles: list[ArticleText] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict, compare=False)

    def people(self):
        return sorted(self.persons, key=lambda one: one.id)

    def _sorted(self):
        return sorted(self.shared, key=lambda one: (one.kind, one.id))

    def objects(self, kind):
        return (one for one in self._sorted() if one.kind == kind and one.there)

    def removed(self):
        return (one for one in self._sorted() if not one.there)

    def texts(self):
        return sorted(self.of_articles, key=lambda one: (one.article, one.sha256, one.cut))

    def text(self, sha256):
        return self.kept.get(sha256)

    def label_name(self, label_id):
        if not self.names:
            self.names = {
                one.id: in_order(one).shown("name") or ""
                for one in self.shared
                if one.kind == "label"
            }
        return self.names.get(label_id, "")

    def reviewer_name(self, reviewer_id):
        return next((one.name for one in self.persons if one.id == reviewer_id), "")


def held(bundle):
    """All that a bundle holds, as what could be written again."""
    kinds = sorted(FIELDS)
    texts = list(bundle.texts())
    kept = {one.sha256: bundle.text(one.sha256) for one in texts}
    return Content(
        replace(bundle.facts, created=""),
        list(bundle.people()),
        [one for kind in kinds for one in bundle.objects(kind)] + list(bundle.removed()),
        texts,
        {sha256: text for sha256, text in kept.items() if text is not None},
    )


def expected(content):
    """Content as a bundle gives it back."""
    return Content(
        replace(content.facts, created=""),
        content.people(),
        [in_order(one) for one in content._sorted() if one.there]
        + [in_order(one) for one in content._sorted() if not one.there],
        content.texts(),
        content.kept,
    )


IDS = st.integers(0, 40).map(uuid)
VERSIONS = st.dictionaries(st.integers(1, 4).map(uuid), st.integers(1, 9), min_size=1, max_size=3)
TEXTS = st.text(st.sampled_from('aб👻 …\n"\\\u2028='), max_size=8)
TIMES = st.sampled_from([TIME, "2026-11-23T10:00:00Z"])
HASHES = st.sampled_from([text_digest(one) for one in "abc"])
LISTS = st.lists(TEXTS, max_size=2)
SPANS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted), min_size=1, max_size=3
)
EXTRA = st.dictionaries(
    st.sampled_from(["x:later", "later", "due"]), st.none() | TEXTS | LISTS, max_size=2
)
UNPLACED = st.fixed_dictionaries(
    {"outcome": st.just("lost"), "prefix": TEXTS, "suffix": TEXTS},
    optional={
        "candidates": st.lists(
            st.fixed_dictionaries({"spans": SPANS, "score": st.floats(0, 1)}), max_size=2
        )
    },
)
ENTRY = st.fixed_dictionaries(
    {"spans": SPANS, "quote": TEXTS},
    optional={
        "cue": st.none() | st.tuples(st.integers(0, 5), st.integers(5, 9)).map(list),
        "unplaced": st.none() | UNPLACED,
        "later": TEXTS,
    },
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 1 << 64) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
VALUES = {
    "article": {
        "created": TIMES,
        "authors": LISTS,
        "text": st.fixed_dictionaries({"sha256": HASHES, "cut": HASHES}),
    },
    "label": {
        **dict.fromkeys(("tests", "edge_cases", "examples", "fields"), LISTS),
        "parent": st.none() | IDS,
        "archived": st.booleans(),
        "position": st.integers(0, 9),
    },
    "guideline": {"verdicts": LISTS},
    "claim": {
        "created": TIMES,
        "modified": TIMES,
        "evidence": st.lists(st.fixed_dictionaries({"url": TEXTS, "stance": TEXTS}), max_size=2),
    },
    "highlight": {
        "made": st.fixed_dictionaries({"article": IDS, "created": TIMES}),
        "reviewer": IDS,
        "label": IDS,
        "outdated": st.booleans(),
        "claim": st.none() | IDS,
        "origin": st.none()
        | st.fixed_dictionaries({"tool": TEXTS, "id": TEXTS, "digest": TEXTS, "modified": TEXTS}),
        "modified": TIMES,
        "place": st.dictionaries(HASHES, ENTRY, max_size=3),
    },
    "mark": {
        "made": st.fixed_dictionaries({"article": IDS, "created": TIMES, "reviewer": IDS}),
        "place": st.dictionaries(HASHES, st.fixed_dictionaries({"spans": SPANS}), max_size=2),
    },
}


@st.composite
def shared_objects(draw, kind):
    """An object as it could come out of any history, rivals and removals included."""
    if draw(st.integers(0, 5)) == 0:
        known = draw(VERSIONS)
        removal = joined([known, draw(VERSIONS)])
        return SharedObject(kind, draw(IDS), known, {}, (removal,), (), draw(EXTRA))
    names = draw(st.sets(st.sampled_from(sorted(FIELDS[kind])), min_size=1))
    usual = draw(VERSIONS)
    fields = {
        name: tuple(
            Value(version, draw(VALUES[kind].get(name, TEXTS)))
            for version in newest(draw(st.lists(VERSIONS | st.just(usual), min_size=1, max_size=3)))
        )
        for name in sorted(names)
    }
    written = [value.version for values in fields.values() for value in values]
    removals = newest(draw(st.lists(VERSIONS, max_size=2)))
    if descends(joined(removals), joined(written)):
        removals = ()
    aliases = draw(st.lists(IDS, max_size=2, unique=True))
    extra = draw(EXTRA)
    return SharedObject(kind, draw(IDS), joined(written), fields, removals, tuple(aliases), extra)


@st.composite
def contents(draw):
    """Content of all kinds; its quotes need not fit any text."""
    shared = [
        one
        for kind in sorted(FIELDS)
        for one in draw(st.lists(shared_objects(kind), max_size=2, unique_by=lambda one: one.id))
    ]
    articles = [one.id for one in shared if one.kind == "article" and one.there]
    texts, kept = [], {}
    for article in articles:
        text = draw(TEXTS)
        kept[text_digest(text)] = text
        texts.append(article_text(article, text))
    persons = draw(
        st.lists(
            st.builds(Person, IDS, TEXTS, st.integers(-1, 3), EXTRA),
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    return Content(persons=persons, shared=shared, of_articles=texts, kept=kept)


# What is no text where nothing is said.
EMPTY = {
    "authors": [],
    "tests": [],
    "edge_cases": [],
    "examples": [],
    "fields": [],
    "archived": False,
}


def project(*, articles=3, highlights=20, seed=7):
    """A sound project: every id is there, every quote is the text at its place."""
    chance = random.Random(seed)
    content = Content(persons=[Person(uuid(10), "Olena"), Person(uuid(11), "Ахмед", 1)])
    me = {uuid(100): 1}

    def kept(kind, number, **fields):
        told = {name: EMPTY.get(name, "") for name in FIELDS[kind]} | fields
        values = {name: (Value(me, value),) for name, value in told.items()}
        content.shared.append(SharedObject(kind, uuid(number), me, values))

    kept("guideline", 900, text="Mark who says it.", verdicts=["true", "false"])
    kept("label", 20, key="official", name="official claim", parent=None, position=0)
    kept("label", 21, key="analyst", name="analyst opinion", parent=uuid(20), position=1)
    texts = []
    for number in range(articles):
        article = uuid(1_000 + number)
        text = "".join(chance.choice("Дамба прорвана 👻. abcdef\n") for _ in range(3_000))
        found = article_text(article, text, number=5_000 + number)
        texts.append(found)
        content.of_articles.append(found)
        content.kept[found.sha256] = text
        said = {"sha256": found.sha256, "cut": found.cut}
        kept("article", 1_000 + number, title=f"=Dam {number}", created=TIME, text=said)
    kept("claim", 2_000, created=TIME, modified=TIME, speaker="the minister", evidence=[])
    for number in range(highlights):
        found = chance.choice(texts)
        start = chance.randrange(2_900)
        spans = [[start, start + 40]] + ([[start + 50, start + 60]] if number % 5 == 0 else [])
        text = content.kept[found.sha256]
        entry = {
            "spans": spans,
            "quote": " … ".join(text[one:other] for one, other in spans),
            "cue": [start, start + 3] if number % 3 == 0 else None,
            "unplaced": None,
        }
        kept(
            "highlight",
            10_000 + number,
            made={"article": found.article, "created": TIME},
            reviewer=uuid(10 + number % 2),
            label=uuid(20 + number % 2),
            outdated=False,
            claim=uuid(2_000) if number % 4 == 0 else None,
            origin=None,
            modified=TIME,
            place={found.sha256: entry},
        )
    made = {"article": uuid(1_000), "created": TIME, "reviewer": uuid(10)}
    kept("mark", 3_000, made=made, place={texts[0].sha256: {"spans": [[0, 9]]}})
    content.shared.append(SharedObject("highlight", uuid(4_000), me, {}, ({**me, uuid(101): 4},)))
    return content


def repacked(source, target, alter, *, more=None, order=list, sealed=True):
    """Copy a bundle, its members altered or (None) left out; what lists them stays as it is."""
    with zipfile.ZipFile(source) as file:
        held = {name: file.read(name) for name in file.namelist()}
    _pack(target, _altered(held, alter) | (more or {}), order, sealed=sealed)


def resealed(source, target, alter, *, more=None):
    """Copy a bundle with altered members as a forger would: every hash and count is made anew.

    ``more`` are members of a later program, which lists them.
    """
    with zipfile.ZipFile(source) as file:
        held = {name: file.read(name) for name in file.namelist()}
    held = _altered(held, {key: one for key, one in alter.items() if key != "manifest.json"})
    said = json.loads(held["manifest.json"])
    for name, data in (more or {}).items():
        held[name] = data
        said["files"].append({"path": name, "records": 0})
    for listed in said["files"]:
        data = held[listed["path"]]
        listed["bytes"], listed["sha256"] = len(data), hashlib.sha256(data).hexdigest()
        if listed["path"] in layout.LINES:
            listed["records"] = data.count(b"\n")
    records = {one["path"]: one["records"] for one in said["files"]}
    said["counts"] |= {what: records[name] for what, name in layout.COUNTED.items()}
    said["bundle_id"] = layout.bundle_id({one["path"]: one["sha256"] for one in said["files"]})
    held["manifest.json"] = canonical(said).encode()
    held = _altered(held, {key: one for key, one in alter.items() if key == "manifest.json"})
    held["manifest-sha256.txt"] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n"
        for name, data in held.items()
        if name not in {"manifest-sha256.txt", "signature.json"}
    ).encode()
    _pack(target, held, list)


def _altered(held, alter):
    held = {name: alter[name](data) if alter.get(name) else data for name, data in held.items()}
    return {name: data for name, data in held.items() if alter.get(name, True)}


def _pack(target, held, order, *, sealed=True):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in order(list(held)):
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(name, held[name], compress_type=kind)
        file.comment = seal.OPEN if sealed else b""
    if sealed:
        with target.open("r+b") as packed:
            seal.seal(packed)
