"""A merge as plain as can be, for tests of what the store does for merges."""

from __future__ import annotations

from dataclasses import replace

from annotator.team.joining import join
from annotator.team.shared import Value

KINDS = ("label", "guideline", "article", "claim", "highlight", "mark")
LOST = {"outcome": "lost", "prefix": "", "suffix": "", "candidates": []}


def everything(store):
    """Return all that is there or was removed, by kind and id."""
    found = [one for kind in KINDS for one in store.all_shared(kind)]
    found += [one for kind in KINDS for one in store.removed_shared(kind)]
    return {(one.kind, one.id): one for one in found}


def placed(found, texts):
    """Return a highlight or a mark with a place in the present text of its article.

    Places in texts that the article does not have any more are left out.
    """
    present, *others = texts[found.shown("made")["article"]]
    place, *rivals = found.fields["place"]
    known = {text: one for text, one in place.value.items() if text in (present, *others)}
    if present not in known:
        known[present] = {"spans": [[0, 0]]}
        if found.kind == "highlight":
            quote = next(iter(place.value.values()))["quote"]
            known[present] |= {"quote": quote, "cue": None, "unplaced": LOST}
    fields = {**found.fields, "place": (Value(place.version, known), *rivals)}
    return replace(found, fields=fields)


def planned(source, target):
    """Return the objects, by kind, that a merge of one project into another brings."""
    coming = everything(source)
    known = {
        (kind, one): found
        for kind in KINDS
        for one, found in target.shared_objects(
            kind, [uuid for of_kind, uuid in coming if of_kind == kind]
        ).items()
    }
    merged = {
        name: join(known[name], one) if name in known else one for name, one in coming.items()
    }
    articles = everything(target) | merged
    texts = {
        one.id: [value.value["sha256"] for value in one.fields["text"]]
        for (kind, _), one in articles.items()
        if kind == "article" and one.there
    }
    hidden = {uuid for (kind, uuid), one in articles.items() if kind == "article" and not one.there}
    for (kind, _), one in sorted(merged.items(), key=lambda item: KINDS.index(item[0][0])):
        if kind in ("highlight", "mark") and one.there:
            if one.shown("made")["article"] not in hidden:
                yield placed(one, texts)
        else:
            yield one


def merge(source, target, title="Merge"):
    """Merge one project into another; return what that altered."""
    objects = list(planned(source, target))
    with target.writing() as work:
        for person in source.people():
            work.take_person(person)
        for found in objects:
            if found.kind == "article":
                for revision_id in source.texts_of(found.id).values():
                    work.take_text(found.id, source.revision(revision_id))
        work.bring_shared(objects)
        return work.commit(title)
