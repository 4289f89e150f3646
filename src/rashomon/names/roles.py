"""Titles and descriptions beside a person's name."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.names.settings import MAX_APPOSITION, MAX_ROLE_WORDS
from rashomon.names.tables import tables
from rashomon.names.words import word_before

_AFTER = re.compile(
    r",\s+(?:(?:the|a|an|who is|who was)\s+)?"
    rf"((?:[^,;:.!?\n\"“”()]|(?<=\w)\.(?=\w|\s[a-z])){{3,{MAX_APPOSITION}}})(?=[,;.!?\n]|$)"
)
_OFFICE_OF = re.compile(
    r"(?:^|[\s(])((?:[\w’'.\-]+ ){0,5}?)(\w[\w\-]*) (?:of|for|to)((?: the)?(?: [A-Z][\w.’'\-]*| and| of| for){1,6}) $"
)
_SAID = re.compile(r" (?:said|says|told|added|wrote)\b.*$")
_NO_APPOSITION = frozenset(
    "who said has had was is told and to in he she it they we i whose which where when that but "
    "says according".split()
)
# "Ada Brill, through a spokeswoman," says nothing of Ada Brill.
_NO_OPENING = frozenset(
    "through via with without like unlike including by from at after before during amid along "
    "alongside under over against despite than plus via flanked joined accompanied".split()
)
# Courtesy that says that a person follows, and nothing of what the person does.
_EMPTY = frozenset("mr mrs ms miss mx mme herr frau señor senor señora don madame monsieur".split())


@lru_cache(maxsize=20_000)
def _is_head(word: str) -> bool:
    known = tables()
    return (
        word in known.role_heads
        or word in known.courtesy
        or (word[-1:] == "s" and word[:-1] in known.role_heads)
    )


# Services whose officers are named by them, where the office is in small letters.
_SERVICES = frozenset(
    "coast fire rescue harbour harbor port prison ambulance traffic patrol school hospital transport "
    "water forest lifeboat mountain brigade guard".split()
)

# Offices that are as often an adjective: "Executive Order", "Private Equity".
WEAK = frozenset("executive private major principal chief head model partner".split())


class Beside:
    """What stands beside the names of one text; the words before a name are looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._walked: dict[int, tuple[int, int]] = {}
        self._titles: dict[int, str | None] = {}

    def titled(self, start: int) -> bool:
        """Whether a title or a courtesy stands right before `start`."""
        head = self._walk(start)[1]
        return head < start and self._text[head:start].strip().casefold() not in WEAK

    def before(self, start: int) -> str | None:
        """The title that stands before the name at `start`, or None.

        Walks back over words of offices, their modifiers, countries and bodies; also "secretary of
        state Ann Ode".
        """
        if start not in self._titles:
            begin, head = self._walk(start)
            office = head >= start
            title = _office_of(self._text, start) if office else _title(self._text[begin:start])
            self._titles[start] = title
        return self._titles[start]

    def of(self, start: int, end: int) -> str | None:
        """What stands beside the name: the title before it, else the description after it."""
        return self.before(start) or after(self._text, end)

    def _walk(self, start: int) -> tuple[int, int]:
        if start not in self._walked:
            self._walked[start] = _walk(self._text, start)
        return self._walked[start]


def _title(text: str) -> str | None:
    """A title without the small words that it begins with and the courtesy that it ends with."""
    words = text.split()
    while words and words[0].casefold() in ("and", "of", "for", "the"):
        words.pop(0)
    while words and words[-1].casefold().rstrip(".") in _EMPTY:
        words.pop()
    return " ".join(words) or None


