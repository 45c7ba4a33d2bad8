"""Tables and the plot of the performance pages, from the figures of one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from report_anchor import TITLE as ANCHOR
from report_anchor import anchor_lines
from report_costs import TITLE as COSTS
from report_costs import costs_lines
from report_exchange import MILLION, exchange_headline, exchange_lines, million_lines
from report_exchange import TITLE as EXCHANGE
from report_finding import finding_lines
from report_import import TITLE as IMPORT
from report_import import import_lines
from report_teams import TITLE as TEAMS
from report_teams import teams_lines

START = "Start"
WINDOW = "The window on a 3 MB article of 5,000 paragraphs"
EDITING = "Editing the text"
FINDING = "Finding in a project, and how it grows"
INDEX = "The highlight index beside its peers"
OURS = "HighlightIndex"
VERBS = ("view", "stab", "next_by_label", "relabel", "remove", "add", "edit", "typing")
COLUMNS = ("build", "bytes", *VERBS)
NAMES = {"next_by_label": "next by label"}
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
MUTANTS = Path(__file__).resolve().parent.parent / "mutation" / "findings.md"
KEYSTROKE_LIMIT = (
    "A keystroke costs the paragraph that it falls into, and what lies in other paragraphs",
    "nothing: the sentences of the whole paragraph are found anew. A text without line feeds is",
    "one paragraph, and costs some 8 ms for every 100,000 characters of it. Reading only some",
    "sentences around the edit would not do: a quotation mark changes what is found far behind",
    "it, and no segmenter promises where that ends. That the sentences are those of a full pass",
    "goes before speed.",
)
REBUILT = ("superintervals, rebuilt", "ncls, rebuilt")


def number(value: float | None) -> str:
    """Return a figure short enough for a table."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table, all but the first column set right."""
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def index_table(size: dict[str, Any]) -> str:
    """Return the contenders' medians at one size."""
    rows = [
        [name, *(number((figures.get(column) or {}).get("median")) for column in COLUMNS)]
        for name, figures in size.items()
    ]
    return table(["", *(NAMES.get(column, column) for column in COLUMNS)], rows)


def startup_rows(figures: dict[str, Any]) -> list[list[str]]:
    """Return what starting costs."""
    return [
        ["bare Qt window, painted", f"{number(figures['bare'])} ms", "1"],
        [
            "our window, painted, still empty",
            f"{number(figures['painted'])} ms",
            f"{figures['ratio']:.2f}",
        ],
        [
            "our window with its project and article on the page",
            f"{number(figures['filled'])} ms",
            f"{figures['filled'] / figures['bare']:.2f}",
        ],
    ]


WINDOW_ROWS = {
    "first_screen": "article opened, first screen painted",
    "bare_commit": "a bare one-row commit on this disk",
    "tag": "one tag, from key press to painted and on disk",
    "tag_over_commit": "the same, over the bare commit",
    "move": "one sentence down",
    "page_down": "one page down",
}


def typing_rows(figures: dict[str, Any]) -> list[list[str]]:
    """Return what one keystroke in the text costs."""
    titles = {
        "model": "index, coverage and sentences",
        "model_and_log": "the same, and its line in the log of what is typed",
    }
    rows = [
        [f"{title}, {how}", f"{told['p50']:.2f}", f"{told['p95']:.2f}"]
        for name, title in titles.items()
        for how, told in figures[name].items()
    ]
    painted = figures["page"]["key_to_repaint"]
    return [
        *rows,
        ["a key in the window, to its repaint", *(f"{painted[p]:.1f}" for p in ("p50", "p95"))],
    ]


def _median_and_p95(size: dict[str, Any], name: str) -> str:
    return f"{number(size[f'{name}_ms'])} ({number(size[f'{name}_p95_ms'])})"


def window_table(sizes: list[dict[str, Any]]) -> str:
    """Return what the window takes, one column for each number of highlights."""
    heads = ["milliseconds, median (p95)"]
    heads += [f"{size['highlights']:,} highlights" for size in sizes]
    rows = [
        [title, *(_median_and_p95(size, name) for size in sizes)]
        for name, title in WINDOW_ROWS.items()
    ]
    rows.append(["article opened, all loaded", *(number(size["loaded_ms"]) for size in sizes)])
    return table(heads, rows)


