"""The one door through which the window and the command line speak to a project."""
