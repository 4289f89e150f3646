"""What stands around a cue: its verb group, what closes it, quotations and commas before it."""

from __future__ import annotations

from rashomon.statements import clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import Cue
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_RELATIVES = ("what", "which", "whom", "where")
_NOT_SAID = frozenset(("say", "confirm", "claim", "state", "agree", "acknowledge", "admit"))


def final(document: Document, last: int) -> int:
    """The end of a sentence without its stop."""
    while last > 0 and document.words[last - 1] in ".!?" and document.outside(last - 1):
        last -= 1
    return last


def base_ok(document: Document, head: int, token: int, first: int) -> bool:
    """A base form is a verb after a plural subject, a modal, or "to"."""
    if head < token:
        return any(
            document.lower[at] in AUXILIARIES or document.lower[at] in NEGATIONS
            for at in range(head, token)
        ) or base_ok(document, head, head, first)
    if head == first:
        return False
    previous, word = document.lower[head - 1], document.words[head - 1]
    if previous in (
        "to",
        "they",
        "we",
        "i",
        "you",
        "who",
        "some",
        "many",
        "others",
        "people",
        "critics",
    ):
        return True
    return (
        word[0].isalpha()
        and previous.endswith("s")
        and not previous.endswith("ss")
        and previous not in DETERMINERS
    )


def is_verb(document: Document, token: int, end: int, first: int) -> bool:
    """Whether "report", "claims", "calls" stands as a verb, by its neighbours."""
    if token == first:
        return False
    previous, word = document.lower[token - 1], document.words[token - 1]
    following = document.lower[end] if end < document.size else ""
    if previous in DETERMINERS or previous in PREPOSITIONS or word in ("'s", "’s", "'", "’"):
        return previous in (
            "others",
            "some",
            "many",
            "all",
            "both",
            "few",
            "most",
        ) and following in ("that", "the")
    if previous in PRONOUNS:
        return True
    opens = following in (
        "that",
        "the",
        "it",
        "he",
        "she",
        "they",
        "his",
        "her",
        "its",
        "their",
        "a",
        "an",
        "him",
        "them",
        "how",
        "whether",
        "what",
        "for",
        "on",
        "to",
        "as",
    ) or (end < document.size and (document.is_mark[end] or document.words[end][0].isupper()))
    if document.lower[token].endswith("s"):
        return opens and (word[0].isupper() or not previous.endswith("s") or word == ",")
    return opens and (previous.endswith("s") or word == ",")


def floor(document: Document, head: int, first: int) -> int:
    """Sources do not reach back over a quotation."""
    return max(first, document.after_quotations(first, head))


def quoted_before(document: Document, token: int) -> int:
    """The number of the quotation that ends right before `token` in its paragraph, or -1."""
    first = document.paragraphs[document.paragraph[token]][0]
    at = token - 1
    if at > first and document.words[at] in (",", "-", "–", "—"):
        at -= 1
    if at > first and document.is_mark[at]:
        return document.region[at - 1]
    return -1


def comma_before(document: Document, token: int, first: int) -> int | None:
    at = token - 1
    if at > first and document.words[at] in (",", "–", "—", "-"):
        return at
    if at > first and document.is_mark[at]:
        return token
    return None


def closes(document: Document, end: int, final: int) -> bool:
    """Whether nothing but a time, a place or a gloss follows the cue."""
    at = clauses.skip_time(document, end, final)
    if at >= final:
        return True
    return (
        document.words[at] in ",;:.–—("
        or document.lower[at] in PREPOSITIONS
        or document.lower[at]
        in (
            "when",
            "while",
            "as",
            "and",
            "because",
            "reporters",
            "journalists",
            "him",
            "her",
            "them",
            "cnn",
            "bbc",
        )
        or document.lower[at] in TIMES
        or document.is_mark[at]
        or document.words[at][0].isupper()
    )


def before_time(document: Document, head: int, floor: int) -> int:
    """Past a time between source and verb: "The court on Wednesday observed"."""
    at = head
    while at - 1 > floor and document.lower[at - 1] in TIMES and document.lower[at - 1] != "may":
        at -= 1
    if at == head:
        return head
    if at - 1 > floor and document.lower[at - 1] in ("on", "in", "at", "late", "early"):
        at -= 1
    return at


def as_before(document: Document, token: int, first: int) -> bool:
    """Whether "as" opens the sentence, or its last clause, right before `token`."""
    return token > first and document.lower[token - 1] == "as"