def ratios(size: dict[str, Any]) -> list[list[str]]:
    """Return how many times longer each contender takes than our index."""
    ours = size[OURS]
    rows = []
    for name, figures in size.items():
        if name != OURS:
            theirs = [(figures.get(verb) or {}).get("median") for verb in VERBS]
            mine = [(ours.get(verb) or {}).get("median") for verb in VERBS]
            both = zip(theirs, mine, strict=True)
            rows.append([name, *(f"{a / b:,.1f}" if a and b else "–" for a, b in both)])
    return rows


def _median(size: dict[str, Any], name: str, verb: str) -> str:
    return number((size.get(name) or {}).get(verb, {}).get("median"))


def headline_table(figures: dict[str, Any]) -> str:
    """Return the few figures that the README shows."""
    size = figures["index"]["sizes"]["100000"]
    ours = size[OURS]
    peers = {"intervaltree": "intervaltree"} | {name: name for name in REBUILT}
    heads = ["100,000 highlights, µs", "ours", *peers.values()]
    rows = [
        [
            title,
            *(
                number((size.get(name) or {}).get(verb, {}).get("median"))
                for name in (OURS, *peers)
            ),
        ]
        for verb, title in (
            ("view", "what is on the screen (about 200)"),
            ("add", "add one"),
            ("remove", "remove one"),
            ("edit", "edit the text anywhere"),
        )
        if ours.get(verb)
    ]
    start = figures["startup"]
    line = (
        f"From process start to the first paint, of the still empty window: {start['ratio']:.2f}"
        f" times a bare Qt window ({number(start['painted'])} against {number(start['bare'])} ms);"
        f" with the article on the page: {number(start['filled'])} ms."
    )
    told = [table(heads, rows), line]
    if "exchange" in figures:
        told.append(exchange_headline(figures["exchange"]))
    return "\n\n".join(told)


def with_table(readme: str, shown: str) -> str:
    """Return the README with its figures replaced."""
    pattern = re.escape(BEGIN) + ".*?" + re.escape(END)
    return re.sub(pattern, lambda _: f"{BEGIN}\n\n{shown}\n\n{END}", readme, flags=re.DOTALL)


def sections(page: str) -> dict[str, str]:
    """Return the parts of a page by their titles, what comes before them by an empty one."""
    head, *parts = re.split(r"^## ", page, flags=re.MULTILINE)
    return {"": head} | {part.partition("\n")[0]: f"## {part}" for part in parts}


def performance_page(figures: dict[str, Any], *, old: str, machine: str, day: str) -> str:
    """Return docs/performance.md; what there are no figures of stays as it was.

    The day and the machine above are those of the last run that measured everything.
    """
    kept = sections(old)
    usual = (name for names, *_ in SECTIONS for name in names if names != ("million",))
    if not kept[""] or all(name in figures for name in usual):
        kept[""] = "\n".join(_head(machine, day))
    parts = [kept[""]]
    for names, title, lines in SECTIONS:
        if all(name in figures for name in names):
            parts.append("\n".join(lines(figures)).strip() + "\n\n")
        elif title in kept:
            parts.append(kept[title])
    return "".join(parts).rstrip("\n") + "\n"


def _head(machine: str, day: str) -> list[str]:
    return [
        "# Performance",
        "",
        f"Made by `make bench` on {day} ({machine}). Machines are noisy: trust factors of two and",
        "more. Everything in one table was measured in one run.",
        "",
        "",
    ]


def _startup_lines(figures: dict[str, Any]) -> list[str]:
    rows = startup_rows(figures["startup"])
    return [f"## {START}", "", table(["from process start", "median", "ratio"], rows)]


def _window_lines(figures: dict[str, Any]) -> list[str]:
    return [
        f"## {WINDOW}",
        "",
        "A tag is shown when it is on disk, so a bare commit on that disk stands beside it. The",
        "first dozen keys of the process, which compile their statements, are not counted.",
        "",
        window_table(figures["window"]),
    ]


def _typing_lines(figures: dict[str, Any]) -> list[str]:
    return [
        f"## {EDITING}",
        "",
        (
            f"{figures['typing']['chars']:,} characters under {figures['typing']['highlights']:,}"
            " highlights, milliseconds for each keystroke at one place or anywhere."
        ),
        "",
        table(["one keystroke", "median", "p95"], typing_rows(figures["typing"])),
        "",
        *KEYSTROKE_LIMIT,
    ]


