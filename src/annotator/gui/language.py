"""The language of the window: chosen once at the start, from what ``resources`` hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from annotator.paths import resource
from annotator.settings.table import ENGLISH, SYSTEM_LANGUAGE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

# The application bears its translators, so that they end with it.
NAME = "annotatorTranslator"
SPOKEN = "annotatorLocale"


def speak(application: QApplication, choice: str, folder: Path | None = None) -> bool:
    """Let the window speak a language, or the system's; tell whether it is other than English.

    What is built already keeps its words. English stands in the program itself and needs no file.
    """
    for old in application.findChildren(QTranslator, NAME):
        application.removeTranslator(old)
        old.deleteLater()
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    application.setProperty(SPOKEN, None)
    if choice == ENGLISH:
        return False
    locale = QLocale() if choice == SYSTEM_LANGUAGE else QLocale(choice)
    translator = QTranslator(application)
    translator.setObjectName(NAME)
    folder = folder or resource("translations")
    named = choice != SYSTEM_LANGUAGE and translator.load(f"annotator_{choice}", str(folder))
    if not named and not translator.load(locale, "annotator", "_", str(folder)):
        translator.deleteLater()
        return False
    application.installTranslator(translator)
    application.setProperty(SPOKEN, locale)
    application.setLayoutDirection(locale.textDirection())
    _speak_of_qt(application, locale)
    return True


def spoken_locale() -> QLocale:
    """Return the locale of the language that the window speaks, for names of months."""
    application = QCoreApplication.instance()
    found = application.property(SPOKEN) if application is not None else None
    return found if isinstance(found, QLocale) else QLocale(ENGLISH)


def _speak_of_qt(application: QApplication, locale: QLocale) -> None:
    """Take Qt's own words for its own buttons, where Qt has them."""
    words = QTranslator(application)
    words.setObjectName(NAME)
    path = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(locale, "qtbase", "_", path):
        application.installTranslator(words)
    else:
        words.deleteLater()


def language_name(code: str) -> str:
    """Return what speakers of a language call it.

    >>> language_name("en")
    'English'
    """
    if code == ENGLISH:
        return "English"  # Qt knows it by country alone
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
