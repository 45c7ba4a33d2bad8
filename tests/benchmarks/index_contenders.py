"""The index and its peers behind one set of verbs, each used as its own documentation advises.

A peer that cannot shift or change what it holds is built anew for every change, out of columns
that are kept beside it: the best that a program could do with it.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from importlib import import_module

from annotator.core.highlight_index import HighlightIndex
from annotator.core.span import Span


def moved(edit, start, end):
    span = edit.map_span(Span(start, end))
    return span.start, span.end


class Ours:
    name = "HighlightIndex"
    needs = ()
    in_python = True
    incremental = True

    def __init__(self, items):
        self.index = HighlightIndex(items)
        self.view = self.index.overlapping
        self.stab = self.index.at
        self.add = self.index.add
        self.remove = self.index.remove
        self.relabel = self.index.relabel
        self.next_by_label = self.index.next_after
        self.edit = self.index.apply


class IntervalTreePeer:
    """Refuses empty intervals, so it holds none."""

    name = "intervaltree"
    needs = ("intervaltree",)
    in_python = True
    incremental = True

    def __init__(self, items):
        self.package = import_module("intervaltree")
        self.held = {}
        for key, start, end, label in items:
            if start < end:
                self.held[key] = self.package.Interval(start, end, (key, label))
        self.tree = self.package.IntervalTree(self.held.values())

    def view(self, start, end):
        return [(hit.data[0], hit.begin, hit.end) for hit in self.tree.overlap(start, end)]

    def stab(self, position):
        return [(hit.data[0], hit.begin, hit.end) for hit in self.tree.at(position)]

    def add(self, key, start, end, label):
        self.held[key] = self.package.Interval(start, end, (key, label))
        self.tree.add(self.held[key])

    def remove(self, key):
        self.tree.remove(self.held.pop(key))

    def relabel(self, key, label):
        old = self.held[key]
        self.remove(key)
        self.add(key, old.begin, old.end, label)

    def edit(self, edit):
        after = (
            (key, *moved(edit, held.begin, held.end), held.data[1])
            for key, held in self.held.items()
        )
        self.__init__(list(after))


class SortedListPeer:
    """A sorted list by start: every question reads it from the beginning."""

    name = "sortedcontainers, naive"
    needs = ("sortedcontainers",)
    in_python = True
    incremental = True

    def __init__(self, items):
        self.package = import_module("sortedcontainers")
        self.held = {key: (start, end, key, label) for key, start, end, label in items}
        self.rows = self.package.SortedList(self.held.values())

    def view(self, start, end):
        rows = self.rows.irange(maximum=(end,), inclusive=(True, False))
        return [(row[2], row[0], row[1]) for row in rows if row[0] >= start or row[1] > start]

    def stab(self, position):
        return self.view(position, position + 1)

    def add(self, key, start, end, label):
        self.held[key] = (start, end, key, label)
        self.rows.add(self.held[key])

    def remove(self, key):
        self.rows.remove(self.held.pop(key))

    def relabel(self, key, label):
        start, end, _, _ = self.held[key]
        self.remove(key)
        self.add(key, start, end, label)

    def next_by_label(self, position, label):
        rows = self.rows.irange(minimum=(position + 1,))
        return next((row for row in rows if row[3] == label), None)

    def edit(self, edit):
        self.held = {
            key: (*moved(edit, start, end), key, label)
            for key, (start, end, _, label) in self.held.items()
        }
        self.rows = self.package.SortedList(self.held.values())


class ColumnsPeer:
    """What the two peers share that are built anew: numpy columns, none of them empty."""

    needs = ("numpy",)
    in_python = False
    incremental = False

    def __init__(self, items):
        self.np = import_module("numpy")
        held = [item for item in items if item[1] < item[2]]
        self.keys, self.starts, self.ends, self.labels = (
            self.np.array([item[field] for item in held], dtype=self.np.int64) for field in range(4)
        )
        self.build()

    def add(self, key, start, end, label):
        new = (key, start, end, label)
        columns = (self.keys, self.starts, self.ends, self.labels)
        self.keys, self.starts, self.ends, self.labels = (
            self.np.append(column, value) for column, value in zip(columns, new, strict=True)
        )
        self.build()

    def remove(self, key):
        kept = self.keys != key
        self.keys, self.starts = self.keys[kept], self.starts[kept]
        self.ends, self.labels = self.ends[kept], self.labels[kept]
        self.build()

    def relabel(self, key, label):
        self.labels[self.keys == key] = label

    def edit(self, edit):
        np, place, stop = self.np, edit.position, edit.position + edit.removed
        delta = edit.inserted - edit.removed
        starts, ends = self.starts, self.ends
        self.starts = np.where(starts < place, starts, np.maximum(starts, stop) + delta)
        ends = np.where(ends <= place, ends, np.where(ends <= stop, place, ends + delta))
        self.ends = np.maximum(ends, self.starts)
        kept = self.starts < self.ends
        if not kept.all():
            self.keys, self.labels = self.keys[kept], self.labels[kept]
            self.starts, self.ends = self.starts[kept], self.ends[kept]
        self.build()


class SuperIntervalsPeer(ColumnsPeer):
    name = "superintervals, rebuilt"
    needs = ("numpy", "superintervals")

    def build(self):
        package = import_module("superintervals")
        starts, ends = self.starts.astype("int32"), self.ends.astype("int32") - 1
        self.map = package.IntervalMap.from_arrays(starts, ends, self.keys.tolist())

    def view(self, start, end):
        hits = self.map.search_items(start, end - 1)  # both ends inclusive
        return [(key, begin, last + 1) for begin, last, key in hits]

    def stab(self, position):
        return self.view(position, position + 1)


class NclsPeer(ColumnsPeer):
    name = "ncls, rebuilt"
    needs = ("numpy", "ncls")

    def build(self):
        self.list = import_module("ncls").NCLS(self.starts, self.ends, self.keys)

    def view(self, start, end):
        return [(key, begin, stop) for begin, stop, key in self.list.find_overlap(start, end)]

    def stab(self, position):
        return self.view(position, position + 1)


class SqlitePeer:
    """What both of SQLite's trees share: a database in memory."""

    needs = ()
    in_python = False
    incremental = True

    def __init__(self, items):
        self.database = sqlite3.connect(":memory:", isolation_level=None)
        for statement in self.schema:
            self.database.execute(statement)
        self.database.execute("begin")
        self.database.executemany(self.insert, (self.row(*item) for item in items))
        self.database.execute("commit")

    def add(self, key, start, end, label):
        self.database.execute(self.insert, self.row(key, start, end, label))

    def remove(self, key):
        self.database.execute("delete from highlight where key = ?", (key,))

    def relabel(self, key, label):
        self.database.execute("update highlight set label = ? where key = ?", (label, key))

    def stab(self, position):
        return self.view(position, position + 1)