def _index_lines(figures: dict[str, Any]) -> list[str]:
    index = figures["index"]["sizes"]
    parts = [
        f"## {INDEX}",
        "",
        "20 characters of text for each highlight, 12 labels; 90 % of the highlights about 60",
        "characters long, 9 % 300 to 2,000, 1 % to 20,000, five as long as the article. Medians in",
        "µs; *build* in µs and *bytes* in bytes for each highlight. *Rebuilt* peers cannot change,",
        "so a change builds them anew. – means not offered, or left out because it took too long.",
    ]
    for size, contenders in index.items():
        parts += ["", f"### {int(size):,} highlights", "", index_table(contenders)]
    if "100000" in index:
        heads = ["times as long as ours", *(NAMES.get(verb, verb) for verb in VERBS)]
        parts += ["", "### Ratios at 100,000", "", table(heads, ratios(index["100000"]))]
    return [
        *parts,
        "",
        "### Growth",
        "",
        "Both axes are logarithmic: a line that stays flat costs the same at any size.",
        "",
        "![Cost of each operation against the number of highlights](images/index-growth.png)",
        "",
        "### Compiled",
        "",
        *compiled_part(figures["mypyc"]),
    ]


def _mutant_lines(_figures: dict[str, Any]) -> list[str]:
    return ["## What the tests would notice", "", MUTANTS.read_text("utf-8").strip()]


# What figures each part of the page is made of, its title, and what makes it.
SECTIONS: list[tuple[tuple[str, ...], str, Callable[[dict[str, Any]], list[str]]]] = [
    (("startup",), START, _startup_lines),
    (("window",), WINDOW, _window_lines),
    (("costs",), COSTS, lambda figures: costs_lines(figures["costs"], table)),
    (("typing",), EDITING, _typing_lines),
    (("finding",), FINDING, lambda figures: finding_lines(figures["finding"], table)),
    (("import",), IMPORT, lambda figures: import_lines(figures["import"], table)),
    (
        ("exchange",),
        EXCHANGE,
        lambda figures: exchange_lines(figures["exchange"], table),
    ),
    (("teams",), TEAMS, lambda figures: teams_lines(figures["teams"], table)),
    (("million",), MILLION, lambda figures: million_lines(figures["million"], table)),
    (("anchor",), ANCHOR, lambda figures: anchor_lines(figures["anchor"], table)),
    (("index", "mypyc"), INDEX, _index_lines),
    ((), "What the tests would notice", _mutant_lines),
]


def compiled_part(figures: dict[str, Any]) -> list[str]:
    """Return what mypyc makes of the index, or why that is not known."""
    if figures["why"]:
        return [f"Not measured in this run: {figures['why']}."]
    pure, compiled = figures["pure"], figures["compiled"]
    columns = [verb for verb in ("build", *VERBS) if pure.get(verb)]
    rows = [
        [title, *(number(told[verb]) for verb in columns)]
        for title, told in (("pure Python", pure), ("compiled by mypyc", compiled))
    ]
    rows.append(["times as fast", *(f"{pure[verb] / compiled[verb]:.2f}" for verb in columns)])
    return [
        "The same files through `mypyc`, 100,000 highlights, µs (`run.py --only mypyc`): the least",
        "of three medians, pure and compiled taking turns, so these lie below the tables above.",
        "Pure Python already leaves the long loops to C: bisection, slices of arrays, sorting and",
        "the addition of long integers. What is gained does not pay for a wheel per platform, so",
        "none is built.",
        "",
        table(["", *(NAMES.get(column, column) for column in columns)], rows),
    ]


def draw_growth(figures: dict[str, Any], target: Path) -> None:
    """Draw what each operation costs against the number of highlights, log-log."""
    import matplotlib as mpl  # noqa: PLC0415 - an optional extra

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after its settings

    sizes = sorted(figures["sizes"], key=int)
    figure, axes = plt.subplots(1, 2, figsize=(12, 5), sharey=True)
    shown = ((OURS, "our index"), ("superintervals, rebuilt", "superintervals, rebuilt per change"))
    for axis, (name, title) in zip(axes, shown, strict=True):
        for verb in VERBS:
            points = [
                (int(size), figures["sizes"][size].get(name, {}).get(verb, {}).get("median"))
                for size in sizes
            ]
            known = [(size, cost) for size, cost in points if cost]
            if known:
                axis.plot(*zip(*known, strict=True), marker="o", label=NAMES.get(verb, verb))
        axis.set(xscale="log", yscale="log", xlabel="highlights", title=title)
        axis.grid(visible=True, which="both", alpha=0.2)
    axes[0].set_ylabel("µs, median")
    axes[0].legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(target, dpi=110)
