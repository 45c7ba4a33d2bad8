"""Gather the window's words for translators, and compile what they made of them.

``python packaging/make_translations.py`` rewrites ``resources/translations``: the template
``annotator_xx.ts``, the sentences of errors in ``errors.json``, and every language's words, of
which those that are finished are compiled. ``--check`` only tells whether the template and the
sentences are current; ``--pseudo FOLDER`` makes a language for tests out of the template.

Qt's own tools do the work; they come with PySide6-Essentials. What they cannot see is put before
them in a file of its own: the tables of commands and settings, the sentences of errors, and
whatever stands in a module's own ``_tr``.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from error_sentences import sentences

from annotator.gui.action_table import ACTIONS
from annotator.gui.actions import LABEL_KEYS, MENUS, PAGE_KEYS
from annotator.gui.revision_actions import LIST_KEYS
from annotator.gui.step_titles import TEMPLATES
from annotator.service.label_palette import palette
from annotator.service.remarks import Remark
from annotator.settings.table import GROUPS, LANGUAGE, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "annotator" / "gui"
TARGET = ROOT / "resources" / "translations"
TEMPLATE, ERRORS, PSEUDO = "annotator_xx.ts", "errors.json", "annotator_qps.ts"
ACCENTS = str.maketrans("AEIOUYaeiouycnsz", "ÀÉÎÖÛÝàéîöûýçñšž")
LONGER = 0.3

# Where errors get their reasons, and the functions that they are given to by place.
_WITH_REASONS = ("formats", "service/reading")
_TOLD_BY = {"BadSpanError", "BadJsonError", "left_out", "damaged", "_damaged", "_refuse"}


def main(words: list[str]) -> int:
    """Write everything anew, or do what the words ask for."""
    if words[:1] == ["--pseudo"]:
        make_pseudo(Path(words[1]))
        return 0
    if words[:1] == ["--check"]:
        current = is_current()
        print(f"resources/translations is {'current' if current else 'out of date'}.")
        return 0 if current else 1
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / ERRORS).write_text(written_errors(), "utf-8")
    gather([TARGET / TEMPLATE, *languages()])
    for language in languages():
        tool("lrelease", str(language), "-qm", str(language.with_suffix(".qm")))
    return 0


def languages() -> list[Path]:
    """Return the files of the languages that translators work on."""
    return sorted(file for file in TARGET.glob("annotator_*.ts") if file.name != TEMPLATE)


def is_current() -> bool:
    """Tell whether the template and the sentences are what would be written now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, TEMPLATE)
        gather([fresh])
        held = (TARGET / TEMPLATE, TARGET / ERRORS)
        return all(file.is_file() for file in held) and (
            held[0].read_text("utf-8") == fresh.read_text("utf-8")
            and held[1].read_text("utf-8") == written_errors()
        )


def written_errors() -> str:
    """Return the sentences of errors as their file holds them."""
    return json.dumps(sentences(), ensure_ascii=False, indent=1) + "\n"


def gather(targets: list[Path]) -> None:
    """Let Qt's tool put all words of the window into files for translators."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder, "tables.py")
        tables.write_text(table_source(), "utf-8")
        sources = [str(file) for file in sorted(SOURCES.glob("*.py"))]
        options = ["-no-obsolete", "-locations", "none", "-silent"]
        for target in targets:
            # Begun anew, a template has the same order however it came to be.
            if target.name == TEMPLATE:
                target.unlink(missing_ok=True)
            tool("lupdate", *sources, str(tables), *options, "-ts", str(target))


def table_source() -> str:
    """Return a module that names every word which Qt's tool cannot find by itself."""
    marks = (f"QT_TRANSLATE_NOOP({json.dumps(c)}, {_quoted(text)})" for c, text in table_words())
    return "\n".join(marks) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def table_words() -> list[tuple[str, str]]:
    """Return the context and the text of all that stands in tables and in ``_tr``, once each."""
    found = [
        *(("actions", one.title) for one in (*ACTIONS, *PAGE_KEYS, *LIST_KEYS, LABEL_KEYS)),
        *(("actions", part) for one in ACTIONS for part in one.menu.split("/") if part),
        *(("actions", menu) for menu in MENUS),
        ("actions", "Tag as {0}"),
        *(("settings", group) for group in GROUPS),
        *(("settings", text) for text in _setting_words()),
        *(("colors", paint.name) for paint in palette()),
        *(("steps", title) for title in TEMPLATES),
        *(("remarks", one.value) for one in Remark),
        *(("errors", sentence) for sentence in sentences().values()),
        *(("reasons", one) for one in reasons()),
        *(pair for file in sorted(SOURCES.glob("*.py")) for pair in own_words(file)),
    ]
    return list(dict.fromkeys(found))


