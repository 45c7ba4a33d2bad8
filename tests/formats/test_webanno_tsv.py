from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Reading, Unit
from annotator.formats.shared.webanno_columns import cells_of, layer_of, unescaped
from annotator.formats.webanno_tsv import WebannoTsvFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = WebannoTsvFormat()
HEAD = r"""#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Claim|
#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType
#T_RL=webanno.custom.Says|how|BT_webanno.custom.Claim
#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:who_webanno.custom.FrameLink|uima.Annotation
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue


"""


def row(start, *columns, **filled):
    """A line of a file: its first columns, and those of layers by c0 to c10."""
    layers = [filled.get(f"c{number}", "_") for number in range(11)]
    return "\t".join([start, *columns, *layers, "\n"])


SAMPLE = HEAD + "".join([
    "#Text=😀 Ann de Lee\\, said\n",
    row("1-1", "0-2", "😀", c10="SYM"),
    row("1-2", "3-6", "Ann", c0="*[1]|urn\\:x[2]", c1="PER[1]|OR\\|G[2]", c2="*",
        c3="*->1-1", c4="person[3]", c10="NE"),
    row("1-3", "7-9", "de", c0="*[1]", c1="PER[1]", c10="NE"),
    row("1-4", "10-13", "Lee", c0="*[1]", c1="PER[1]", c5="loud", c6="1-2", c10="NE"),
    row("1-4.1", "10-11", "L", c2="*[4]"),
    row("1-5", "16-20", "said", c7="Saying[5]", c8="mover", c9="1-2", c10="V"),
    "\n#Text=שלום עולם\n",
    row("2-1", "23-27", "שלום", c7="Saying[5]", c8="_", c9="_"),
    row("2-2", "28-32", "עולם", c0="*", c1="LOC"),
])  # fmt: skip


def read(path, made):
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    return list(FORM.read(path, ExchangeOptions()).items())


def told(items):
    return [str(one) for one in items if isinstance(one, AnnotatorError)]


def only(items):
    (found,) = [one for one in items if not isinstance(one, AnnotatorError)]
    return found


def words(found):
    offsets = ForeignOffsets(found.text, Reading(Unit.UTF16))
    return [(found.text[slice(*offsets.span(*one.spans[0]))], one.label)
            for one in found.highlights]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_units_with_a_number_are_one_highlight_and_stacked_ones_several(tmp_path, ends):
    items = read(tmp_path / "dam.tsv", SAMPLE.replace("\n", ends))
    found = only(items)
    assert found.title == "dam"
    assert found.text == "😀 Ann de Lee\\, said  \nשלום עולם"
    assert words(found) == [
        ("Ann de Lee", "PER"), ("Ann", "OR|G"), ("Ann", "Claim"), ("L", "Claim"),
        ("said  \nשלום", "Saying"), ("עולם", "LOC")]  # fmt: skip
    assert found.highlights[1].claim == {"note": "identifier: urn:x"}
    assert [one for one in ("relations between annotations (2)", "links of chains (1)",
                            "other grammar (5)") if not any(one in each for each in told(items))
            ] == []  # fmt: skip


def test_text_is_unescaped_only_where_its_tokens_say_so(tmp_path):
    head = "#FORMAT=WebAnno TSV 3.1\n#T_SP=a.Claim|\n\n\n"
    new = f"{head}#Text=a\\\\b\\tc\n1-1\t0-3\ta\\\\b\t*\t\n1-2\t4-5\tc\t_\t\n"
    assert only(read(tmp_path / "a.tsv", new)).text == "a\\b\tc"
    old = f"{head}#Text=C:\\temp\n1-1\t0-7\tC:\\temp\t*\t\n"
    assert only(read(tmp_path / "a.tsv", old)).text == "C:\\temp"
    lines = f"{head}#Text=one\n#Text=two\n1-1\t2-5\tone\t_\t\n1-2\t6-9\ttwo\t*\t\n"
    found = only(read(tmp_path / "a.tsv", lines))
    assert (found.text, words(found)) == ("  one\ntwo", [("two", "Claim")])


@given(value=st.text(st.sampled_from("ab\\[]|_;*-> \t\n"), min_size=1))
def test_values_come_back_whatever_signs_they_hold(value):
    layer = layer_of("#T_SP=a.Claim|value", 0)
    escaped = value.replace("\\", "\\\\").replace("->", "\\->")
    for sign in "[]|_;*":
        escaped = escaped.replace(sign, f"\\{sign}")
    escaped = escaped.replace("\t", "\\t").replace("\n", "\\n")
    assert unescaped(escaped) == value
    (one, other) = cells_of(layer, [f"{escaped}[7]|{escaped}"])
    assert (one.number, one.values) == (7, {"value": value})
    assert (other.number, other.values) == (0, {"value": value})


def test_only_so_many_layers_are_looked_at(tmp_path):
    head = "#FORMAT=WebAnno TSV 3.3\n" + "#T_SP=a.Claim|\n" * 1_001
    items = read(tmp_path / "a.tsv", f"{head}\n\n#Text=ab\n1-1\t0-2\tab\t*\n")
    assert words(only(items)) == [("ab", "Claim")]
    assert "more than 1,000 layers" in told(items)[0]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("#Text=ab\n1-1\t9-5\tab\t*", "no stretch"),
        ("#Text=ab\n1-1\t0-999999999\tab\t*", "no stretch"),
        ("#Text=ab\n1-1\t-1-5\tab\t*", "no token"),
        ("#Text=ab\nwhat is this", "no token"),
        ("#Text=ab\n1-1\t0-2\tcd\t*", "not in its text"),
        ("#Text=ab\n1-1\t0-2\t\t*", "not in its text"),
        ("#Text=ab\n1-1\t0-2\tab\t*\n\n#Text=cd\n2-1\t1-3\tcd\t*", "before the one above"),
        ("#Text=ab\n\n", "no tokens"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_read(tmp_path, lines, reason):
    head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Claim|\n\n\n"
    good = "#Text=good\n9-1\t100-104\tgood\t*\t\n"
    items = read(tmp_path / "a.tsv", f"{head}{lines}\n\n{good}")
    assert reason in told(items)[0]
    assert "line " in told(items)[0]
    assert words(only(items))[-1] == ("good", "Claim")


def test_an_empty_file_is_an_empty_article_and_other_tables_are_none(tmp_path):
    path = tmp_path / "a.tsv"
    assert only(read(path, HEAD)).highlights == ()
    assert FORM.fits(path, b"\xef\xbb\xbf" + HEAD.encode())
    assert "no UTF-8" in told(read(path, SAMPLE.encode() + b"\xff"))[0]
    for other in ("#FORMAT=WebAnno TSV 2\n", "id\tstart\n", "id\t#FORMAT=WebAnno TSV 3\n"):
        assert not FORM.fits(path, other.encode())
        with pytest.raises(NotAnnotationsError):
            read(path, other)


def test_a_relation_that_leads_to_no_token_is_told(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text(SAMPLE, "utf-8")
    assert not verify(FORM.read(path, ExchangeOptions())).number
    path.write_text(SAMPLE.replace("\tloud\t1-2\t", "\tloud\t1-9[1_0]\t"), "utf-8")
    (found,) = verify(FORM.read(path, ExchangeOptions())).problems
    assert "leads to 1-9" in found.message
