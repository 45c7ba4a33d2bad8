"""Rich text made ready for the library that strips it: what it would get wrong is put right."""

from __future__ import annotations

import codecs
import re

_BINARY = re.compile(rb"\\bin(\d{1,10}) ?")
_HIGH = re.compile(rb"[\x80-\xff]")
_UNSEEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,6})")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_NOTE = re.compile(r"\{\s*(?:\\\*\s*)?\\footnote(?![a-z])")
# A backslash that is itself escaped begins no word.
_CELL = re.compile(r"\\\\|\\(?:nest)?cell(?![a-z])")
_HIDDEN = re.compile(r"\\\\|\\(?:v|deleted)(?![a-z0-9])")
_SHOWN_AGAIN = re.compile(r"\\(?:v|deleted)0")
# Character sets of old Macintosh fonts for which Python has no codec, by the nearest that it has.
_NEAREST = {"78": "128", "79": "136", "80": "129", "82": "177", "85": "134", "86": "238",
            "87": "84", "88": "222", "89": "238"}  # fmt: skip
_MACINTOSH = {"10000": "mac_roman", "10006": "mac_greek", "10007": "mac_cyrillic",
              "10029": "mac_latin2", "10081": "mac_turkish", "65001": "utf-8"}  # fmt: skip
# A word that says nothing of the text.
_NOTHING = r"\\deflang0"
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_OF_FONT = re.compile(r"\\f(\d{1,9})|\\fcharset(\d{1,9})")
_INFO = 20_000
WESTERN = "cp1252"


def plain_rtf(data: bytes) -> str:
    r"""Return rich text in ASCII: without binary data, other bytes as escapes of themselves.

    >>> plain_rtf(b"{\\rtf1 caf\xe9{\\pict\\bin3 \x00}}}}")
    "{\\rtf1 caf\\'e9{\\pict}}"
    """
    parts, position = [], 0
    while found := _BINARY.search(data, position):
        parts.append(data[position : found.start()])
        position = found.end() + int(found[1])
    parts.append(data[position:])
    seen = _UNSEEN.sub(b"", b"".join(parts))
    return _HIGH.sub(lambda byte: b"\\'%02x" % byte[0][0], seen).decode("ascii")


def encoding_of(rtf: str) -> str:
    r"""Return the codec of the bytes in rich text, by the code page that it declares.

    >>> encoding_of(r"{\rtf1\ansi\ansicpg1251 x}"), encoding_of(r"{\rtf1\mac x}")
    ('cp1251', 'mac_roman')
    """
    found = _CODE_PAGE.search(rtf)
    if found is None:
        head = rtf[:100]
        return "mac_roman" if "\\mac" in head else "cp437" if "\\pc " in head else WESTERN
    name = _MACINTOSH.get(found[1], f"cp{found[1]}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return WESTERN


def prepared_rtf(rtf: str) -> str:
    """Return rich text in which cells are paragraphs, notes follow, and hidden text is marked."""
    # Addresses of links stay with the instructions, not in the text.
    text = _CODE_PAGE.sub(_NOTHING, rtf).replace("\\fldinst{", "\\fldinst {")
    # Numbers of list items are the list's, not the text's.
    text = text.replace("\\listtext", "\\pntext")
    text = _CELL.sub(lambda found: found[0] if found[0] == "\\\\" else "\\par ", text)
    text = _with_plain_fonts(text)
    if not _SHOWN_AGAIN.search(text):
        text = _HIDDEN.sub(lambda found: found[0] if found[0] == "\\\\" else "\\*", text)
    return _with_notes_last(text)


def info_group(rtf: str, name: str) -> str:
    r"""Return what a group of the document's own description holds; empty where there is none.

    >>> info_group(r"{\rtf1{\info{\title Dam {\i safe}}}Text}", "title")
    'Dam {\\i safe}'
    """
    start = rtf.find("{\\info")
    if start < 0:
        return ""
    info = rtf[start : _group_end(rtf, start, start + _INFO)]
    found = re.search(r"\{(?:\\\*)?\\" + name + r"(?![a-z])", info)
    if found is None:
        return ""
    return info[found.end() : _group_end(info, found.start(), len(info)) - 1].strip()


def _with_plain_fonts(text: str) -> str:
    r"""Return rich text whose table of fonts has numbers and character sets alone.

    Others can take the library longer than anybody lives.

    >>> _with_plain_fonts(r"{\rtf1{\fonttbl{\f0\froman\fcharset204{\*\panose 02} Times;}}x}")
    '{\\rtf1{\\fonttbl{\\f0\\fcharset204 F;}}x}'
    """
    found = _FONTS.search(text)
    if found is None:
        return text
    end = _group_end(text, found.start(), len(text))
    fonts, number = [], ""
    for word in _OF_FONT.finditer(text, found.end(), end):
        if word[1]:
            number = word[1]
        elif number:
            fonts.append(f"{{\\f{number}\\fcharset{_NEAREST.get(word[2], word[2])} F;}}")
            number = ""
    return f"{text[: found.end()]}{''.join(fonts)}}}{text[end:]}"


def _with_notes_last(text: str) -> str:
    parts: list[str] = []
    notes: list[str] = []
    position = 0
    while found := _NOTE.search(text, position):
        end = _group_end(text, found.start(), len(text))
        if text[end - 1] != "}":
            break
        notes.append(text[found.end() : end - 1])
        parts += (text[position : found.start()], f"[{len(notes)}]")
        position = end
    parts.append(text[position:])
    whole = "".join(parts)
    end = _group_end(whole, 0, len(whole))
    last = end - 1 if whole[end - 1 : end] == "}" else end
    told = "".join(f"\\par {{[{n}] {note}}}" for n, note in enumerate(notes, start=1))
    return whole[:last] + told + whole[last:] if notes else whole


def _group_end(text: str, start: int, limit: int) -> int:
    """Return the position after the group that starts there; ``limit`` where none ends it."""
    depth = 0
    for brace in _BRACES.finditer(text, start, limit):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return min(limit, len(text))
