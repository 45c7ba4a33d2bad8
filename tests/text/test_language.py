from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.language import direction, guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the bridge is open and that it was repaired.", "en"),
        ("Der Minister sagte, dass die Brücke offen ist und nicht mehr bebt.", "de"),
        ("Le ministre a dit que les ponts sont ouverts et que la route est libre.", "fr"),
        ("El ministro dijo que los puentes se abren y que no hay peligro en las calles.", "es"),
        ("Il ministro ha detto che il ponte è aperto e che non ci sono pericoli.", "it"),
        ("O ministro disse que a ponte não fechou e que os barcos estão no porto.", "pt"),
        ("De minister zei dat het niet waar is en dat de brug open is voor een week.", "nl"),
        ("Minister powiedział, że most jest otwarty i że nie ma zagrożenia na drodze.", "pl"),
        ("Міністр сказав, що міст відкрито.", "uk"),
        ("Министр сказал, что мост открыт.", "ru"),
        ("Ο υπουργός μίλησε.", "el"),
        ("השר אמר שהגשר נפתח.", "he"),
        ("قال الوزير إن الجسر فتح.", "ar"),
        ("大臣は橋が開いたと述べた。", "ja"),
        ("部长说大桥已经开放。", "zh"),
        ("장관은 다리가 열렸다고 말했다.", "ko"),
        ("Xyz qwv.", "und"),
        ("ᚠᚢᚦ", "und"),
        ("12:30 — 😀", "und"),
        ("", "und"),
        ("a 😀 e o 日本", "und"),
        ("Emoji 👩‍👩‍👧 e 東京 a o, a que e o " * 9, "und"),
        ("A 東京 the 大臣 of 橋 and 部长 in the to 大桥 is 部长说大桥已经开放", "und"),
        ("El de la", "und"),
        ("Stell, Voss, Kupyansk, Mira, Day, Courier, Ostrava, Ford " * 9 + "the of and is", "und"),
    ],
)
def test_a_language_is_guessed_only_where_it_gives_itself_away(text, language):
    assert guess_language(text) == language


def test_a_foreign_name_does_not_turn_the_guess():
    text = "The town of Куп'янськ was quiet in the morning, and the market was open."
    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("123", "ltr"),
        ("Hello", "ltr"),
        ("2024: שלום", "rtl"),
        ("“قال", "rtl"),
        ("BBC\nשלום לכולם\nתודה", "rtl"),
        ("שלום\nHello\nBye", "ltr"),
    ],
)
def test_most_paragraphs_decide_the_direction(text, expected):
    assert direction(text) == expected


@given(st.text(st.characters()))
def test_any_text_has_a_guess(text):
    assert guess_language(text).isalpha()
    assert direction(text) in {"ltr", "rtl"}
