from __future__ import annotations

import pytest

from annotator.formats.shared.html_nodes import HtmlNodes

PAGE = "<body><!-- a --><ul><li>One<li>Two <b>x</b> y</ul><br><p>a<p>b<div>c</div></body>"


@pytest.mark.parametrize(
    ("path", "offset", "words"),
    [
        ("/ul[1]/li[2]/text()[1]", 1, "wo x yabc"),
        ("/html[1]/body[1]/ul/li[2]/text()[2]", 0, " yabc"),
        ("/ul[1]/li[2]", 1, "x yabc"),
        ("/ul[1]", 2, "abc"),
        ("/p[2]/text()", 99, "c"),
        ("/div[1]", 0, "c"),
    ],
)
def test_nodes_are_found_by_their_paths(path, offset, words):
    page = HtmlNodes(PAGE)
    assert page.raw[page.at(path, offset) :] == words


def test_what_is_not_there_has_no_place():
    page = HtmlNodes("<i>" * 5_000 + "a</b></p>")
    assert page.raw == "a"
    assert [page.at(path, 0) for path in ("/b[1]", "", "//", "/i[0]")] == [None] * 4
