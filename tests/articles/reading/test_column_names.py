from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.articles.reading.column_names import guessed_columns
from annotator.service.article_ports import ARTICLE_FIELDS


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["ID", "Article Text", "HEADLINE"], {"text": "Article Text", "title": "HEADLINE"}),
        (["summary", "body"], {"text": "body"}),
        (["Заголовок", "Текст статьи", "Дата"],
         {"title": "Заголовок", "text": "Текст статьи", "published": "Дата"}),
        (["fecha", "titular", "cuerpo", "autor", "medio"],
         {"published": "fecha", "title": "titular", "text": "cuerpo", "authors": "autor",
          "publisher": "medio"}),
        (["标题", "正文", "日期"], {"title": "标题", "text": "正文", "published": "日期"}),
        (["title.rendered", "content.rendered"],
         {"title": "title.rendered", "text": "content.rendered"}),
        (["meta.text", "text"], {"text": "text"}),
        (["data.text", "data.image"], {"text": "data.text"}),
        (["source.name", "source.id", "text"], {"publisher": "source.name", "text": "text"}),
        (["a", "b", ""], {}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names_in_many_languages(names, found):
    assert guessed_columns(names) == found


@given(st.lists(st.sampled_from(["text", "Body", "title", "URL", "x.text", "date", "", "."])))
def test_each_field_has_one_column_and_each_column_one_field(names):
    found = guessed_columns(names, taken=frozenset({"text"}))
    assert set(found) <= set(ARTICLE_FIELDS)
    assert set(found.values()) <= set(names) - {"text"}
    assert len(set(found.values())) == len(found)
