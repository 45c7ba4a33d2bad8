"""The steps from each form of a project file to the next."""
