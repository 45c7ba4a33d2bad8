from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def lint(folder):
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False
    )


def test_no_room_imports_upwards():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_import_upwards_is_caught(tmp_path):
    package = tmp_path / "rooms"
    package.mkdir()
    for name, text in {"__init__": "", "upper": "", "lower": "from rooms import upper\n"}.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_package = "rooms"\n'
        '[[tool.importlinter.contracts]]\nid = "layers"\nname = "Layers"\ntype = "layers"\n'
        'containers = ["rooms"]\nlayers = ["upper", "lower"]\n',
        encoding="utf-8",
    )
    done = lint(tmp_path)
    assert done.returncode != 0
    assert "rooms.lower -> rooms.upper" in done.stdout