def _walk(text: str, start: int) -> tuple[int, int]:
    """Where the title before `start` begins, and where its last office stands (`start`: none)."""
    known = tables()
    begin = head = at = start
    pure = False
    for _ in range(MAX_ROLE_WORDS):
        stop = at
        while stop > 0 and text[stop - 1] in " \u00a0":
            stop -= 1
        if stop == at or stop == 0:
            break
        written = word_before(text, stop, 28)
        if not written:
            break
        word = written.casefold().strip("'’")
        possessive = word.endswith(("'s", "’s"))
        word = (word[:-2] if possessive else word).rstrip(".")
        at = stop - len(written)
        if head == start:
            if not _is_head(word) or possessive:
                break
            if written.endswith(".") and word not in known.courtesy:
                break  # the end of a sentence
            head = begin = at
            pure = word in _EMPTY
            continue
        if pure or (written.endswith(".") and len(word) > 3):
            break
        if word == "and":
            if not _head_ends(text, at):
                break
            continue
        if (
            word in known.role_heads or word in known.role_modifiers
            or word in known.organisation_heads or (word in _SERVICES and text[head].islower())
            or _capitalised(written, word)
        ):  # fmt: skip
            begin = at
            if possessive:
                begin = _owner(text, at) if written[:1].isupper() else at
                break
            continue
        break
    return begin, head


_OWNER = re.compile(r"(?:\b[A-Z][\w’'-]* ){1,3}$")


def _owner(text: str, at: int) -> int:
    """Where the name begins whose last word, a possessive, stands at `at`: "Harka Union's envoy"."""
    match = _OWNER.search(text, max(0, at - 40), at)
    if match is None:
        return at
    lead = match.group()
    sentence = match.start() == 0 or text[: match.start()].rstrip()[-1:] in '.!?\n"“'
    if sentence or lead.split()[0].casefold() in tables().function_words:
        words = lead.split()
        while words and words[0].casefold() in tables().function_words:
            words.pop(0)
        return at - len(" ".join(words)) - 1 if words else at
    return match.start()


def _head_ends(text: str, stop: int) -> bool:
    """Whether the word that ends before `stop` is an office: "historian and analyst"."""
    word = word_before(text, stop - 1, 27)
    return bool(word) and _is_head(word.casefold())


def _capitalised(written: str, word: str) -> bool:
    """Whether a word before an office belongs to it: "Senate Judiciary Committee chairman"."""
    known = tables()
    bare = re.sub(r"[’']s?$", "", written)
    if bare in known.places or bare in known.organisations or bare in known.adjectives:
        return True
    return (
        written[:1].isupper()
        and word not in known.function_words
        and word not in known.time_words
        and word not in known.starters
        and word not in known.given
    )


def _office_of(text: str, start: int) -> str | None:
    """ "Secretary of State" and the like, right before the name."""
    if text[max(0, start - 1) : start] not in " \u00a0":
        return None
    tail_word = word_before(text, start - 1, 90)
    if not ("A" <= tail_word[:1] <= "Z" or tail_word in ("and", "of", "for")):
        return None  # as `_OFFICE_OF` has it
    window = text[max(0, start - 90) : start]
    window = window[max(window.rfind(". "), window.rfind(", "), window.rfind("\n")) + 1 :]
    match = _OFFICE_OF.search(window)
    if match is None or match.group(2).casefold() not in tables().role_heads:
        return None
    known = tables()
    lead: list[str] = []
    for word in reversed(match.group(1).split()):
        bare = re.sub(r"[’']s$", "", word).casefold()
        if (
            bare in known.role_modifiers
            or bare in known.role_heads
            or word in known.adjectives
            or word in known.places
        ):
            lead.insert(0, word)
        else:
            break
    tail = match.group(3).split()
    while tail and tail[-1] in ("and", "of", "for"):
        tail.pop()
    return " ".join([*lead, match.group(2), "of", *tail]) if tail else None


def after(text: str, end: int) -> str | None:
    """The description that follows the name that ends at `end`, or None."""
    if text[end : end + 1] != ",":
        return None
    match = _AFTER.match(text, end)
    if match is None:
        return None
    known = tables()
    words = match.group(1).split()
    if not words or words[0].casefold().endswith("ing") or words[0].casefold() in _NO_OPENING:
        return None
    for word in words[:7]:
        folded = word.casefold()
        if folded in known.role_heads:
            return _SAID.sub("", " ".join(words))
        if folded in _NO_APPOSITION:
            return None
    return None
