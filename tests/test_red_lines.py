"""The red lines of our style, over all that is ours; each has a snippet that it must catch."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_FILE_LINES, MAX_FUNCTION_LINES, MAX_CLASS_LINES = 500, 60, 350
MAX_METHODS, MAX_PARAMETERS = 25, 6

FORBIDDEN_NAMES = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers"}
# Put together here, so that this file does not hold what it forbids.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
# Hosts that the project may name; a package registry is never one of them.
ALLOWED_HOSTS = ("example.org", "keepachangelog.com", "semver.org", "www.freedesktop.org",
                 "www.w3.org", "specifications.freedesktop.org",
                 # Names of what is in documents, which nobody visits.
                 "schemas.openxmlformats.org", "purl.oclc.org", "purl.org", "www.idpf.org",
                 "ns.adobe.com", "jsonfeed.org", "www.omg.org", "schema.org")  # fmt: skip
FORBIDDEN_WORDS = re.compile(
    r"https?://(?!(?:" + "|".join(map(re.escape, ALLOWED_HOSTS)) + r")\b)[\w.-]+"
    r"|(?<![\w.\-/{}])/(?:root|work|home/\w+)/"
)
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore)\b")
WITH_CODE = re.compile(r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w\-, ]+\])")
WORD = re.compile(r"[A-Za-z'’]{2,}")


@lru_cache(maxsize=1)
def parsed(text):
    """Parse a file once for all checks of it."""
    return ast.parse(text)


def functions(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def classes(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


def comments(text):
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(t.start[0], t.string) for t in tokens if t.type == tokenize.COMMENT]


def long_files(text):
    lines = len(text.splitlines())
    return [(lines, f"{lines} lines in a file")] if lines > MAX_FILE_LINES else []


def long_functions(text):
    found = [f for f in functions(parsed(text)) if length(f) > MAX_FUNCTION_LINES]
    return [(f.lineno, f"{length(f)} lines in the function {f.name}") for f in found]


def long_classes(text):
    found = [c for c in classes(parsed(text)) if length(c) > MAX_CLASS_LINES]
    return [(c.lineno, f"{length(c)} lines in the class {c.name}") for c in found]


def crowded_classes(text):
    for node in classes(parsed(text)):
        methods = {
            m.name for m in node.body if isinstance(m, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        if len(methods) > MAX_METHODS:
            yield node.lineno, f"{len(methods)} methods in the class {node.name}"


def long_signatures(text):
    for node in functions(parsed(text)):
        given = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        counted = given[1:] if given[:1] in (["self"], ["cls"]) else given
        if len(counted) > MAX_PARAMETERS:
            yield node.lineno, f"{len(counted)} parameters of {node.name}"


def unfinished_work(text):
    lines = enumerate(text.splitlines(), 1)
    return [(number, "unfinished work") for number, line in lines if UNFINISHED.search(line)]


def handlers(text):
    nodes = ast.walk(parsed(text)) if "except" in text else ()
    return [node for node in nodes if isinstance(node, ast.ExceptHandler)]


def bare_excepts(text):
    return [(one.lineno, "a bare except") for one in handlers(text) if one.type is None]


def swallowed_errors(text):
    for one in handlers(text):
        if all(does_nothing(statement) for statement in one.body):
            yield one.lineno, "an error swallowed"


def does_nothing(statement):
    constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return constant or isinstance(statement, ast.Pass)


def unexplained_suppressions(text):
    for number, comment in comments(text) if SUPPRESSION.search(text) else ():
        rest = WITH_CODE.sub("", comment)
        without_code = SUPPRESSION.search(rest)
        if without_code or (rest != comment and len(WORD.findall(rest)) < 2):
            yield number, "a suppression without code and reason"


def missing_module_docstring(text):
    return [] if ast.get_docstring(parsed(text)) else [(1, "a module without docstring")]


def named_for_nothing(place):
    stems = {part.removesuffix(".py").removeprefix("test_") for part in place.parts}
    return bool(stems & FORBIDDEN_NAMES)


def forbidden_words(text):
    for number, line in enumerate(text.splitlines(), 1):
        if match := FORBIDDEN_WORDS.search(line):
            yield number, f"the forbidden word {match[0]}"


SIZES = [long_files, long_functions, long_classes, crowded_classes, long_signatures]
HONESTY = [unfinished_work, bare_excepts, swallowed_errors, unexplained_suppressions]


def violations(checks, paths):
    found = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        told = chain.from_iterable(check(text) for check in checks)
        found += [f"{path.relative_to(ROOT)}:{line}: {what}" for line, what in told]
    return found


def expect_none(found):
    assert not found, "\n" + "\n".join(found)


def python_files(*folders):
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tracked_texts():
    """Every text file that git tracks or would track; of an unpacked archive, every one."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        places = [path.relative_to(ROOT) for path in ROOT.rglob("*")]
        paths = [ROOT / p for p in places if not any(part.startswith(".") for part in p.parts)]
    return [path for path in paths if path.is_file() and is_text(path)]


