"""The command line: a few lines over the project for each verb."""
