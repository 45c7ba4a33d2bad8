"""How many examples a law tries whose every example is dear, as those on files and windows are."""

from __future__ import annotations

from hypothesis import settings


def share(part):
    """Return one of so many parts of the profile's examples: ``thorough`` stays thorough."""
    return settings.default.max_examples // part
