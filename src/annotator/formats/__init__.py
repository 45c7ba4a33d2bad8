"""Annotation formats, one module for each, found through ``annotator.formats``."""
