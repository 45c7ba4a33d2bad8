"""What a text in a foreign file must be to become an article."""

from __future__ import annotations

from annotator.service.reading.files import LARGEST_ARTICLE


def text_refusal(text: str) -> str:
    r"""Return why no article can hold a text, as a half sentence; empty where one can.

    >>> text_refusal("a"), text_refusal("\0"), text_refusal("\udcff")
    ('', 'its text holds a NUL character', 'its text holds half a character')
    """
    if len(text) > LARGEST_ARTICLE:
        return f"its text is longer than {LARGEST_ARTICLE:,} characters"
    if "\0" in text:
        return "its text holds a NUL character"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "its text holds half a character"
    return ""
