"""Guesses of an encoding: charset-normalizer's, corrected where it is known to err.

It tells Cyrillic, Arabic and East Asian encodings apart well, but takes Spanish and French for
Central European and Polish for whatever is nearest. Latin texts are therefore told apart here,
by the alphabets of languages: a right decoding has all its letters from one of them.
"""

from __future__ import annotations

import re
from itertools import chain

from annotator.service.reading.encodings import DecodedText, encoding_name

MOST_OTHERS = 5
SAMPLE = 200_000
# No multi-byte encoding uses smaller bytes for anything but ASCII.
_SMALLEST_TRAIL = 0x30
# The encodings a text may be offered in besides, in the order of how often they are met.
_COMMON = ("cp1252", "cp1251", "gb18030", "cp1250", "cp1256", "koi8-u", "shift_jis", "big5",
           "euc_kr", "cp866", "iso8859-2", "cp1254")  # fmt: skip
_TRUSTED = frozenset(
    [
        "cp1251",
        "koi8_u",
        "koi8_r",
        "cp1125",
        "cp866",
        "iso8859_5",
        "mac_cyrillic",
        "cp1256",
        "iso8859_6",
        "cp1255",
        "iso8859_8",
        "cp1253",
        "iso8859_7",
        "cp874",
        "tis_620",
        "gb18030",
        "gbk",
        "gb2312",
        "hz",
        "big5",
        "big5hkscs",
        "cp950",
        "cp932",
        "shift_jis",
        "shift_jis_2004",
        "shift_jisx0213",
        "euc_jp",
        "euc_jis_2004",
        "euc_jisx0213",
        "iso2022_jp",
        "cp949",
        "euc_kr",
        "johab",
        "iso2022_kr",
    ]
)
# Where two read a text alike, the one that people know.
_PREFERRED = {
    "cp1125": ("cp866",),
    "gbk": ("gb18030",),
    "gb2312": ("gb18030",),
    "big5hkscs": ("big5",),
    "cp950": ("big5",),
    "cp932": ("shift_jis",),
    "shift_jis_2004": ("shift_jis", "cp932"),
    "shift_jisx0213": ("shift_jis", "cp932"),
    "euc_jis_2004": ("euc_jp",),
    "euc_jisx0213": ("euc_jp",),
    "cp949": ("euc_kr",),
    "koi8_u": ("koi8-r",),
}
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-15", "mac_roman", "cp850")
_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_WORD = re.compile("[А-ЯЁЄІЇҐЎ]?[а-яёєіїґў]*|[А-ЯЁЄІЇҐЎ]+")
_FEWEST_WORDS = 3
# The share of letters from which on an alphabet fits.
_FITTING = 0.75
_FIRST_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# No text has these, NEL aside; a wrong decoding often does.
_SECOND_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
_WESTERN = {
    "es": "áéíóúüñ¿¡ºª",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "pt": "áâãàçéêíóôõúüºª",
    "it": "àèéìíòóùú",
    "nl": "éëïöüèàê",
    "sv": "åäöé",
    "da": "æøåé",
    "fi": "äöåšž",
    "is": "áéíóúýþæöð",
    "ca": "àçèéíïòóúü·",
}
_OTHER = {
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîşţșț",
    "hr": "čćđšž",
    "sl": "čšž",
    "tr": "çğıöşüâî",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äöõüšž",
}
_CENTRAL = ("pl", "cs", "sk", "hu", "hr", "sl", "ro")
_PUNCTUATION = frozenset("«»‹›“”„‘’‚–—…€°§·•\u00a0£©®™×½±²³´")
# These letters make up so much of Polish, Czech and Hungarian, and less of Western languages.
_CENTRAL_LETTERS = "kwyz"
_CENTRAL_SHARE = 0.08
_HEBREW = frozenset(["cp1255", "iso8859_8"])
_KOREAN = frozenset(["cp949", "johab"])
_KANA_SHARE = 0.1
_HALF_KATAKANA = ("\uff61", "\uff9f")
# Characters of nearly every text, and what they look like with their bytes changed over.
_SIGNS = " \n\r.,،。，、「」"
_TURNED = _SIGNS.encode("utf-16-le").decode("utf-16-be")


