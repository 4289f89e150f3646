"""Which of an article's people a surname alone stands for."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.statements.document import Document, Range
from rashomon.statements.given import FEMALE_NAMES, MALE_NAMES
from rashomon.statements.words import DAYS

# Times that an article has called somebody by the surname alone, from which it is his.
LONG_CALLED = 5
# What follows a surname that opens a sentence and is a word of its own as well.
_AFTER_NAME = frozenset((",", "'s", "’s", "said", "says", "told", "had", "has", "was", "also"))


@dataclass(slots=True)
class Entity:
    """One mention: token range, type, and the key of its referent."""

    span: Range
    type: str
    referent: str


def bare(document: Document, entities: list[Entity]) -> list[Entity]:
    """Surnames that are common words and stand alone, of whom an article names in full: "Hill said"."""
    bearers: dict[str, set[str]] = {}
    known: set[str] = set()
    for entity in entities:
        words = entity.referent.split()
        if entity.span[1] - entity.span[0] == 1:
            known.add(document.words[entity.span[0]])
        elif entity.type == "person" and len(words) == 2 and words[1].istitle():
            bearers.setdefault(words[1], set()).add(entity.referent)
    alone = {
        name: next(iter(full))
        for name, full in bearers.items()
        if len(full) == 1 and name not in known and name.lower() not in DAYS
    }
    if not alone:
        return []
    taken = {at for entity in entities for at in range(*entity.span)}
    found = []
    for at, word in enumerate(document.words):
        if word not in alone or at in taken or not at or at + 1 >= document.size:
            continue
        opens = (
            document.sentences[document.sentence[at]][0] == at
            or not document.words[at - 1][0].isalnum()
        )
        if document.words[at + 1][0].isupper() or document.words[at - 1][0].isupper():
            continue
        if not opens or document.lower[at + 1] in _AFTER_NAME:
            found.append(Entity((at, at + 1), "person", alone[word]))
    return found


def keep_titles(document: Document, entities: list[Entity]) -> None:
    """Takes "Mr Brill" from Ada Brill: he is the other one of that surname, or nobody known."""
    fulls: dict[str, list[str]] = {}
    for entity in entities:
        words = entity.referent.split()
        if (
            entity.type == "person"
            and len(words) > 1
            and entity.referent not in (held := fulls.setdefault(words[-1], []))
        ):
            held.append(entity.referent)
    for entity in entities:
        start, end = entity.span
        words = entity.referent.split()
        if entity.type != "person" or len(words) < 2 or document.words[end - 1] != words[-1]:
            continue
        at = start if end - start == 2 else start - 1 if end - start == 1 else -1
        title = document.lower[at].strip(".") if at >= 0 else ""
        if title not in ("mr", "mrs", "ms") or not _clashes(title, words[0]):
            continue
        others = [name for name in fulls[words[-1]] if not _clashes(title, name.split()[0])]
        entity.referent = others[0] if len(others) == 1 else document.slice((at, end))


def _clashes(title: str, first: str) -> bool:
    """Whether a first name is that of a woman beside "Mr", or that of a man beside "Mrs"."""
    first = first.lower()
    woman, man = first in FEMALE_NAMES, first in MALE_NAMES
    return woman != man and woman == (title == "mr")


def keep(entities: list[Entity]) -> None:
    """Leaves a surname to whom an article has long called by it when a relative comes in."""
    bare: dict[str, dict[str, int]] = {}
    relatives: dict[str, str] = {}
    for entity in sorted(entities, key=lambda entity: entity.span):
        if entity.type != "person":
            continue
        surname = entity.referent.split()[-1]
        used = bare.setdefault(surname, {})
        if entity.span[1] - entity.span[0] > 1:
            others = [name for name, count in used.items() if count >= LONG_CALLED]
            if entity.referent not in used and len(others) == 1:
                relatives.setdefault(entity.referent, others[0])
            continue
        entity.referent = relatives.get(entity.referent, entity.referent)
        used[entity.referent] = used.get(entity.referent, 0) + 1