def _setting_words() -> Iterator[str]:
    for one in SETTINGS:
        yield from (text for text in (one.title, one.sentence, one.unit, one.special) if text)
        # Languages are called what their speakers call them.
        yield from (choice.title for choice in (one.choices if one is not LANGUAGE else ()))
    yield LANGUAGE.choices[0].title


def reasons() -> list[str]:
    """Return the half sentences that errors have as reasons, or on what was left out of a file."""
    found: set[str] = set()
    for folder in _WITH_REASONS:
        for file in (SOURCES.parent / folder).rglob("*.py"):
            found.update(one for node in ast.walk(ast.parse(file.read_text("utf-8")))
                         for one in _reasons_in(node) if " " in one)  # fmt: skip
    return sorted(found)


def _reasons_in(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.keyword(arg="reason" | "remedy", value=ast.Constant(value=str(text))):
            yield text
        case ast.Assign(
            targets=[ast.Name(id="reason" | "what")], value=ast.Constant(value=str(text))
        ):
            yield text
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _TOLD_BY:
            yield from (
                one.value
                for one in node.args
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def own_words(file: Path) -> Iterator[tuple[str, str]]:
    """Yield what a module says through a ``_tr`` of its own."""
    tree = ast.parse(file.read_text("utf-8"))
    context = next((c for c in map(_context, tree.body) if c), "")
    for node in ast.walk(tree) if context else ():
        match node:
            case ast.Call(func=ast.Name(id="_tr"), args=[ast.Constant(value=str(text))]):
                yield context, text


def _context(node: ast.stmt) -> str:
    """Return the context under which a module's ``_tr`` looks for a text, empty for all else."""
    if not isinstance(node, ast.FunctionDef) or node.name != "_tr":
        return ""
    for one in ast.walk(node):
        match one:
            case ast.Call(
                func=ast.Attribute(attr="translate"), args=[ast.Constant(value=str(c)), _]
            ):
                return c
            case ast.Call(func=ast.Attribute(attr="translate"), args=[ast.Name(id=name), _]):
                raise SystemExit(f"The context of _tr is not written out: {name}.")
    return ""


def make_pseudo(folder: Path) -> None:
    """Compile a language that says everything with accents, a third longer, in brackets."""
    tree = ET.parse(TARGET / TEMPLATE)  # noqa: S314 - the program's own file
    tree.getroot().set("language", "en")
    for message in tree.iter("message"):
        translation, source = message.find("translation"), message.findtext("source")
        if translation is not None and source is not None:
            translation.attrib.pop("type", None)
            forms = translation.findall("numerusform") or [translation]
            for form in forms:
                form.text = pseudo(source)
    file = folder / PSEUDO
    tree.write(file, encoding="utf-8", xml_declaration=True)
    tool("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def pseudo(text: str) -> str:
    """Return a text as the language for tests has it; what stands in braces stays.

    >>> pseudo("Open {0}…")
    '⟦Öpéñ {0}…~~~⟧'
    """
    parts = text.replace("}", "{").split("{")
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    joined = "".join(f"{{{part}}}" if place % 2 else part for place, part in enumerate(parts))
    return f"⟦{joined}{'~' * round(len(text) * LONGER)}⟧"


def tool(name: str, *words: str) -> None:
    """Run one of Qt's tools."""
    program = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run([str(program), *words], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