def group_start(document: Document, token: int, first: int) -> int:
    """The first token of the verb group that ends with the verb at `token`."""
    start = token
    while start > first:
        lower = document.lower[start - 1]
        if not document.outside(start - 1):
            break
        if (
            lower in ("may", "will")
            and document.words[start - 1][0].isupper()
            and start - 1 > first
            and document.lower[start - 2] not in PREPOSITIONS | TIMES
        ):
            break  # "Theresa May has said"
        if (
            lower in AUXILIARIES
            or lower in ADVERBS
            or lower in NEGATIONS
            or (sources.is_adverb(lower) and document.words[start - 1][0].islower())
        ):
            start -= 1
            continue
        if (
            lower == "to"
            and document.lower[start - 2 : start - 1]
            and document.lower[start - 2]
            in ("going", "continued", "continues", "began", "went", "refused", "had", "used")
        ):
            start -= 2
            continue
        break
    # A possessive is no auxiliary: "Trump 's claim".
    return start


def is_negated(document: Document, head: int, token: int) -> bool:
    """Whether the verb group from `head` to the verb at `token` has a negation."""
    return any(document.lower[at] in NEGATIONS for at in range(head, token))


def regions_of(document: Document, content: list[Range]) -> list[int]:
    """The numbers of the quotations that a content holds, in order."""
    regions: list[int] = []
    for start, end in content:
        for number in document.region[start:end]:
            if number >= 0 and (not regions or regions[-1] != number):
                regions.append(number)
    return regions


def denied(cue: Cue, negated: bool) -> bool:
    """Whether the source does not assert what the content says: "denied", "did not say"."""
    if cue.denied:
        return not negated  # "did not rule out", "did not deny"
    return negated and cue.lemma in _NOT_SAID


def is_aside(document: Document, made: Draft) -> bool:
    """Whether a cue stands in a clause of its own: "what they call", ", and Lind has said"."""
    source = made.source
    if source is None or source[0] < 2 or not document.outside(source[0]):
        return source is not None and source[0] == 1 and document.lower[0] in _RELATIVES
    before = document.lower[source[0] - 1]
    if before in _RELATIVES:
        return True
    return (
        before in ("and", "but", "while", "although", "though")
        and source[0] - 1 > document.sentences[document.sentence[source[0]]][0]
        and made.cue is not None
        and source[1] <= made.cue[0]
        and (document.words[source[0]][0].isupper() or document.lower[source[0]] == "the")
        and document.outside(source[0] - 1)
    )


_PLAIN_TIMES = TIMES - {"may"}
_OPENERS = frozenset(("however", ",", "but", "and", "meanwhile", "later", "still", "yet"))


def _past_comma(document: Document, at: int, final: int) -> int:
    while at < final and document.words[at] != ",":
        at += 1
    return at + 1


def subject(document: Document, first: int, head: int, final: int) -> Range | None:
    """The subject of the sentence: its first noun phrase, past an opening phrase and comma."""
    at = first
    while at + 1 < final and document.lower[at] in _PLAIN_TIMES:
        at += 1  # "Last week the minister ..."
    if document.lower[at] in ("even", "just", "only") and document.lower[at + 1] in PREPOSITIONS:
        at += 1  # "Even after the storm, the keeper ..."
    if document.lower[at] in ("while", "although", "though", "when", "as"):
        at += 1
    elif document.lower[at] in ("around", "about", "over") and document.words[at + 1][:1].isdigit():
        at += 1  # "About 6,000 migrants"
    elif document.words[at + 1 : at + 2] == ["&"]:
        pass  # "AT&T"
    elif document.lower[at] in PREPOSITIONS or document.lower[at].endswith("ing") or head == first:
        at = _past_comma(document, at, final)
    elif at + 1 >= final:
        pass
    elif document.lower[at].endswith("ed") and document.lower[at + 1] in PREPOSITIONS:
        at = _past_comma(document, at, final)  # "Reached for comment, the keeper ..."
    elif sources.is_adverb(document.lower[at]) and document.words[at + 1] == ",":
        at += 2  # "Notably, the keeper ..."
    while at < final and document.lower[at] in _OPENERS:
        at += 1
        led = document.words[at - 1] == "," or document.lower[at - 1] in (
            "but",
            "and",
            "yet",
            "still",
        )
        if at < final and led and document.lower[at] in PREPOSITIONS:
            at = _past_comma(document, at, final)  # "However, in a note to him, the keeper ..."
    if at >= final or not document.outside(at):
        return None
    return sources.after(document, at, final)


def region_start(document: Document, token: int) -> int:
    """For a mark or a token inside a quotation: the quotation's number."""
    if document.region[token] >= 0:
        return document.region[token]
    for step in (1, -1):
        near = token + step
        if 0 <= near < document.size and document.region[near] >= 0:
            return document.region[near]
    return -1
