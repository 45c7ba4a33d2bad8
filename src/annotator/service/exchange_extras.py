"""Whether what a format needs was installed with this program."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution, requires

PACKAGE = "fact-annotator"
_REQUIREMENT = re.compile(r"^([\w.-]+).*;.*\bextra\s*==\s*['\"]([\w.-]+)['\"]")


def missing_extra(extra: str) -> str:
    """Return the command that brings an extra's libraries; empty where all of them are there.

    Costs a look at the installed packages. What was not installed as a package is whole.

    >>> missing_extra("")
    ''
    """
    if not extra or all(map(_is_there, _needed(extra))):
        return ""
    return f'pip install "{PACKAGE}[{extra}]"'


def _needed(extra: str) -> list[str]:
    try:
        lines = requires(PACKAGE) or ()
    except PackageNotFoundError:
        return []
    found = map(_REQUIREMENT.match, lines)
    return [one[1] for one in found if one is not None and one[2] == extra]


def _is_there(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
