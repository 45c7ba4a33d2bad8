"""What the user chooses once for all projects: declared as data, kept in one file."""
