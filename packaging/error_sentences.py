"""Derive the sentence of every class of errors, with the names of its fields, from its source.

Each class hands its sentence to the one above it; followed up to the exception itself, with what
the classes on the way make of it, that is the template of what the error will say.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import textwrap
from importlib import import_module
from typing import TYPE_CHECKING

import annotator
from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNFINISHED = ("annotator.store.migrations.env", "annotator.store.migrations.versions")


def sentences() -> dict[str, str]:
    """Return the template of each class by module and name, but for classes without words."""
    found = {full_name(one): sentence_of(one) for one in error_classes()}
    return {name: found[name] for name in sorted(found) if has_words(found[name])}


def full_name(kind: type) -> str:
    """Return the name by which the window finds a class: its place in the program and its own."""
    return f"{kind.__module__.removeprefix('annotator.')}.{kind.__name__}"


def error_classes() -> list[type[AnnotatorError]]:
    """Return every class of errors in the program."""
    for module in pkgutil.walk_packages(annotator.__path__, "annotator."):
        if not module.name.startswith(_UNFINISHED):
            import_module(module.name)
    ours = [one for one in _below(AnnotatorError) if one.__module__.startswith("annotator.")]
    return sorted(dict.fromkeys(ours), key=full_name)


def _below(kind: type[AnnotatorError]) -> Iterator[type[AnnotatorError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def has_words(template: str) -> bool:
    """Tell whether a template says anything besides its fields."""
    inside = 0
    for character in template:
        inside += {"{": 1, "}": -1}.get(character, 0)
        if not inside and character.isalpha():
            return True
    return False


def sentence_of(kind: type[AnnotatorError]) -> str:
    """Return the template of one class."""
    given: dict[str, str] = {}
    for one in kind.__mro__:
        if not inspect.isfunction(vars(one).get("__init__")):
            continue
        call = _handed_up(one)
        if call is None:
            break
        above = next(
            k for k in kind.__mro__[kind.__mro__.index(one) + 1 :] if "__init__" in vars(k)
        )
        values = [_template(argument, given, kind) for argument in call.args]
        if not inspect.isfunction(vars(above)["__init__"]):
            return values[0] if values else ""
        names = list(inspect.signature(vars(above)["__init__"]).parameters)[1:]
        keyed = {k.arg: _template(k.value, given, kind) for k in call.keywords if k.arg}
        given = dict(zip(names, values, strict=False)) | keyed
    return ""


def _handed_up(kind: type) -> ast.Call | None:
    """Return the call by which a class hands its sentence to the one above it."""
    source = textwrap.dedent(inspect.getsource(vars(kind)["__init__"]))
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "__init__"
        ):
            return node
    return None


def _template(node: ast.expr, given: Mapping[str, str], kind: type) -> str:
    """Return what an expression writes, fields by their names in braces."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_template(part, given, kind) for part in parts)
        case ast.FormattedValue(value=value):
            return _template(value, given, kind)
        case ast.Name(id=name):
            return given.get(name, f"{{{name}}}")
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            constant = getattr(kind, name, None)
            return constant if isinstance(constant, str) else f"{{{name}}}"
    return f"{{{_name_of(node)}}}"


def _name_of(node: ast.expr) -> str:
    """Return a name for what is worked out in the sentence itself, after what it is made of."""
    names = [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
    attributes = [one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    made_of = [name for name in (*names, *attributes) if name not in ("self", "join", "len")]
    return "_".join(dict.fromkeys(made_of)).lower() + "_written"
