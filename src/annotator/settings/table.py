"""The table of all settings; a setting stands here only when something obeys it."""

from __future__ import annotations

from annotator.paths import resource
from annotator.settings.declaration import Choice, Setting, Sort

PAGE, WINDOW, SELECTION, REVIEW = "Page", "Window", "Selection", "Reviewing"
ADDING, KEYS = "Adding", "Keys"
GROUPS = (PAGE, WINDOW, SELECTION, REVIEW, ADDING, KEYS)
SYSTEM_LANGUAGE, ENGLISH = "system", "en"


def languages() -> list[str]:
    """Return the codes of the languages into which the window was translated, such as ``uk``."""
    files = resource("translations").glob("annotator_*.qm")
    return sorted(file.stem.removeprefix("annotator_") for file in files)


FONT = Setting(
    key="page.font",
    group=PAGE,
    title="Font",
    sentence="The typeface of articles; the built-in list takes the best serif this computer has.",
    sort=Sort.FONT,
    default="",
)
TEXT_SIZE = Setting(
    key="page.text_size",
    group=PAGE,
    title="Text size",
    sentence="The size of an article's letters before it is zoomed with Ctrl++ and Ctrl+-.",
    sort=Sort.WHOLE,
    default=19,
    least=10,
    most=48,
    unit="px",
)
LINE_SPACING = Setting(
    key="page.line_spacing",
    group=PAGE,
    title="Line spacing",
    sentence="The distance of two lines as a multiple of the text size; wide lines leave room for"
    " more highlights under each other.",
    sort=Sort.NUMBER,
    default=1.7,
    least=1.2,
    most=3.0,
    step=0.1,
)
COLUMN = Setting(
    key="page.column",
    group=PAGE,
    title="Column width",
    sentence="The longest line of an article; a narrow window makes it shorter.",
    sort=Sort.WHOLE,
    default=690,
    least=300,
    most=1600,
    step=10,
    unit="px",
)
CHARACTERS = Setting(
    key="page.column_characters",
    group=PAGE,
    title="Column width in characters",
    sentence="Measures the column in average letters, so that it grows with the text; this goes"
    " before the width in pixels.",
    sort=Sort.WHOLE,
    default=0,
    least=0,
    most=160,
    step=1,
    special="By pixels",
)
TICKS = Setting(
    key="page.reviewed_ticks",
    group=PAGE,
    title="Ticks at reviewed sentences",
    sentence="Shows a tick in the margin beside each sentence that was reviewed without a label.",
    sort=Sort.SWITCH,
    default=True,
)
UNSEEN = Setting(
    key="page.unseen_badges",
    group=PAGE,
    title="Badges at hidden characters",
    sentence="Shows a badge where a text holds a character that cannot be seen, such as one that"
    " turns the direction of what follows.",
    sort=Sort.SWITCH,
    default=True,
)
THEME = Setting(
    key="window.theme",
    group=WINDOW,
    title="Theme",
    sentence="The colors of the window and the page; the system's choice includes high contrast"
    " where the system tells of it.",
    sort=Sort.CHOICE,
    default="system",
    choices=(
        Choice("system", "As the system"),
        Choice("light", "Light"),
        Choice("dark", "Dark"),
        Choice("high-contrast", "High contrast"),
    ),
)
ZOOM = Setting(
    key="window.zoom",
    group=WINDOW,
    title="Window zoom",
    sentence="Makes menus, lists, panels and this dialog larger; the article's text is apart.",
    sort=Sort.NUMBER,
    default=1.0,
    least=1.0,
    most=2.0,
    step=0.05,
    unit="times",
)
LANGUAGE = Setting(
    key="window.language",
    group=WINDOW,
    title="Language",
    sentence="The language of menus, panels and dialogs, from the next start on; articles keep"
    " theirs.",
    sort=Sort.CHOICE,
    default=SYSTEM_LANGUAGE,
    choices=(
        Choice(SYSTEM_LANGUAGE, "As the system"),
        Choice(ENGLISH, "English"),
        *(Choice(code, code) for code in languages()),
    ),
)
SNAP = Setting(
    key="selection.whole_words",
    group=SELECTION,
    title="Select whole words",
    sentence="Widens what is selected in an article, and the edges of highlights that are moved, to"
    " whole words.",
    sort=Sort.SWITCH,
    default=False,
)
FINISH_UNREVIEWED = Setting(
    key="review.finish_unreviewed",
    group=REVIEW,
    title="Finishing with sentences not reviewed",
    sentence="What happens when an article is to be finished while it has sentences that nobody"
    " reviewed.",
    sort=Sort.CHOICE,
    default="confirm",
    choices=(
        Choice("block", "Refuse"),
        Choice("confirm", "Ask first"),
        Choice("allow", "Allow"),
    ),
)
QUEUE_ORDER = Setting(
    key="review.queue_order",
    group=REVIEW,
    title="Order of the articles",
    sentence="The order of the article list, and in which the next unfinished article is found;"
    " those without a date or a publisher come last.",
    sort=Sort.CHOICE,
    default="added",
    choices=(
        Choice("added", "As added"),
        Choice("date", "By date"),
        Choice("publisher", "By publisher"),
        Choice("random", "Random"),
    ),
)
QUEUE_SEED = Setting(
    key="review.queue_seed",
    group=REVIEW,
    title="Seed of the random order",
    sentence="The same number gives the same random order, on every computer and for every"
    " reviewer.",
    sort=Sort.WHOLE,
    default=1,
    least=0,
    most=999_999,
)
BLIND = Setting(
    key="review.blind",
    group=REVIEW,
    title="Hide what others did until you finish",
    sentence="Others' highlights, marks, claim records and counts are hidden in each article until"
    " you finish it; from then on they are seen.",
    sort=Sort.SWITCH,
    default=False,
)
IMPORT_PREVIEW = Setting(
    key="import.preview",
    group=ADDING,
    title="Look through what comes in",
    sentence="When articles are shown before they are added, to be corrected or left out: something"
    " was guessed where a reader could not be sure, or where the project has an article like it.",
    sort=Sort.CHOICE,
    default="guessed",
    choices=(
        Choice("always", "Always"),
        Choice("guessed", "When something was guessed"),
        Choice("never", "Never"),
    ),
)
KEEP_ORIGINALS = Setting(
    key="import.keep_originals",
    group=ADDING,
    title="Keep the original files",
    sentence="Keeps the bytes of every file that articles are read from in the project, which grows"
    " by as much.",
    sort=Sort.SWITCH,
    default=False,
)
SHORTCUTS = Setting(
    key="keys.shortcuts",
    group=KEYS,
    title="Keys of commands",
    sentence="The keys that replace a command's own, by the command's name.",
    sort=Sort.KEYS,
    default={},
)
SETTINGS = (
    FONT,
    TEXT_SIZE,
    LINE_SPACING,
    COLUMN,
    CHARACTERS,
    TICKS,
    UNSEEN,
    THEME,
    ZOOM,
    LANGUAGE,
    SNAP,
    FINISH_UNREVIEWED,
    QUEUE_ORDER,
    QUEUE_SEED,
    BLIND,
    IMPORT_PREVIEW,
    KEEP_ORIGINALS,
    SHORTCUTS,
)
BY_KEY = {setting.key: setting for setting in SETTINGS}
