"""Readers of article files, one module for each format, found through ``annotator.articles``."""