class RTreePeer(SqlitePeer):
    name = "SQLite R*Tree"
    schema = ("create virtual table highlight using rtree_i32(key, start, stop, +label)",)
    insert = "insert into highlight values (?, ?, ?, ?)"

    @staticmethod
    def row(key, start, end, label):
        return key, start, end, label

    def view(self, start, end):
        return self.database.execute(
            "select key, start, stop from highlight"
            " where start < ? and stop >= ? and (start >= ? or stop > ?)",
            (end, start, start, start),
        ).fetchall()

    def edit(self, edit):
        rows = self.database.execute(
            "select key, start, stop from highlight where stop >= ?", (edit.position,)
        ).fetchall()
        after = [(*moved(edit, start, end), key) for key, start, end in rows]
        self.database.execute("begin")
        self.database.executemany("update highlight set start = ?, stop = ? where key = ?", after)
        self.database.execute("commit")


class BTreePeer(SqlitePeer):
    """A table indexed by tier and start: our tiers in SQL."""

    name = "SQLite B-tree"
    limits = (1 << 7, 1 << 11, 1 << 15, 1 << 19, 1 << 23, 1 << 40)
    schema = (
        "create table highlight (key integer primary key, tier, start, length, label)",
        "create index place on highlight (tier, start, length)",
        "create index next on highlight (label, start)",
    )
    insert = "insert into highlight values (?, ?, ?, ?, ?)"

    def row(self, key, start, end, label):
        return key, bisect_right(self.limits, end - start), start, end - start, label

    def view(self, start, end):
        hits = []
        for tier, limit in enumerate(self.limits):
            hits += self.database.execute(
                "select key, start, start + length from highlight where tier = ? and start > ?"
                " and start < ? and (start >= ? or start + length > ?)",
                (tier, start - limit, end, start, start),
            )
        return hits

    def next_by_label(self, position, label):
        return self.database.execute(
            "select key, start, start + length from highlight where label = ? and start > ?"
            " order by start, length desc, key limit 1",
            (label, position),
        ).fetchone()

    def edit(self, edit):
        place, stop, delta = (
            edit.position,
            edit.position + edit.removed,
            edit.inserted - edit.removed,
        )
        touched = [
            (key, *moved(edit, start, end))
            for key, start, end in self.view(place, max(stop, place))
        ]
        self.database.execute("begin")
        self.database.execute(
            "update highlight set start = start + ? where start >= ?", (delta, stop)
        )
        self.database.executemany(
            "update highlight set start = ?, length = ?, tier = ? where key = ?",
            [
                (start, end - start, bisect_right(self.limits, end - start), key)
                for key, start, end in touched
            ],
        )
        self.database.execute("commit")


CONTENDERS = (
    Ours,
    IntervalTreePeer,
    SortedListPeer,
    SuperIntervalsPeer,
    NclsPeer,
    RTreePeer,
    BTreePeer,
)