def is_text(path):
    content = path.read_bytes()
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def test_the_program_and_its_scripts_keep_to_the_sizes():
    expect_none(violations(SIZES, python_files("src", "packaging")))


def test_nothing_is_left_unfinished_swallowed_or_silenced():
    expect_none(violations(HONESTY, python_files("src", "packaging", "tests")))


def test_every_module_says_what_it_is():
    expect_none(violations([missing_module_docstring], python_files("src", "packaging")))


def test_no_module_is_named_for_nothing():
    places = [path.relative_to(ROOT) for path in python_files("src", "packaging", "tests")]
    expect_none([str(place) for place in places if named_for_nothing(place)])


def test_no_file_names_a_registry_or_a_workplace():
    expect_none(violations([forbidden_words], tracked_texts()))


CAUGHT = {
    long_files: "x = 1\n" * 501,
    long_functions: "def f():\n" + "    x = 1\n" * 60,
    long_classes: "class C:\n" + "    x = 1\n" * 350,
    crowded_classes: "class C:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(26)),
    long_signatures: "class C:\n    def f(self, a, b, c, d, *, e, f, g): ...\n",
    unfinished_work: "x = 1  # " + "TO" + "DO tidy up\n",
    bare_excepts: "try:\n    x = 1\nexcept:\n    raise\n",
    swallowed_errors: "try:\n    x = 1\nexcept OSError:\n    pass\n",
    unexplained_suppressions: "x = 1  # no" + "qa: S101\n",
    missing_module_docstring: "x = 1\n",
    forbidden_words: "cd /wo" + "rk/here\n",
}
LET_BE = {
    long_files: "x = 1\n" * 500,
    long_functions: "def f():\n" + "    x = 1\n" * 59,
    long_classes: "class C:\n" + "    x = 1\n" * 349,
    crowded_classes: "class C:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(25)),
    long_signatures: "class C:\n    def f(self, a, b, c, *, d, e, f): ...\n",
    unfinished_work: "x = 1  # to do well\n",
    bare_excepts: "try:\n    x = 1\nexcept OSError:\n    raise\n",
    swallowed_errors: "try:\n    x = 1\nexcept OSError:\n    x = 2\n",
    unexplained_suppressions: "x = 1  # no" + "qa: N802, S101 - Qt's name\n",
    missing_module_docstring: '"""A module."""\n',
    forbidden_words: "cd network/here\n",
}


@pytest.mark.parametrize("check", CAUGHT, ids=lambda check: check.__name__)
def test_each_check_catches_what_it_is_for_and_nothing_else(check):
    assert list(check(CAUGHT[check]))
    assert list(check(LET_BE[check])) == []


@pytest.mark.parametrize(
    ("place", "caught"),
    [("src/a/utils.py", True), ("tests/helpers/test_x.py", True), ("src/a/manager_of.py", False)],
)
def test_a_name_that_says_nothing_is_caught(place, caught):
    assert named_for_nothing(Path(place)) == caught


@pytest.mark.parametrize(
    "comment",
    [
        "no" + "qa",
        "type: " + "ignore",
        "type: " + "ignore[misc]",
        "no" + "qa: E501 long",
        "type: " + "ignore[misc]  # no" + "qa: E501, N802",
        "type: " + "ignore  # no" + "qa: E501 - the address is long",
    ],
)
def test_a_suppression_needs_code_and_reason(comment):
    assert list(unexplained_suppressions(f"x = 1  # {comment}\n"))
