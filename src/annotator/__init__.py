"""Fact Annotator: check news facts sentence by sentence."""

__version__ = "0.1.0"
