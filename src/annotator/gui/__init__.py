"""The window: Qt widgets over the service, and nothing that decides about projects."""
