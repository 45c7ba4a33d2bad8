from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.foreign_values import ForeignHighlight
from annotator.service.incoming_claims import claim_of, claim_record, same_claim

ID = "0190f0f0-0000-7000-8000-000000000001"
NOW = "2026-03-04T05:06:07.890Z"
TOLD = st.dictionaries(
    st.sampled_from(["note", "speaker", "verdict", "unknown", "id"]),
    st.one_of(st.text(max_size=5), st.none(), st.integers()),
) | st.builds(
    lambda rows: {"evidence": rows},
    st.lists(st.dictionaries(st.sampled_from(["url", "stance", "more"]), st.text(max_size=5))),
)


def highlight(claim, *, ours=False):
    return ForeignHighlight(((0, 1),), "x", claim=claim, ours=ours)


@given(told=TOLD)
def test_a_record_says_what_the_file_said(told):
    claim = claim_of(highlight(told), ID)
    assert same_claim(claim, claim_record(claim, before=None, now=NOW))


def test_nothing_but_empty_fields_is_no_record():
    assert claim_of(highlight({"note": "", "evidence": [], "odd": 1}), ID) == {}
    assert claim_record({}, before=None, now=NOW) is None


def test_a_shared_record_stays_shared_where_the_file_is_ours():
    told = {"id": ID, "note": "n"}
    assert claim_of(highlight(told, ours=True), "a")["id"] == ID
    assert claim_of(highlight(told), "a")["id"] != claim_of(highlight(told), "b")["id"]


def test_fields_that_a_file_no_longer_has_are_emptied():
    before = claim_record({"id": ID, "note": "n", "speaker": "s"}, before=None, now=NOW)
    after = claim_record({"id": "other", "note": "m"}, before=before, now=NOW)
    assert (after.id, after.note, after.speaker) == (ID, "m", "")
