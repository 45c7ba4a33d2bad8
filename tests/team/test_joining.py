"""Joining: whatever the order, all replicas come to say the same of an object."""

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from annotator.team.joining import PRESENCE, disputed, in_order, join, same
from annotator.team.shared import SharedObject, Value
from annotator.team.versions import joined

NAMES = ("label", "claim", "modified", "place")
REPLICAS = 3


def value_of(name, word):
    """Return a value that such a field may have."""
    return {f"text {word % 2}": {"spans": [[word, word + 1]]}} if name == "place" else "xyz"[:word]


class Replicas:
    """Three replicas, each with what it knows of one object."""

    def __init__(self):
        self.counters = [0] * REPLICAS
        born = {"0": self.tick(0)}
        values = {name: (Value(born, value_of(name, 0)),) for name in NAMES}
        self.known = [SharedObject("highlight", "h", born, values), None, None]

    def tick(self, replica):
        self.counters[replica] += 1
        return self.counters[replica]

    def write(self, replica, name, word):
        found = self.known[replica]
        if found is None or not found.there:
            return
        mine = {str(replica): self.tick(replica)}
        version = joined([*(one.version for one in found.fields[name]), mine])
        fields = {**found.fields, name: (Value(version, value_of(name, word)),)}
        whole = joined([found.version, mine])
        self.known[replica] = replace(found, version=whole, fields=fields)

    def remove(self, replica):
        found = self.known[replica]
        if found is None or not found.there:
            return
        mine = {str(replica): self.tick(replica)}
        grave = joined([found.version, *found.removals, mine])
        self.known[replica] = replace(found, version={}, fields={}, removals=(grave,))

    def hear(self, replica, other):
        theirs, ours = self.known[other], self.known[replica]
        if theirs is not None:
            self.known[replica] = join(ours, theirs) if ours is not None else in_order(theirs)

    def exchange_all(self):
        for _ in range(REPLICAS):
            for replica, other in product(range(REPLICAS), repeat=2):
                self.hear(replica, other)


WHO = st.integers(0, REPLICAS - 1)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), WHO, st.sampled_from(NAMES), st.integers(0, 3)),
        st.tuples(st.just("remove"), WHO),
        st.tuples(st.just("hear"), WHO, WHO),
    ),
    max_size=25,
)


def after(deeds):
    replicas = Replicas()
    for name, *with_ in deeds:
        getattr(replicas, name)(*with_)
    return replicas


@given(DEEDS)
def test_all_replicas_agree_once_each_has_heard_of_each(deeds):
    replicas = after(deeds)
    replicas.exchange_all()
    one, *others = replicas.known
    assert all(same(one, other) for other in others)
    assert all(disputed(one) == disputed(other) for other in others)


@given(DEEDS)
def test_what_was_joined_once_joins_to_the_same_and_in_either_order(deeds):
    known = [one for one in after(deeds).known if one is not None]
    for one, other in product(known, repeat=2):
        both = join(one, other)
        assert join(both, other) == both
        assert same(join(both, one), both)
        assert same(join(other, one), both)


@given(st.lists(DEEDS.filter(lambda deeds: all(one[0] != "remove" for one in deeds)), max_size=1))
def test_without_removals_joining_is_associative(runs):
    one, other, third = (
        found or Replicas().known[0] for found in after(runs[0] if runs else []).known
    )
    assert same(join(join(one, other), third), join(one, join(other, third)))


def born(replica="a", **values):
    """Return a highlight that one replica made."""
    version = {replica: 1}
    fields = {name: (Value(version, value),) for name, value in values.items()}
    return SharedObject("highlight", "h", version, fields)


def written(found, replica, counter, **values):
    """Return a highlight after a replica wrote to some of its fields."""
    mine = {replica: counter}
    fields = {
        name: (Value(joined([*(one.version for one in found.fields[name]), mine]), value),)
        for name, value in values.items()
    }
    whole = joined([found.version, mine])
    return replace(found, version=whole, fields={**found.fields, **fields})


def removed(found, replica, counter):
    """Return a highlight after a replica removed it."""
    grave = joined([found.version, *found.removals, {replica: counter}])
    return replace(found, version={}, fields={}, removals=(grave,))


BASE = born(label="claim", claim=None, modified="1")


def test_fields_written_apart_come_together():
    merged = join(written(BASE, "a", 2, label="opinion"), written(BASE, "b", 1, claim="c"))
    assert (merged.shown("label"), merged.shown("claim")) == ("opinion", "c")
    assert disputed(merged) == ()


def test_a_field_written_twice_is_disputed_and_ours_is_shown():
    ours, theirs = written(BASE, "a", 2, label="opinion"), written(BASE, "b", 1, label="concern")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = join(one, other)
        assert disputed(merged) == ("label",)
        assert merged.shown("label") == one.shown("label")
    assert disputed(written(join(ours, theirs), "a", 3, label="claim")) == ()


def test_what_both_wrote_alike_is_not_disputed():
    merged = join(written(BASE, "a", 2, label="opinion"), written(BASE, "b", 1, label="opinion"))
    assert disputed(merged) == ()


def test_the_newest_time_stays_and_an_empty_field_yields():
    ours = written(BASE, "a", 2, modified="3", claim="")
    merged = join(ours, written(BASE, "b", 1, modified="2", claim="c"))
    assert (merged.shown("modified"), merged.shown("claim"), disputed(merged)) == ("3", "c", ())


def test_a_removal_that_knew_all_wins_and_one_that_did_not_is_disputed():
    changed = written(BASE, "b", 1, label="opinion")
    assert not join(changed, removed(changed, "a", 2)).there
    for one, other in ((changed, removed(BASE, "a", 2)), (removed(BASE, "a", 2), changed)):
        merged = join(one, other)
        assert merged.shown("label") == "opinion"
        assert disputed(merged) == (PRESENCE,)


def test_a_removal_that_knew_just_what_there_is_covers_it_in_either_order():
    there = SharedObject("mark", "1", {"a": 1}, {"place": (Value({"a": 1}, {}),)})
    gone = replace(there, version={}, fields={}, removals=({"a": 1},))
    assert join(there, gone) == join(gone, there) == join(gone, gone) == gone


def test_a_change_made_in_knowledge_of_a_removal_ends_the_dispute():
    merged = join(written(BASE, "b", 1, label="opinion"), removed(BASE, "a", 2))
    kept = replace(merged, version=joined([merged.version, *merged.removals, {"b": 2}]))
    assert disputed(join(merged, kept)) == ()
    assert disputed(join(kept, removed(BASE, "a", 2))) == ()


def test_two_ids_of_one_article_become_the_smaller_one():
    one = SharedObject("article", "b", {"a": 1}, {"title": (Value({"a": 1}, "T"),)})
    other = SharedObject(
        "article", "a", {"b": 1}, {"title": (Value({"b": 1}, "T"),)}, aliases=("c",)
    )
    merged = join(one, other)
    assert (merged.id, merged.aliases, disputed(merged)) == ("a", ("b", "c"), ())


def test_places_of_one_version_in_two_texts_come_together():
    here = Value({"a": 1}, {"old": {"spans": [[0, 4]]}})
    there = Value({"a": 1}, {"new": {"spans": [[2, 6]]}})
    one = SharedObject("highlight", "h", {"a": 1}, {"place": (here,)})
    merged = join(one, replace(one, fields={"place": (there,)}))
    assert merged.shown("place") == here.value | there.value
