"""The manual's page of settings, made from their table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.settings.table import GROUPS, SETTINGS

if TYPE_CHECKING:
    from annotator.settings.declaration import Setting

_HEAD = """\
# Settings

Made from the table of settings by `packaging/make_settings.py`. Ctrl+, shows the same in the
window, where every change takes effect at once. They are kept in `settings.json` in the program's
folder of settings (`config` under `ANNOTATOR_HOME` where that is set), as one JSON object of the
keys below; a key that is not in it has its default. The state before the last change is in
`settings.last-good.json`, and a damaged file is set aside as `settings.json.damaged`.

```
annotator settings list
annotator settings set page.text_size 21
annotator settings reset page.text_size
```
"""


def settings_page() -> str:
    """Return the page, in Markdown."""
    lines = [_HEAD.rstrip()]
    for group in GROUPS:
        lines += ["", f"## {group}"]
        for setting in SETTINGS:
            if setting.group == group:
                lines += ["", f"### {setting.title}", "", *_told(setting)]
    return "\n".join(lines) + "\n"


def _told(setting: Setting) -> list[str]:
    shown = json.dumps(setting.default, ensure_ascii=False)
    special = f"; {setting.least:g} is “{setting.special}”" if setting.special else ""
    return [
        setting.sentence,
        "",
        f"`{setting.key}`: {setting.accepts}{special}. Default: `{shown}`.",
    ]
