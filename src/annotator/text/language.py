"""Guesses of a text's direction and language, meant to be shown as editable suggestions."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Literal

# A guess needs no more than the first pages.
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_ASCII_LETTER = re.compile("[A-Za-z]")
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_SCRIPTS = (
    "HEBREW",
    "ARABIC",
    "HIRAGANA",
    "KATAKANA",
    "CJK",
    "HANGUL",
    "GREEK",
    "CYRILLIC",
    "LATIN",
)
_OF_SCRIPT = {
    "HEBREW": "he",
    "ARABIC": "ar",
    "CJK": "zh",
    "HANGUL": "ko",
    "GREEK": "el",
}
_UKRAINIAN = frozenset("ґєіїҐЄІЇ")
_STOP_WORDS = {
    "en": "the and of to in that is was for it with as his on be at by had not are but from",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les et des du un une est dans que qui pour pas sur au avec ce il sont",
    "es": "el la los las y de que en un una es por con para del se no su al lo",
    "it": "il la di che e un una per è non con del della sono gli nel alla anche più i",
    "pt": "o a os as e de que em um uma é do da para com não no na por se",
    "nl": "de het een en van in is dat op te zijn voor met die niet aan er ook als bij",
    "pl": "i w na z się nie do to że jest o jak po co za od ale przez był dla",
}
_LANGUAGES_OF_WORD: dict[str, list[str]] = {}
for _language, _words in _STOP_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF_WORD.setdefault(_word, []).append(_language)
# What a guess from common words takes: so many of them in all and so many different ones of two
# letters or more, so large a share of the words, and so great a lead over the next language.
_FEWEST_STOP_WORDS = 4
_FEWEST_DIFFERENT = 2
_SMALLEST_SHARE = 0.12
_SMALLEST_LEAD = 1.3
# A script gives a language away where this share of the letters is in it.
_MOST = 0.7


def direction(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction in which most paragraphs of the text begin, by their first letter.

    Paragraphs without a letter have no say; without any that has, the text runs "ltr".

    >>> direction("שלום"), direction("Hello, שלום")
    ('rtl', 'ltr')
    """
    votes = Counter(filter(None, map(_first_strong, text[:_SAMPLE].split("\n"))))
    return "rtl" if votes["rtl"] > votes["ltr"] else "ltr"


def guess_language(text: str) -> str:
    """Return the language's code if the script or common words give it away, else "und".

    A guess, for the reviewer to correct: Persian is taken for Arabic, and every language in
    Cyrillic letters without an Ukrainian one for Russian.

    >>> guess_language("Це моє місто."), guess_language("xyz")
    ('uk', 'und')
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _of_latin(sample) if _ASCII_LETTER.search(sample) else "und"
    scripts = _scripts(sample)
    if not scripts:
        return "und"
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts.total() // 10:
        return "ja"
    script, letters = scripts.most_common(1)[0]
    if letters < _MOST * scripts.total():
        return "und"
    if script == "CYRILLIC":
        return "uk" if _UKRAINIAN.intersection(sample) else "ru"
    return _of_latin(sample) if script == "LATIN" else _OF_SCRIPT.get(script, "und")


def _first_strong(paragraph: str) -> Literal["ltr", "rtl"] | None:
    for character in paragraph:
        bidirectional = unicodedata.bidirectional(character)
        if bidirectional == "L":
            return "ltr"
        if bidirectional in {"R", "AL"}:
            return "rtl"
    return None


def _scripts(sample: str) -> Counter[str]:
    """Count the letters of each script, taken from the first word of their names."""
    scripts: Counter[str] = Counter()
    for character, count in Counter(_ASCII.sub("", sample)).items():
        script = unicodedata.name(character, "").partition(" ")[0]
        if script in _SCRIPTS and character.isalpha():
            scripts[script] += count
    plain = len("".join(_ASCII_LETTERS.findall(sample)))
    if plain:
        scripts["LATIN"] += plain
    return scripts


def _of_latin(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    votes: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, count in Counter(filter(_LANGUAGES_OF_WORD.__contains__, words)).items():
        for language in _LANGUAGES_OF_WORD[word]:
            votes[language] += count
            different[language] += len(word) > 1
    (best, count), (_, next_count) = (*votes.most_common(2), ("und", 0), ("und", 0))[:2]
    enough = count >= max(_FEWEST_STOP_WORDS, _SMALLEST_SHARE * len(words))
    told_apart = count >= _SMALLEST_LEAD * next_count and different[best] >= _FEWEST_DIFFERENT
    return best if enough and told_apart else "und"
