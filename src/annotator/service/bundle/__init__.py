"""The bundle: the file in which a team exchanges highlights, written, read and verified."""
