from __future__ import annotations

import json

import pytest

from annotator.bootstrap import open_project
from annotator.cli import program
from annotator.cli.session import Windows

TEXT = "The ministry said the 🚰 dam was safe. Engineers left.\nAid groups warned of shortages.\n"


class Terminal:
    """The program as typed in a terminal, with its windows recorded instead of shown."""

    def __init__(self, folder, capsys):
        self.folder, self.capsys = folder, capsys
        self.opened, self.pictures = [], []
        self.project = folder / "facts.factproj"

    def type(self, *words):
        windows = Windows(
            require=lambda: None,
            open=lambda path: self.opened.append(path) or 0,
            picture=lambda path, target: self.pictures.append((path, target)),
        )
        code = program.main([str(word) for word in words], windows)
        out, err = self.capsys.readouterr()
        return code, out, err

    def json(self, *words):
        code, out, err = self.type(*words, "--project", self.project, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def project_opened(self):
        return open_project(self.project, create=False)

    def write(self, name="dam.txt", content=TEXT):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def terminal(tmp_path, capsys):
    return Terminal(tmp_path, capsys)
