from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.service.texts_aside import TextsAside

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(st.text(max_size=2), TEXTS), st.text(max_size=2))
def test_every_text_comes_back(texts, other):
    aside = TextsAside()
    for digest, text in texts.items():
        aside.put(digest, text)
    assert {digest: aside.get(digest) for digest in texts} == texts
    assert (other in aside, aside.get(other)) == (other in texts, texts.get(other))
    aside.close()
