"""Project files: the only room that knows SQL."""
