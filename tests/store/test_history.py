"""Changes that go on with one another: one step to undo, whatever happens around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import text as sql
from tests.store.machines import run_machine
from tests.store.samples import add_article, add_highlight

from annotator.core.request_errors import NothingToRedoError


def retitle(store, title, continues=None):
    article = store.articles()[0].article
    with store.writing() as work:
        work.put(replace(article, title=title))
        return work.commit(f"Call it {title}", continues=continues).sequence


def title(store):
    return store.articles()[0].article.title


def type_in(store, *titles):
    sequence = None
    for one in titles:
        sequence = retitle(store, one, sequence)
    return sequence


def test_what_goes_on_is_undone_and_redone_as_one_step(store):
    add_article(store)
    type_in(store, "F", "Fl", "Flo", "Flood")
    assert (store.undo_title(), title(store)) == ("Call it Flood", "Flood")
    store.undo()
    assert title(store) == "Rain"
    store.redo()
    assert title(store) == "Flood"
    store.undo()
    assert title(store) == "Rain"
    assert store.check() == []


def test_a_step_is_one_across_a_restart(project_path, opener):
    store = opener(project_path)
    add_article(store)
    type_in(store, "F", "Flood")
    store.close()
    store = opener(project_path)
    store.undo()
    assert title(store) == "Rain"
    store.close()
    store = opener(project_path)
    store.redo()
    assert title(store) == "Flood"
    assert store.check() == []


def test_nothing_goes_on_over_another_change_or_an_undo(store):
    article = add_article(store)
    first = type_in(store, "F", "Fl")
    add_highlight(store, article, (0, 4))
    retitle(store, "Flood", first)
    store.undo()
    assert title(store) == "Fl"
    again = retitle(store, "Flood")
    store.undo()
    retitle(store, "Fog", again)
    store.undo()
    assert title(store) == "Fl"
    assert store.check() == []


def test_a_step_is_listed_once_and_undone_as_a_whole(store):
    add_article(store)
    newest = type_in(store, "F", "Fl", "Flood")
    listed = [(entry.sequence, entry.undone) for entry in store.history()]
    assert listed == [(newest, False), (1, False)]
    store.undo()
    listed = [(entry.sequence, entry.undone) for entry in store.history()]
    assert listed == [(newest + 1, False), (newest, True), (1, False)]


def test_a_jump_goes_over_a_step_and_back(store):
    add_article(store)
    newest = type_in(store, "F", "Fl", "Flood")
    store.jump(1)
    assert title(store) == "Rain"
    store.jump(newest)
    assert title(store) == "Flood"
    store.undo()
    store.undo()
    assert title(store) == "Flood"
    store.undo()
    assert title(store) == "Rain"
    assert store.check() == []


def test_a_step_that_takes_in_a_stranger_is_found(store):
    article = add_article(store)
    add_highlight(store, article, (0, 4))
    add_highlight(store, article, (5, 9))
    with store._database.writing() as connection:
        connection.execute(sql("UPDATE change SET undo_parent = NULL WHERE sequence = 3"))
        store._database.commit()
    assert any("change 3" in finding.subject for finding in store.check())


class Steps(RuleBasedStateMachine):
    """Titles typed in visits against a plain list of states and a place in it."""

    @initialize()
    def begin(self):
        self.store = self.opener(self.fresh_path())
        add_article(self.store)
        self.states, self.place, self.newest = ["Rain"], 0, None

    @rule(name=st.text("abc", min_size=1, max_size=3), on=st.booleans())
    def write(self, name, on):
        goes_on = on and self.newest is not None
        if name == title(self.store):
            return
        self.newest = retitle(self.store, name, self.newest if on else None)
        del self.states[self.place + 1 :]
        if goes_on:
            self.states[self.place] = name
        else:
            self.states.append(name)
            self.place += 1

    @rule()
    def undo(self):
        self.newest = None
        if self.place == 0:
            return
        self.store.undo()
        self.place -= 1
        assert title(self.store) == self.states[self.place]

    @rule()
    def redo(self):
        if self.place == len(self.states) - 1:
            with pytest.raises(NothingToRedoError):
                self.store.redo()
            return
        self.newest = None
        self.store.redo()
        self.place += 1
        assert title(self.store) == self.states[self.place]

    @precondition(lambda self: self.place > 0)
    @rule()
    def check(self):
        assert self.store.check() == []


def test_steps_are_undone_and_redone_like_a_plain_list_of_states(template, tmp_path, opener):
    run_machine(Steps, template=template, folder=tmp_path, opener=opener)