def guessed(data: bytes, languages: tuple[str, ...] = ()) -> DecodedText | None:
    """Return a text in the likeliest encoding, with a few others that read it differently."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - imported for the rare text

    sample = _sample(data)
    found = [match.encoding for match in from_bytes(sample)]
    choices: dict[str, str] = {}
    for encoding in chain(_ranked(sample, found, languages), _COMMON, found):
        text = _decoded(sample, encoding)
        if text is not None and not _SECOND_CONTROLS.search(text):
            choices.setdefault(text, encoding)
        if len(choices) > MOST_OTHERS:
            break
    names = [encoding_name(one) for one in choices.values()]
    for best in names:
        whole = _decoded(data, best)  # what the sample did not show refuses here
        if whole is not None:
            others = tuple(name for name in names if name != best)
            return DecodedText(whole, best, guessed=True, others=others)
    return None


def unmarked_wide(data: bytes) -> str:
    """Return UTF-16 or UTF-32 where the bytes can be nothing else; they bear no mark.

    >>> unmarked_wide("Так.".encode("utf-16-le")), unmarked_wide(b"Yes.")
    ('UTF-16-LE', '')
    """
    # Other texts have neither, and these in each space, line feed or mark of punctuation.
    if not _FIRST_CONTROLS.search(data):
        return ""
    for name in ("UTF-32-LE", "UTF-32-BE"):
        if all(map(_is_known, _decoded(data, name) or "\0")):
            return name
    both = ("UTF-16-LE", "UTF-16-BE")
    return next((one for one in both if _reads_as_text(_decoded(data, one) or "")), "")


def _reads_as_text(text: str) -> bool:
    """Tell a text in UTF-16 from one read with its bytes changed over, and from no text."""
    signs, turned = (sum(map(text.count, some)) for some in (_SIGNS, _TURNED))
    return signs > turned and all(map(_is_known, set(text)))


def _is_known(character: str) -> bool:
    shown = character.isprintable() or character.isspace()
    return shown or "\u200b" <= character <= "\u206f" or character == "\xad"


def _ranked(sample: bytes, found: list[str], languages: tuple[str, ...]) -> list[str]:
    """Return the encodings to try, best first."""
    trusted = [one for one in found if one in _TRUSTED and not _is_half_katakana(sample, one)]
    known = [_known(sample, one) for one in trusted]
    if trusted and trusted[0] == found[0]:
        if _is_hebrew(sample, trusted[0]):
            return known
        if trusted[0] in _KOREAN and _is_kana(sample, "shift_jis"):
            return ["shift_jis", *known]
        # A few words in Cyrillic are easily taken for as many pairs of bytes of the East.
        return [one for one in _CYRILLIC if _is_spelled(sample, one)] + known
    scores = {one: _alphabet_score(sample, one, languages) for one in _LATIN}
    latin = sorted(filter(scores.get, scores), key=scores.__getitem__, reverse=True)
    if latin and scores[latin[0]] >= _FITTING:
        return latin + known
    return [one for one in _CYRILLIC if _is_cyrillic(sample, one)] + known + latin


def _known(sample: bytes, encoding: str) -> str:
    """Return the better known of the encodings that read these bytes alike."""
    text = _decoded(sample, encoding)
    alike = (one for one in _PREFERRED.get(encoding, ()) if _decoded(sample, one) == text)
    return next(alike, encoding)


def _is_half_katakana(sample: bytes, encoding: str) -> bool:
    """Tell single bytes that Japanese encodings take for the narrow letters of old displays."""
    text = _decoded(sample, encoding) or ""
    first, last = _HALF_KATAKANA
    narrow = sum(first <= one <= last for one in text)
    return narrow > sum(one > "\u3040" for one in text) - narrow


def _is_hebrew(sample: bytes, encoding: str) -> bool:
    """Tell whether Hebrew letters prevail, each of which is a small Cyrillic one elsewhere."""
    if encoding not in _HEBREW:
        return False
    beyond = [one for one in _decoded(sample, encoding) or "" if not one.isascii()]
    return sum("\u05d0" <= one <= "\u05ea" for one in beyond) > _FITTING * len(beyond)


def _is_kana(sample: bytes, encoding: str) -> bool:
    """Tell whether there is so much kana as in any Japanese, which is rare Hangul elsewhere."""
    beyond = [one for one in _decoded(sample, encoding) or "" if not one.isascii()]
    kana = sum("\u3040" <= one <= "\u30ff" for one in beyond)
    return kana > _KANA_SHARE * len(beyond) and not _is_half_katakana(sample, encoding)


def _is_spelled(sample: bytes, encoding: str) -> bool:
    """Tell whether all that is not ASCII are Cyrillic words, with capitals where they may be."""
    text = _decoded(sample, encoding) or ""
    found = [one for one in _WORD.findall(text) if not one.isascii()]
    others = [one for one in text if not one.isascii() and not one.isalpha()]
    return (
        len(found) >= _FEWEST_WORDS
        and all(map(_CYRILLIC_WORD.fullmatch, found))
        and all(one in _PUNCTUATION for one in others)
    )


def _is_cyrillic(sample: bytes, encoding: str) -> bool:
    """Tell whether small Cyrillic letters prevail, which changes with each wrong encoding."""
    beyond = [one for one in _decoded(sample, encoding) or "" if not one.isascii()]
    small = sum("\u0430" <= one <= "\u045f" or one == "ґ" for one in beyond)
    return small > _FITTING * len(beyond)


def _alphabet_score(sample: bytes, encoding: str, languages: tuple[str, ...]) -> float:
    """Return the share of letters beyond ASCII from the one alphabet that fits best.

    A person's own languages, and the letters of ASCII, decide between two that fit alike.
    """
    text = _decoded(sample, encoding)
    if text is None or _SECOND_CONTROLS.search(text):
        return 0.0
    beyond = [one for one in text.lower() if not one.isascii() and one not in _PUNCTUATION]
    if not beyond:
        return 1.0
    central = _is_central(text)
    best = 0.0
    for language, alphabet in chain(_WESTERN.items(), _OTHER.items()):
        share = sum(one in alphabet for one in beyond) / len(beyond)
        leaning = 0.02 * (language in languages) + 0.01 * ((language in _CENTRAL) == central)
        best = max(best, share + leaning if share else 0.0)
    return best


def _is_central(text: str) -> bool:
    letters = [one for one in text.lower() if one.isascii() and one.isalpha()]
    return sum(one in _CENTRAL_LETTERS for one in letters) > _CENTRAL_SHARE * len(letters)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _sample(data: bytes) -> bytes:
    """Return enough of a text, from its first byte beyond ASCII, cut between characters."""
    if len(data) <= SAMPLE:
        return data
    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line
        if len(sample) >= SAMPLE:
            break
    if len(sample) <= SAMPLE:
        return bytes(sample)
    cut = next(
        (at for at in range(SAMPLE, SAMPLE // 2, -1) if sample[at] < _SMALLEST_TRAIL), SAMPLE
    )
    return bytes(sample[:cut])
