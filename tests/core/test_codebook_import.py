from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests.core.codebooks import codebooks, renumbered

from annotator.core.codebook_import import plan_import
from annotator.core.codebook_rules import MEANING, require_labels, require_verdicts


@given(codebooks(), codebooks())
def test_what_comes_out_is_a_codebook_that_lost_nothing_of_ours(ours, theirs):
    theirs = renumbered(theirs, 3)  # some ids in common, some keys in common
    planned = plan_import(ours, theirs)
    require_labels(planned.labels)
    require_verdicts(planned.verdicts)
    assert {one.id for one in ours.labels} <= {one.id for one in planned.labels}
    assert {one.casefold() for one in (*ours.verdicts, *theirs.verdicts)} == {
        one.casefold() for one in planned.verdicts
    }
    assert len(planned.labels) == len(ours.labels) + len(planned.added)


@given(codebooks())
def test_an_empty_codebook_becomes_theirs(theirs):
    planned = plan_import(replace(theirs, labels=(), verdicts=(), guideline=""), theirs)
    assert planned.labels == tuple(replace(one, revised=0) for one in theirs.labels)
    assert (planned.guideline, planned.verdicts) == (theirs.guideline, theirs.verdicts)


@given(codebooks())
def test_importing_ones_own_codebook_changes_nothing(ours):
    planned = plan_import(ours, ours)
    assert (planned.labels, planned.added, planned.changed) == (ours.labels, (), ())


@given(codebooks(), codebooks())
def test_importing_twice_is_importing_once(ours, theirs):
    once = plan_import(ours, theirs)
    after = replace(ours, labels=once.labels, guideline=once.guideline, verdicts=once.verdicts)
    twice = plan_import(after, theirs)
    assert twice.added == ()
    meanings = [[getattr(one, name) for name in MEANING] for one in once.labels]
    assert [[getattr(one, name) for name in MEANING] for one in twice.labels] == meanings
