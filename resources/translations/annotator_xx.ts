<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AnnotationImport</name>
    <message>
        <source>{0} is a bundle: merging it knows what is here already, and loses nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through what merging it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List what came, in the table of highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}: {1} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing annotations: {0} of {1} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationPreview</name>
    <message>
        <source>Import annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What importing does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import them in one step, which undo takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… {0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · positions in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new: all that can be taken from it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what positions count before importing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the new reviewer before importing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels made: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewers made: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program made a mistake while opening it; choose a project here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>No articles yet.

Open text files with {0},
or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.

Open one with {0},
or make one with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Search the articles by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} chosen, with highlights: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlindLine</name>
    <message>
        <source>Others’ highlights are hidden until you finish this article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceDetails</name>
    <message>
        <source>At the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the words selected on the page, or on the sentence with the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no place any more; its quote stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it was found. Select words on the page and press {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to mark, whatever the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What checking a claim can lead to, one a line, in the order of choosing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Older guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook · revision {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebookExchange</name>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebooks (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new in this codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes “{0}” into “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {0} of “{1}” will not tag: it is the key of “{2}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color on light pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color on dark pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write each color like #0072B2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {0} pages {1}:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, hard to see (4.5:1 is enough)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some eyes take it for “{0}” on {1} pages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>What the columns hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which columns of {0} hold highlights: their words, or where they start and end, and their article. Files with the same columns are read so from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what importing with these columns would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandField</name>
    <message>
        <source>Search the project, or type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found: try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictButtons</name>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it in its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep ours in all of them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep theirs in all of them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both in all of them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle all {0} conflicts of this kind ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep ours: what is here counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep theirs: what they sent counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all: a highlight for each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both: a highlight for each side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDetails</name>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Conflicts to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides of the conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 waits to be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wait to be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more wait until you finish the articles in which they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you and a colleague both altered waits here after a merge ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be settled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictSettling</name>
    <message>
        <source>Both cannot be kept of this; choose ours or theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settling conflicts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle all of them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep ours in all {0} conflicts of this kind ({1})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep theirs in all {0} conflicts of this kind ({1})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both in all {0} conflicts of this kind ({1})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one step, which undo takes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictSign</name>
    <message>
        <source>1 conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List what colleagues and you said differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopiedTable</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything tagged up to {0} is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything tagged so far is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake. {0} You can go on, or start it again. To help mend it, copy this report and send it to whoever maintains the program; nothing is sent by itself. It is in {1}, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CueField</name>
    <message>
        <source>Pick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: take what is selected on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words, then {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[− in “{0}” alone −]   {+ in “{1}” alone +}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Difference of two texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EdgeMoves</name>
    <message>
        <source>No highlight here has edges to move.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; nothing will have been altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find only what has the same capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace every place at once; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are editing the text. Highlights follow; what you type is kept at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was edited and neither finished nor discarded: nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are editing the text. Highlights with other words: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places replaced: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMode</name>
    <message>
        <source>Highlights to review again since their words changed: {0}; F8 goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditWork</name>
    <message>
        <source>Going on with what was typed: {0} of {1} edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the text: {0} of {1} places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the new revision: {0} of {1} highlights and marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the new revision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceEntry</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this evidence (Alt+Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not look like an address on the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archived copy does not look like an address on the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a date like 2026-03-14, so that it can be sorted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>Add a link to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a link…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>What is exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for highlights to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a search finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect cells that begin like formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet program would compute them; importing undoes this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name no reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Reviewer 7KX4” and the like stand for names, and other ids for theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to, and write (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no articles yet: the file will hold none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is highlighted yet: the file will hold no highlights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (a folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What writes this is not installed; add it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Writing {0}: {1} of {2} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights written to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchDialog</name>
    <message>
        <source>Fetch from the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cookies are sent. At most {0} seconds and {1} MB; the article is shown before it is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the host for this address (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of the web yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be asked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host is asked before you press Fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: {0} · {1} kB so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to paste; copy an article first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*{0});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Offered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what has the same capitals and accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinishingStrip</name>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences of “{0}” that nobody reviewed: {1}. Finish it all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is finished, and it was the last one of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is finished. The next one: “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished yet: {0} sentences are not reviewed. {1} goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidelineCard</name>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codebook says nothing about this label yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to tag: reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next sentence not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no label to tag with: {0} opens the codebook, to add one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldCommands</name>
    <message>
        <source>This will be done as soon as all of the article is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightFilters</name>
    <message>
        <source>Filter the highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the quote or the record, and filters; Down goes to the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or label: reviewer: speaker: has: is: …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find no more; the rows stay as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the page (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every highlight of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those whose record has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those made before their label’s meaning changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that the last import of annotations added or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those whose text was taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightRows</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by this column (S); again turns the order around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightTable</name>
    <message>
        <source>At most {0} highlights at once; select fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Enter in the filter finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlight fits. Take a word or a filter away, or press All.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlights yet. Tag a sentence on the page: Esc, then a label’s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing highlights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabeling highlights…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightView</name>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightWalk</name>
    <message>
        <source>Choose a highlight first; Tab does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlight of this article has a note.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History, the newest change first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What going to this point would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go here (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project as it was then; {0} takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done here yet. Whatever you add, tag or alter will be listed, and you can go back to any point of it, also after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going to “{0}” would change:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program altered the project: see what this would change now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is in this state already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {0}. {1} takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>The beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitTagging</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0} hits as {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are tagged so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagging all hits…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>It cannot be seen, but it is part of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restated claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors, between semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From right to left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed from the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed from the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed: the first line of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed: the name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: guessed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>Articles that come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Look through what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of them are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them in one step, which undo takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more characters follow; correct them on the page (F2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the newer text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again, and nothing is added; your corrections are lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>“{0}” has its newer text now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has its newer text now. It was finished, and is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with a newer text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} finished no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the project already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportResults</name>
    <message>
        <source>What became of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find places…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the article, and list its highlights that need a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole table; Ctrl+C copies what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file or article in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files, or articles in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights that need a place: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {0} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportSigns</name>
    <message>
        <source>Add as new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a newer copy of that article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading articles: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding articles: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article to see its highlights here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text under it was taken out; these were its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words were edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F8 keeps it, Delete removes it, F8 goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight · {0} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · overlaps {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed, without a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline · revision {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jumping</name>
    <message>
        <source>Going to this point…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>No labels: {0} opens the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last change did not get to the disk; everything before it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the project; the window tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sentences reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter in the margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key that tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge cases, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields asked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is taken: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelKey</name>
    <message>
        <source>Tag as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, highlights in this article: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  {1}  ·  archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} highlights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelMapping</name>
    <message>
        <source>What labels become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{0}” becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (as here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more become what they are called.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelMore</name>
    <message>
        <source>More labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more labels: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all its highlights another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Removing archives it; no highlight is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlight bears it: removing erases it, if none ever did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One highlight bears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights bear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be the label’s key: it is the key of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves {0} highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves one highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into “{0}” ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging labels…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Undoing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redoing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossReport</name>
    <message>
        <source>What was exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole table; Ctrl+C copies what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} highlights in {2} articles are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not hold:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Column of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with these columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergePreview</name>
    <message>
        <source>Merge what came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge it in one step, which undo takes back (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0} bundles {1} cannot be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in it: all that it holds is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in them: all that they hold is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… {0} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete so much?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging deletes {0} of {1} highlights, more than a tenth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge and delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeSign</name>
    <message>
        <source>Trust the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after asking the sender whether the key is really theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it unsigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after asking the sender whether they sent it without signing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeTree</name>
    <message>
        <source>What merging does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} articles more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In articles that it does not tell of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of kinds that this program does not know, left out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article: nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} articles: nothing new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Bundles ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}: {1} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} bundles: {1} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List what waits to be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Open another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My default project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OffsetChoice</name>
    <message>
        <source>The file does not show what its positions count. Choose the reading whose words are those that somebody would have highlighted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What positions count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each reading would cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutdatedPage</name>
    <message>
        <source>Every highlight was made, or confirmed, under the guideline as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before their label’s meaning or the guideline’s text changed: {0} goes to the next, {1} confirms it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the highlights of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm all highlights of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that all of them hold under today&apos;s guideline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>What is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens an article, S sorts by the column, Esc goes back to the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done and left in each article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} articles finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sentences reviewed ({2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet: open text files, or drop them on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewRows</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {0} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageEmpty</name>
    <message>
        <source>No article is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list, or press {0} for the next unfinished one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open text files with {0}, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSpeech</name>
    <message>
        <source>Sentence {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed, without a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: {0}, “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribution cue: “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} times)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Place here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best place, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next best, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most like it, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next most like it, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Where things are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the place: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last saved {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Changes that wait to be saved: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system opens no folders from here; it is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; nothing will have been altered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>As added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the articles: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordDesk</name>
    <message>
        <source>Tag the sentence first; then say who claims what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several highlights are here: choose the one whose cue it is first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlight was made under an older guideline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More · {0} filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a date like 2026-03-14, so that it can be sorted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordSigns</name>
    <message>
        <source>Made under an older guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this highlight a copy; the others keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made under revision {0}; the label’s meaning changed in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made under revision {0}; the guideline has another text now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more highlight has this record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more highlights have this record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it, to be run where the program is installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportWriting</name>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revisions-{0}-{1}.html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>What became of each file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewerChoice</name>
    <message>
        <source>Whose they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights name no reviewer. They are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight names no reviewer. It is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (me)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new reviewer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (the file’s format)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewerSign</name>
    <message>
        <source>{0} works here: choose, add or rename reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You work as {0} now: every change from here on is theirs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewersDialog</name>
    <message>
        <source>Reviewers on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change, highlight and mark bears whose it is. Whoever works here is told apart from others by an id, not by the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reviewer of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen reviewer that name; the id stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work as this reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is opened again for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} – works here now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>No highlight here waits to be reviewed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevisionView</name>
    <message>
        <source>What the publisher changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a web page, Markdown or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged sentences that the publisher changed or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has one text so far. {0} brings another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence of the older revision bears a highlight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged sentences: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Overview of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click goes to that part of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchExamples</name>
    <message>
        <source>Words are found in articles, highlights and their records. Examples:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every word that begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights of a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose record names that speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that a reviewer made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has: note, claim, evidence, verdict or cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is: older-guideline or orphaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published later; before: earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one word without the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>In the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in its record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or label: has: speaker: …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best {0}; more words narrow them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send to a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes since the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the texts out: only the quotes go along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For texts that may not be passed on; colleagues need them already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “Reviewer 7KX4” and the like for names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign it with the key of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues see that it is yours, and that nobody altered it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What signs is not installed; add it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to, and write it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent from this project yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent last: {0}, on {1}. Changed since: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Writing {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0}: {1} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} texts left out: colleagues need them already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key, to be read out to whoever gets it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is ready to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the fingerprint of your key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all settings and keys from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all settings and keys to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You review as {0}; File › Reviewer… lets somebody else work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {0} are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> These did not fit and stayed: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>This one is lost. {0} puts it where the words are most like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such place. Select words on the page and press {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Fact Annotator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”; labels get their keys in the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the key of “{1}” now, which then loses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press the keys in the field above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>✕ Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place in the present text is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpaceKey</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed, without a label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeakerField</name>
    <message>
        <source>Speakers named before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>{0}, used by {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnplacedPanel</name>
    <message>
        <source>Places to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights that need a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next article with some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in other articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every highlight of this article has its place. In other articles: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every highlight has its place. When an article gets a newer text ({0}), those whose place nobody can tell wait here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for places: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a file of annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole table; Ctrl+C copies what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was verified yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… {0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} highlights in {2} articles, {3} quotes compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions in {0}, which may be wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} quotes not compared: their texts are not in the project, either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} quotes not compared: their texts are not in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} references to what is not in this part of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ 1 place is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ {0} places are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingSign</name>
    <message>
        <source>Let go of what waits: it will not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting until the articles are added… Not saved yet: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes once that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project. Not saved yet: {0}. The window closes once that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the project… Not saved yet: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Fact Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} – {1} – Fact Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Fact Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check news facts sentence by sentence. Offline: nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact Annotator {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as an article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a newer copy of this article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the files added last…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export highlights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to a colleague…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what came back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a file of annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a folder of annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of what is selected or chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select with a caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all in the text being edited…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: make the edited text a new revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the editing of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the sentence at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the sentence with the next, or the selected ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s end right by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s end left by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s end on by a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s end back by a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s start right by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s start left by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s start on by a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the highlight’s start back by a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reviewed, without a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight whose words were edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the chosen highlight with its edited words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the article, or reopen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap selections and edges to words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights that need a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the highlight that needs a place at the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the revisions of this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the claim of the highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold more of the claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selection, or the sentence, for the attribution cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight made under an older guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the highlight under the guideline as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook: labels, guideline, verdicts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag all hits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the project, or type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight under the cursor, then of the next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous highlight under the cursor, then of the place before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight with the same label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous highlight with the same label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous highlight with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unfinished article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unfinished article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left, article by article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what others did until you finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Fact Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select by character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select by word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the caret once it is shown, as Up and Down do; Shift selects, Ctrl goes by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among highlights that need a place: put it at the best one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among highlights that need a place: put it at the next best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among highlights that need a place: look at the other place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among highlights that need a place: it has none, keep its quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among highlights that need a place: remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among conflicts: keep ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among conflicts: keep theirs, of several the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among conflicts: keep the next of theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among conflicts: keep both, or all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among conflicts: go to the place in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While revisions are compared: next or previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the sentence or the selection with that label; again takes it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges of the highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>articles</name>
    <message>
        <source>✓ {0} · {1} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sentences reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colors</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>difference</name>
    <message>
        <source>
⋯ more changes follow ⋯</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
⋯ {0} characters the same ⋯
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The words at {span_start_written} to {span_end_written} are not those that were quoted: give the text that the quotation was taken from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name a bundle that lies in it (its name ends in .annobundle).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged or altered in “{member}” ({reason}), so nothing of it was taken; ask for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged; bring it back from a copy, or remove it and tell your colleagues that it begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures can neither be made nor checked here; run {_COMMAND} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a bundle of version {version}, which this program is too old for; install its newest release, or ask for a bundle from an older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no bundle; choose a file that a colleague sent (its name ends in .annobundle).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a bundle of version {version}, which is too old to be read; ask for one from a newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is signed for “{signer}” with the key {found}, and those before with {known}; ask them whether they have a new key, and take it with --trust-new-key if so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not signed, and those that “{signer}” sent before were, with the key {known}; ask them for a signed one, or take it with --trust-new-key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was altered after “{signer}” signed it, or not signed by them (“{member}” does not fit the rest), so nothing of it was taken; ask them for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds half a character (a lone surrogate) at character {position}: remove or retype that character and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a NUL character at character {position}: it is probably no text or in another encoding; save it as UTF-8 text and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{color}” is no color; write it as # and six digits, like #0072B2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label_id}” cannot be a label&apos;s id; leave it to the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be a label&apos;s key; use letters, digits, hyphens and underscores alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label&apos;s {field} must be {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{letter}” cannot stand in the margin; give one letter or sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{line_style}” is no line style; use one of {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shortcut}” is no single key; give one letter, digit or sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id {value} belongs to the label “{name}” already; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {value} belongs to the label “{name}” already; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter {value} belongs to the label “{name}” already; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortcut {value} belongs to the label “{name}” already; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict “{verdict}” is listed twice; remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label needs a name; give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verdict needs a word; remove the empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be merged into itself; choose another label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {parent_id}, under which “{name}” is to lie, is not in the codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot lie under itself; choose another label above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label has no {field} to change; it has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} holds half a character or a zero byte; type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new order must name every label once; give all of their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{color}” is no color; write it as #RRGGBB, such as #0072B2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged in {part} ({reason}); open it in its own program and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no text, only pictures of it (pages: {pages}); have the text recognized by an OCR program and add what that saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} needs a password to be opened; save a copy without one and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is protected by its shop (DRM) and opens in the shop&apos;s programs alone; get a copy without protection, or paste the passage in question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not unpacked, since {reason}; open it in its own program, if you trust it, and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {pages} pages, and an article may have {limit}; save the pages in question as a file of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no {wanted}, or is damaged at its beginning; open it in its own program and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type cannot be kept in {path} ({reason}), so it is not taken: make room on the disk or see to the folder&apos;s permissions, then type on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is being edited: choose Done or Discard first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of “{title}” is being edited in another window: finish or discard it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of “{title}” was revised elsewhere since this editing began: copy what you need, discard the editing and make it again on the new text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed into “{title}” does not fit its text and cannot be taken up: discard it and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end} is no span: give a start of 0 or more and an end not before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} cannot hold {what}, so nothing was written; {remedy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged at {place} ({reason}); get it anew, or export it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {what}, which was left out; {remedy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written; run pip install &quot;fact-annotator[{extra}]&quot; first, which {what} need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported, since “{search}” is not all understood. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not show what holds the {field} (it has {columns}); say it with --map {field}=NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no {wanted} file; name its format with --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of “{title}” changed while the file was looked through, so nothing was imported; import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight {highlight_id} does not read as it did at {start} to {end}, so nothing was exported; run “annotator check” to see what is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} is read, not written; choose another with “annotator formats”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not show what its positions count; say it with --offsets {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in no known format of annotations; name one with --format, or list them with “annotator formats”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no label “{label}”; its labels are {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} is written, not read; import the project&apos;s JSONL instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written as {form} reads otherwise ({reason}), so {path} was left as it was; export in another format and report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is no address of the web; give one that begins with https or http, as in https://example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends on without end; look at the address in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends on to {target}, which is no place on the public web, and was not followed; type that address yourself if you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends more than {limit_megabyte_written} MB; save the file in a browser and open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not send the file within {seconds} seconds; try again later, or save the page in a browser and open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not be reached ({reason}); check the address and the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered {status} ({reason}); look at the address in a browser, save the page there and open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no text file; save the article as plain text (UTF-8) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no text; choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not UTF-8 (byte {byte} at position {position}); save it as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder, and a file is written; add a file&apos;s name to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name its files, or add the folder with --recursive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there and is no empty folder; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a link to a folder and was not followed; add the folder it leads to by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not exist; check its name and folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no file that could be an article; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a project, a device or a pipe and is not written over; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not a file; save its content as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {size_megabyte_written} MB, and an article may have {limit_megabyte_written} MB; split it into articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} goes beyond the {limit} articles that can be added at once; divide it, or add it apart from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions and its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds a NUL character or half a character at position {position}; remove it in a text editor and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); choose another place or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern is wrong{place}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern finds only places between characters, and no hit has a letter; write what is to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern took more than {seconds} s on this text; make it simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was given up for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is finished, but not by you: it stays so until those who finished it reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is not finished: {sentences} not reviewed yet; review them, or say that it is finished anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a highlight {key} already: give another key, or move that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key} does not fit into 64 bits: number the highlights otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit at {position} that takes {removed} and brings {inserted} is none: give three numbers of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {position} lies beyond {limit}: split the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no highlight {key}: add it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a part that cannot be read: {place} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is encrypted; open it in the mail program, and copy and paste its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a feed without entries; save it again when it has some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no feed (RSS, Atom or JSON Feed); save the feed itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no mail message that can be read; save the message again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no text besides its attachments; save those and add them instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is no day; write year, month and day as in 2026-03-14, or the year alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is no code of a language; write one such as en, uk or pt-br.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is no address of the web; write one that begins with https or http.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {offset} lies outside the text: give one from 0 to {length} ({unit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no paragraph {number}: give one from 0 to {count_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of paragraph {number} are not at hand: build the paragraphs from the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {position} lies outside the text: give one from 0 to {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {pieces_written} pieces make no single span: give them in order, each starting where the one before it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not upgraded because its backup {backup} could not be made ({reason}): free some space or make that folder writable, and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged ({place}): keep a copy of it as it is, and go on from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} is full, so what you did last was not saved: free some space and do it again; everything before it is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty and so no project: put a backup in its place, or delete it and begin a new project there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a database of another program: give a project of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {names_written}, which this program did not make and which could alter your work unseen: ask whoever sent it for a clean copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer Fact Annotator (its format is {found}, this program knows {known}): update the program and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not made because the disk is full: free some space or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no project file: give a project, or add it as an article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile {path} cannot be written ({reason}): make its folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to {path}, so what you did last was not saved: wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device with {path} failed ({reason}), so what you did last was not saved: check the disk or the connection to it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be made because there is no folder {path_parent_written}: make the folder or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder: give the project file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project {path}: check the path, or add an article to make it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there any more, so what you did last was not saved: put it back, or open it where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no file but a pipe, socket or device: give a project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no place for a project ({reason}): give another path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was replaced by another file while it was open, so nothing more is written to it: open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not made ({reason}): choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be opened ({reason}): check its permissions and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} or its folder is read-only, so what you did last was not saved: make them writable or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is still writing to {path}, so what you did last was not saved (changes: {count}): see what that program does, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be followed in its markup ({reason}); save it again from where it came, or copy the article and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read without the reader of {what}; add it with pip install &quot;fact-annotator[{extra}]&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} shows no article among the parts of its page; read it as “whole page”, or copy the article and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no web page; open it in a browser and save the page again as one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read: the reader “{reader}” failed on it; save the article as plain text (UTF-8) and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} takes more memory than reading an article may need; save the article as plain text (UTF-8) and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not read, since reading was stopped; add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was given up after {seconds} seconds of reading; save the article as plain text (UTF-8) and add that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was to be read as “{encoding}”, which is no encoding of texts; choose another, such as windows-1251.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not in the encoding {encoding} (see the byte at position {position}); choose another, or leave it to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no way to count positions: give one of {units_written}, and with it, after commas, any of {extras_written} (as in “utf-16,crlf”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one {subject} is called {beginning}; give its whole id or title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to tag at {position}: give an end greater than the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {subject} {record_id} in this project; look up its id and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {length} characters, so {start} to {end} lies outside it; give an end of {length} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than {limit} articles can be added at once, and here are more; divide the file, or add fewer files at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim record has no field {field}; it has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {form} has no variant “{name}”; {remedy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format {name}; this installation has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no label {key}; the codebook has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no reader {name}; this installation has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader {reader} has no variant {name}; it has {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spans at {first} and {second} overlap or are out of order; give them in the order of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was undone, for this came in between: {title}. Undo once more to take that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reviewer&apos;s name has 1 to {most} characters in one line; give another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” works on this computer already; choose that reviewer, or another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not work on this computer yet; add them as a new reviewer, or choose one of: {known_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight {highlight_id} has no place to choose; give a start and an end, or say “keep” or “drop”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight {highlight_id} has {count} places to choose from; choose one of them, or give a start and an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision {number}; the article has {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {count} articles, not the newer copy of one: give a file with that alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight {highlight_id} does not wait for a place; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no revision before this one to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was given another text meanwhile, so nothing was changed: compare the newer copy once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of “{title}” is being edited: finish or discard that first, then take the newer copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did last was not saved to {path} (changes: {count}): do it again if you still want it; everything before it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did last still waits to be saved to {path}: let it finish, or cancel it, first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence boundaries of paragraph {paragraph} do not fit its text: give rising positions that end with its length, one list for each paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit inserts {expected} code points, but the text given has {actual}: give the very text that the edit inserts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence {number} is the last of its paragraph and has nothing to join: join sentences of one paragraph only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sentence {number}: the text has {count}, numbered from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence can be split at {position}: choose a place with words of the same sentence before and after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be followed from {place} on ({reason}); export or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read in {place} ({reason}); mend it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no text in {place}; fill it in there or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is read as {reader}, which has no columns; choose another kind with --reader, one that “annotator readers” lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no rows; choose a file with articles in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no column “{column}” (it has {listed}); say another with --map text=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be mapped to “{field}”, which no article has (but {listed}); map the column to one of those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not show in which column its texts are (it has {listed}); say it with --map text=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not show in which column of the sheet “{shown}” texts are (it has {listed}); add it again with --map text=COLUMN if there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {size_megabyte_written} MB, and a file of many articles may have {limit_megabyte_written} MB; split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds a NUL character or half a character in {place}, at position {position} of its text; remove it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project went on while what {member} sent was looked through, so nothing was merged; merge it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {member} sent deletes {deleted} of {there} highlights, more than a tenth, so nothing was merged; look at it with --dry-run, and say --delete if that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both cannot be kept of {kind} {object_id}; choose ours or theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of {object_id} waits to be settled; “annotator conflicts” lists what does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {members} sent was merged, and stays so until you undo it; the rest was not: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not merged: {error} Those before it were, and stay so until you undo them: {before_written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {object_id} there is more than one other side, or not that one: choose {which}; “annotator conflicts” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no codebook ({reason}); compare it with an exported one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds annotations only as Java objects, which are never read; export the project again with the format “UIMA CAS JSON”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written; choose a folder that exists and has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display {name} does not let this program in; start it as the user who is logged in there, set XAUTHORITY to that user&apos;s key file, use the verbs that “annotator --help” lists, or see “annotator demo --headless FOLDER”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on; set DISPLAY, use the verbs that “annotator --help” lists, or see “annotator demo --headless FOLDER”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANNOTATOR_HOME names {home}, which is no folder here; set another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own file {name} is missing (looked in {folders}): install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files are printed by the window&apos;s part of the program, which is not there; export html-report and print that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no settings; choose a file that this program has written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} cannot be “{given}”; give {accepts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged; all settings have their defaults again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged; the last good settings are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{key}”; “annotator settings list” names them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence segmenter {library} is not installed here: install it with pip, or choose another segmenter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Words highlighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of its highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what holds the words highlighted, or their start and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what holds the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what holds the text, the title or the address of the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a file of annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a folder of annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} articles added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 label added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} labels added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files can be read as articles, or as annotations of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles or annotations?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;nnotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can be read as articles, or as annotations of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles without highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>titles of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles’ addresses, publishers, authors, dates and languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights without text or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names, definitions and colors of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters, line styles, shortcuts, tests and examples of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guideline of the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verdicts to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claim records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ids of highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles of which others&apos; highlights, if there are any, are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretches reviewed as needing no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlapping highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the longest of each was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights of several spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written as one for each span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights that begin or end within a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights over the end of a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written as one for each sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tags cover whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only words have tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts whose spaces or line ends were others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only reviewed claims are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitions and colors of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their signs and examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses, authors and dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights that wait for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights changed here, too, and kept as they are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights removed here, and not added again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of them with several places, to be chosen afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of them whose words are not in the text, to be placed afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlights whose article is neither in the file nor here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places in the file that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds of things that have no place in a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line ends as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line ends as two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inclusive ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters (code points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (UTF-8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds labels, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder; in one that is not empty, “{0}” is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlight {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system opens no folders from here; it is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>{0} does not show in which column its texts are (it has {1}); choose the column in the preview of what comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no column “{1}” (it has {2}); choose another in the preview of what comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project {0}: it was moved, renamed or deleted. Open it where it is now, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in no format of annotations that is known here; if it is an article, open it as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no {1} file; choose the format that it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not show what holds the {1} (it has {2}); give that column or key this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures can neither be made nor checked here: what signs is not installed. The dialog for sending tells how to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} sent was merged, and stays so until you undo it; the rest was not: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That waits to be settled no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both cannot be kept of this; choose ours or theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is signed for “{1}” with another key than before. Ask them whether they have a new key, and compare it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not signed, and those that “{1}” sent before were. Ask them for a signed one, or take it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} sent deletes {1} of {2} highlights, more than a tenth, so nothing was merged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>finishing</name>
    <message>
        <source>This article is open again: it is back in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>1 record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook and shared records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a label that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change: the project is in this state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim record “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Newer copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has another article of the same address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resembles “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article was finished and is open again: its newer text brings work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has an article with nearly the same words ({1}): “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article above has this very text. It is not added twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, above, has nearly the same words ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= Same text as one above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ Newer copy of one above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? New, look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= Was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ Newer copy, same address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ Newer copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 newer text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} newer texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say its encoding: look whether all letters fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article was told apart from the page around it: look whether all of it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the text was rebuilt from places on a page: look whether it reads on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, pictures or comments were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that cannot be kept were replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns were guessed from their names: look what went where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ {0} the same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ {0} the same as above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, above, is from the same address. This becomes its newer text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has this very text: “{0}”. It is not added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” had this very text before. It is not added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has an article from the same address: “{0}”. This becomes its newer text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This becomes the newer text of “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page_menu</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges of the highlight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pattern</name>
    <message>
        <source>The pattern is wrong at character {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it repeats too much; give smaller counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pattern that calls itself is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white space can be left out of the whole alone, by (?x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a round bracket is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a square bracket is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a curly bracket is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a round bracket was never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a repetition is repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smaller count comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range goes from the lower to the higher character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backslash needs something behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this means nothing behind a backslash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such class of characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no character of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group cannot stand in itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group cannot have this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this means nothing behind “(?”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern is wrong: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern cannot be read from character {0} on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>{0} was searched as words; the filters are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not understood; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no date; write it as 2024, 2024-05 or 2024-05-03.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs something after its colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called so: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood besides: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>a key is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence begins before the one above it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence has no tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a span is no pair of positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text has the id of another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a token is not what stands at its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a label first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export them as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files without a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it declares a document type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it declares entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it expands beyond measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has neither a place nor a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no name or no GUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no tag where the others do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not as many places as tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not as many tags as tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has two files of the same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither an object nor a start with an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no PDF that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no annotation but a name of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no pair of a text and its entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no task with data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no workbook, or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the encoding of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of a type that this program does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of no text in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it refers to entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not written by this program, so it tells no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its @id is not that of its highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its GUID is that of another code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its highlights are no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is not in the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its positions are no stretch of a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the file to have them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody says so much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows without spans and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets of codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of its parts have only a place, others only words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spaCy cannot read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest of it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tokens of a sentence are not in its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write an HTML report, or parts of the project with a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as JSON Lines of this program or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write parts of the project, with a filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restated claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-worthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for the words: a person, or a body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the speaker&apos;s words, in the reporter&apos;s, in both, or the author&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure you are of this label and this record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what capacity the speaker speaks here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body for which the speaker speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who passed it on: an agency that quotes a ministry, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that attribute it, such as “the ministry said”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The claim in one sentence that can be understood without the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of claim it is, whoever makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is a claim of fact, and whether it matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was claimed: 2026, 2026-03 or 2026-03-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was claimed, or what place it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What checking it led to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the verdict is what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy that stays when the page goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day on which you read it: 2026-03-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that matter, as they stand there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aid organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affected person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation or cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law or rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>{start} to {end} lies outside of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end} reads “{reads}”, not “{told}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not the one that its SHA-256 says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id {id} is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a position in {unit} is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its spans go from {start} to {end}, not from {told_start} to {told_end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it goes from {start} to {end} in {unit}, not from {told_start} to {told_end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its quote is not all that stands from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words before it are not those of its prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words behind it are not those of its suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end} is not as long as its quote, which has {count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end} in {unit} is not as long as its quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quote of {start} to {end} is not in the whole quote there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{parent}” above “{name}” is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{name}” is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label with the id {id} is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{name}” has not the id {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewer “{name}” is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewer with the id {id} is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewer “{name}” has not the id {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the article {id} is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 is not that of the text of its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id {id} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its reviewer&apos;s id {id} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its label&apos;s id {id} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id {id} of the article is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id {id} of the label “{label}” is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no style of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its time “{name}” is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its two times is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{told}”, which its claim record has as “{name}”, is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} is “{told}”, which is none of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stance of its evidence is “{told}”, which is none of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its verdict “{told}” seems to be meant for “{meant}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{told}” seems to be meant for “{meant}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its article has “{told}” as “{name}” here and “{before}” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewer with the id {id} is “{told}” here and “{before}” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label {name} goes with “{told}” here and with “{before}” before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the title “{told}” is not that of its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{told}” does not stand at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} names {name}, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} has no words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration declares no relation “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration declares no event “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration declares no attribute “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type “{name}” is not declared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its type declares no “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this program noted of it is damaged, or another&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program noted nothing of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing, or does not say who wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it refers to {id}, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view lists {id}, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is said of the highlight {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the highlight {id} has no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words are not those of the text above them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its article_id is not that of its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{label}” is called “{told}” there, and “{right}” in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{label}” is {told} there, and {right} in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type “{name}” is not below the one that it is below in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type “{told}” is not that of the label “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card tells nothing of “{name}”, which the rows have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row has “{name}”, of which the card tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card tells the languages {told}, and the rows have {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its rows are not in {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it tells the size {told}, and there are {count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is called “{told}” above and “{right}” below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its labels are {told} above and {right} below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token covers what stands at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than one token covers what stands at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sentence covers what stands at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than one sentence covers what stands at {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says that its spans were marked anew, and they were not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id is not that of its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tags are where its highlight is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sentences do not end where its text does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies in the sentences {right}, not {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{told}” is no reason to wait for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its results do not lie in one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a relation names the region {id}, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration has nothing called “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration does not lead from “{name}” to “{told}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is marked otherwise than the highlights in the page&apos;s block say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page shows “{told}”, where its block says “{right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing says that its pages are as they were printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are not as they were printed: their SHA-256 is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something was added to it after it was printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{told}” is none of the outcomes that there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} is no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts do not say the same as “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} {id} is none of the file&apos;s users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note {id} is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} “{told}” is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its GUID {id} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its GUID is none, or another user&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its coding has another {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its modifyingUser is not its creatingUser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not both of its times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the remark of this program cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the GUID of its coding does not follow from its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not part {part} of {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code {id} is none of the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its coding has no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} is “{told}”, and its highlight says “{right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it appeared at another address than that of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its start and its end are no stretch of a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not come behind the one before it, or not in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads to {id}, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guideline in the file differs from the project&apos;s and is not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed here and in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id {id} is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verdicts {verdicts} are in the file&apos;s list and not in the project&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{label}” is defined otherwise in the file; ours is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “{label}” is {theirs} in the file; our color, {ours}, is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s labels {theirs} are one label here, “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its article “{name}” is neither in the file nor in the project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>remembered</name>
    <message>
        <source>{0} is not there any more; this is your default project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be reached ({1}); this is your default project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder now; this is your default project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, no project; this is your default project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>revisions</name>
    <message>
        <source>Its text is the one that the article has; no highlight moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} moved elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} without a place before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article has no highlights that could move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the texts… {0} of {1} highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the texts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is finished; it will be open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer copy of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight needs a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find places…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them, and settle each with one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights need a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {0} was never the present text: its highlights are those of revision {1}, as far as their place in it is beyond doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {0} was never the present text: no highlights lay in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↕ Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Lost · most like it {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Ambiguous, {0} or {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Perhaps, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>row_actions</name>
    <message>
        <source>Confirming…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected highlights waits to be reviewed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search_offer</name>
    <message>
        <source>Search the project for “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentence_repair</name>
    <message>
        <source>Put the caret where the next sentence begins, then press {0} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to split: choose a place between two words of a sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sentences of one paragraph can be joined, and this is its last one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typeface of articles; the built-in list takes the best serif this computer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of an article&apos;s letters before it is zoomed with Ctrl++ and Ctrl+-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance of two lines as a multiple of the text size; wide lines leave room for more highlights under each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest line of an article; a narrow window makes it shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column width in characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the column in average letters, so that it grows with the text; this goes before the width in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticks at reviewed sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a tick in the margin beside each sentence that was reviewed without a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges at hidden characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a badge where a text holds a character that cannot be seen, such as one that turns the direction of what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colors of the window and the page; the system&apos;s choice includes high contrast where the system tells of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes menus, lists, panels and this dialog larger; the article&apos;s text is apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of menus, panels and dialogs, from the next start on; articles keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widens what is selected in an article, and the edges of highlights that are moved, to whole words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing with sentences not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when an article is to be finished while it has sentences that nobody reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the article list, and in which the next unfinished article is found; those without a date or a publisher come last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same random order, on every computer and for every reviewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what others did until you finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others&apos; highlights, marks, claim records and counts are hidden in each article until you finish it; from then on they are seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When articles are shown before they are added, to be corrected or left out: something was guessed where a reader could not be sure, or where the project has an article like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something was guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the original files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the bytes of every file that articles are read from in the project, which grows by as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys that replace a command&apos;s own, by the command&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fonts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not on this computer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Add the label “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} articles, revise “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} articles, revise {1} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{0}”, revise {1} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the label “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm under the guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {0} highlights under the guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the text of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a claim record of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import annotations from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep changed highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep highlight without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {0} highlights without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {0} changed highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what {0} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{0}” into “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle {0} conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the label “{0}” aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel {0} highlights as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove attribution cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove highlight without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} highlights without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the label “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise {0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set attribution cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0} hits as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the label “{0}” again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>removed here, changed by them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept here, removed by them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a version of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed or kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields asked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} versions of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} In the row of an article highlights, in that of a bundle all below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bundle: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} bundles: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed: nobody vouches for who sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Signed, which cannot be checked here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed, with a key seen for the first time: compare its fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed with the key that is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Signed otherwise than before, and trusted by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 claim record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} claim records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reviewed sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reviewed sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} removals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} articles added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conflict to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conflicts to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 highlight not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} highlights not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the changes since the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {0} things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is otherwise afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you and others said differently, and somebody has to settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is here already, just so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What finds no place in the text, and waits for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conflicts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unfinished</name>
    <message>
        <source>No other article is left to be finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
