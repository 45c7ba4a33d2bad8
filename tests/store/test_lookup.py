"""What is remembered of the file, and what is forgotten again."""

from annotator.store.lookup import Recent


def test_what_was_asked_for_longest_ago_is_forgotten_by_its_weight():
    recent = Recent(5, len)
    for word in ("ab", "cd"):
        recent.put(word, word)
    recent.get("ab")
    recent.put("ef", "ef")
    assert [recent.get(word) for word in ("ab", "cd", "ef")] == ["ab", None, "ef"]


def test_what_is_put_again_weighs_once_and_the_last_one_stays_however_heavy():
    recent = Recent(4, len)
    for _ in range(3):
        recent.put("ab", "ab")
    recent.put("cd", "cd")
    assert recent.get("ab") == "ab"
    recent.put("long", "a long one")
    assert [recent.get(word) for word in ("ab", "cd", "long")] == [None, None, "a long one"]
