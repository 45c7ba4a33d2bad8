from __future__ import annotations

from annotator.service.bundle.text_shelf import TextShelf


def test_texts_used_last_are_at_hand_within_a_limit():
    asked = []
    shelf = TextShelf(lambda one: asked.append(one) or ("x" * 400 if one else None), most=1_200)
    for one in ("a", "b", "a", "", "c", "a", "b", ""):
        assert shelf.text(one) == ("x" * 400 if one else None)
    assert asked == ["a", "b", "", "c", "b", ""]
