from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.articles.reading.visible_text import visible_lines
from annotator.core.document_errors import DamagedDocumentError
from annotator.service.reading.xml_trees import xhtml_tree, xml_tree

PATH = Path("folder") / "some.epub"
BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def lines(markup):
    data = markup if isinstance(markup, bytes) else markup.encode()
    return list(visible_lines(xhtml_tree(PATH, data, part="one.xhtml")))


@pytest.mark.parametrize("tree", [xml_tree, xhtml_tree])
@pytest.mark.parametrize("markup", [BOMB, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_refused_in_any_disguise(tree, markup, encoding):
    with pytest.raises(DamagedDocumentError, match="declares entities"):
        tree(PATH, markup.encode(encoding), part="one.xml")


@pytest.mark.parametrize("tree", [xml_tree, xhtml_tree])
def test_what_is_nested_a_hundred_thousand_deep_is_refused(tree):
    with pytest.raises(DamagedDocumentError, match="nested too deeply"):
        tree(PATH, b"<div>" * 100_000 + b"x" + b"</div>" * 100_000, part="one.xml")


@pytest.mark.parametrize("tree", [xml_tree, xhtml_tree])
def test_a_paragraph_is_as_long_as_it_is(tree):
    words = b"words " * 1_700_000
    (found,) = visible_lines(tree(PATH, b"<a>" + words + b"</a>", part="one.xml"))
    assert found.encode() == words.strip()


WITHOUT_MEMORY = """
import resource
from pathlib import Path
from annotator.service.reading.{module} import {tree}
from annotator.core.reading_errors import ReaderMemoryError
data = b"<a>" + b"<p>1</p>" * 2_000_000 + b"</a>"
{tree}(Path("a"), b"<a/>", **{more})
resource.setrlimit(resource.RLIMIT_AS, (250_000_000, 250_000_000))
try:
    {tree}(Path("a"), data, **{more})
except ReaderMemoryError:
    print("told")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="bounds of memory are Linux's")
@pytest.mark.parametrize(
    ("module", "tree", "more"),
    [("xml_trees", "xml_tree", {"part": "one.xml"}), ("html_trees", "html_tree", {})],
)
def test_a_lack_of_memory_is_no_damage(module, tree, more):
    code = WITHOUT_MEMORY.format(module=module, tree=tree, more=more)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (ended.stdout, ended.stderr) == (b"told\n", b"")


def test_a_document_type_has_no_place_in_a_part():
    with pytest.raises(DamagedDocumentError, match="document type"):
        xml_tree(PATH, b"<!DOCTYPE a><a/>", part="one.xml")


@pytest.mark.parametrize("data", [b"", b"words", b"<a>", b"<a>&nbsp;</a>", b"<a b=1/>"])
def test_a_part_that_is_not_well_formed_is_told_by_name(data):
    with pytest.raises(DamagedDocumentError, match=r"one\.xml"):
        xml_tree(PATH, data, part="one.xml")


def test_a_page_may_name_its_characters_and_close_its_elements_as_xml_does():
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
    assert lines(page + "<p>a&nbsp;b &amp; &eacute;<a id='x'/> c</p><p>d</p></body></html>") == [
        "a\u00a0b & é c",
        "d",
    ]


def test_a_page_that_is_not_well_formed_is_mended():
    assert lines("<html><body><p>Łódź <b>one<p>two<br>three</body>") == ["Łódź one", "two", "three"]


def test_a_page_in_utf_16_is_read():
    page = '<?xml version="1.0" encoding="utf-16"?><html><body><p>Łódź</p></body></html>'
    assert lines(page.encode("utf-16")) == ["Łódź"]
