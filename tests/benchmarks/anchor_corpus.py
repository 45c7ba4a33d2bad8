"""A text, a revision of it, and where each highlight belongs afterwards, all from one seed.

Every word has an identity that its edits leave to it, so where a highlight belongs is what its
own words say: from the first of them that is left to the last. Nothing is guessed from letters.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from annotator.core.anchor_values import Quotation
from annotator.core.span import Span

NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Kyiv", "Warsaw", "Cairo", "Quito", "Hanoi", "Lagos")
FORMULA = "Officials did not reply to a request for comment."
# How often each kind of edit comes, of a hundred.
EDITS = {
    "replace a word": 30,
    "change a number": 14,
    "insert a sentence": 14,
    "delete a sentence": 12,
    "cut a sentence short": 3,
    "negate": 3,
    "move a paragraph": 4,
    "swap two sentences": 4,
    "split or merge paragraphs": 4,
    "plant a look-alike": 8,
    "plant a twin": 4,
}


@dataclass
class Word:
    """A word and its identity, which is its own for ever."""

    id: int
    text: str


Sentence = list[Word]


@dataclass
class Story:
    """Paragraphs of sentences, and what was done to them."""

    chance: random.Random
    ids: count = field(default_factory=count)
    paragraphs: list[list[Sentence]] = field(default_factory=list)
    vocabulary: list[str] = field(default_factory=list)

    def sentence(self) -> Sentence:
        """Return a new sentence: of a pattern, a formula, or words as frequent as in prose."""
        kind = self.chance.random()
        if kind < 0.02:
            words = FORMULA.split()
        elif kind < 0.15:
            one, other = self.chance.sample(NAMES, 2)
            words = f"The {one} office said {self.number()} people left {other} on Monday.".split()
        else:
            words = [self.word() for _ in range(self.chance.randrange(5, 26))]
            words[0] = words[0].title()
            if self.chance.random() < 0.4:
                words[self.chance.randrange(1, len(words))] = self.number()
            words[-1] += "."
        return self.words(words)

    def words(self, texts: list[str]) -> Sentence:
        """Return words that were not there before."""
        return [Word(next(self.ids), text) for text in texts]

    def word(self) -> str:
        """Return a word; the first of the vocabulary are by far the most frequent."""
        return self.vocabulary[int(len(self.vocabulary) ** self.chance.random()) - 1]

    def number(self) -> str:
        """Return a number."""
        return str(self.chance.randrange(2, 2000))

    def any_sentence(self) -> tuple[list[Sentence], int]:
        """Return a paragraph and the number of a sentence in it."""
        paragraph = self.chance.choice([one for one in self.paragraphs if one])
        return paragraph, self.chance.randrange(len(paragraph))

    def rendered(self) -> tuple[str, dict[int, Span]]:
        """Return the text, and where each word stands."""
        parts, places, at = [], {}, 0
        for paragraph in self.paragraphs:
            for number, sentence in enumerate(paragraph):
                for rank, word in enumerate(sentence):
                    if number or rank:
                        parts.append(" ")
                        at += 1
                    places[word.id] = Span(at, at + len(word.text))
                    parts.append(word.text)
                    at += len(word.text)
            parts.append("\n\n")
            at += 2
        return "".join(parts), places


@dataclass(frozen=True)
class Revision:
    """Both texts, the highlights, where each belongs (None where it is gone), and the edits."""

    old: str
    new: str
    quotations: list[Quotation]
    truth: list[Span | None]
    edits: Counter[str]


def story(seed: int, characters: int) -> Story:
    """Return a story of about so many characters."""
    chance = random.Random(seed)
    letters = "etaoinshrdlucmfwypvbgk"
    vocabulary = ["".join(chance.choices(letters, k=chance.randrange(2, 10))) for _ in range(4000)]
    made = Story(chance, vocabulary=vocabulary)
    length = 0
    while length < characters:
        paragraph = [made.sentence() for _ in range(chance.randrange(1, 8))]
        length += sum(len(word.text) + 1 for one in paragraph for word in one) + 1
        made.paragraphs.append(paragraph)
    return made


def revision(seed: int, *, characters: int = 200_000, highlights: int = 1000, edits: int = 500):
    """Return a story and its revision, with highlights."""
    made = story(seed, characters)
    old, places = made.rendered()
    marked = [marks(made) for _ in range(highlights)]
    spans = [Span(places[ids[0]].start, places[ids[-1]].end) for ids in marked]
    kinds = made.chance.choices(list(EDITS), list(EDITS.values()), k=edits)
    # What is planted, is planted last: a twin is one of a sentence that is still there.
    kinds.sort(key=lambda kind: kind.startswith("plant"))
    for kind in kinds:
        ACTIONS[kind](made)
    new, places = made.rendered()
    truth = []
    for ids in marked:
        left = [places[one] for one in ids if one in places]
        truth.append(Span(min(left).start, max(left).end) if left else None)
    quotations = [Quotation.of(key, (span,), old) for key, span in enumerate(spans)]
    return Revision(old, new, quotations, truth, Counter(kinds))


def marks(made: Story) -> list[int]:
    """Return the words of a highlight: a sentence mostly, some words, or two sentences."""
    paragraph, number = made.any_sentence()
    ids = [word.id for word in paragraph[number]]
    kind = made.chance.random()
    if kind < 0.6 or len(ids) < 4:
        return ids
    if kind < 0.7 and number + 1 < len(paragraph):
        return ids + [word.id for word in paragraph[number + 1]]
    size = made.chance.choice([1, 3, 5, 8])
    start = made.chance.randrange(max(1, len(ids) - size))
    return ids[start : start + size]


def replace_word(made: Story) -> None:
    """Put another word for one."""
    paragraph, number = made.any_sentence()
    made.chance.choice(paragraph[number]).text = made.word()


def change_number(made: Story) -> None:
    """Put another number for one."""
    for _ in range(100):
        paragraph, number = made.any_sentence()
        numbers = [word for word in paragraph[number] if word.text.isdigit()]
        if numbers:
            made.chance.choice(numbers).text = made.number()
            return


def insert_sentence(made: Story) -> None:
    """Add a sentence."""
    paragraph, number = made.any_sentence()
    paragraph.insert(made.chance.randrange(number, len(paragraph) + 1), made.sentence())


def delete_sentence(made: Story) -> None:
    """Take a sentence out."""
    paragraph, number = made.any_sentence()
    del paragraph[number]
    if not paragraph:
        made.paragraphs.remove(paragraph)


def cut_short(made: Story) -> None:
    """Take the last third of a sentence out."""
    paragraph, number = made.any_sentence()
    sentence = paragraph[number]
    del sentence[max(1, 2 * len(sentence) // 3) :]


def negate(made: Story) -> None:
    """Put a “not” in."""
    paragraph, number = made.any_sentence()
    sentence = paragraph[number]
    if len(sentence) > 1:
        sentence.insert(made.chance.randrange(1, len(sentence)), *made.words(["not"]))


def move_paragraph(made: Story) -> None:
    """Put a paragraph elsewhere."""
    paragraph = made.paragraphs.pop(made.chance.randrange(len(made.paragraphs)))
    made.paragraphs.insert(made.chance.randrange(len(made.paragraphs) + 1), paragraph)


def swap_sentences(made: Story) -> None:
    """Let two neighbors change places."""
    for _ in range(100):
        paragraph, number = made.any_sentence()
        if number + 1 < len(paragraph):
            paragraph[number : number + 2] = reversed(paragraph[number : number + 2])
            return


def split_or_merge(made: Story) -> None:
    """Break a paragraph in two, or join it with the next."""
    number = made.chance.randrange(len(made.paragraphs) - 1)
    paragraph = made.paragraphs[number]
    if made.chance.random() < 0.5 and len(paragraph) > 1:
        made.paragraphs.insert(number + 1, paragraph[len(paragraph) // 2 :])
        del paragraph[len(paragraph) // 2 :]
    else:
        paragraph += made.paragraphs.pop(number + 1)


def plant_look_alike(made: Story) -> None:
    """Put a sentence in that differs from another one, somewhere else, by a word or number."""
    paragraph, number = made.any_sentence()
    copy = made.words([word.text for word in paragraph[number]])
    other = made.chance.choice(copy)
    other.text = made.number() if other.text.isdigit() else made.word()
    put_apart(made, paragraph, copy)


def plant_twin(made: Story) -> None:
    """Put a sentence in that is the same as another one somewhere else."""
    paragraph, number = made.any_sentence()
    put_apart(made, paragraph, made.words([word.text for word in paragraph[number]]))


def put_apart(made: Story, paragraph: list[Sentence], sentence: Sentence) -> None:
    """Put a sentence into another paragraph than this."""
    others = [one for one in made.paragraphs if one is not paragraph]
    other = made.chance.choice(others)
    other.insert(made.chance.randrange(len(other) + 1), sentence)


ACTIONS = {
    "replace a word": replace_word,
    "change a number": change_number,
    "insert a sentence": insert_sentence,
    "delete a sentence": delete_sentence,
    "cut a sentence short": cut_short,
    "negate": negate,
    "move a paragraph": move_paragraph,
    "swap two sentences": swap_sentences,
    "split or merge paragraphs": split_or_merge,
    "plant a look-alike": plant_look_alike,
    "plant a twin": plant_twin,
}
