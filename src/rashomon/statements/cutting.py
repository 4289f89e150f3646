"""Cuts from a content what is the outlet's own: narrative, concessions, other clauses and lines."""

from __future__ import annotations

from rashomon.statements import around, clauses, misread, resumed, tails
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.traits import agent
from rashomon.statements.words import (
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_CONCEDING = frozenset(("though", "although", "whereas"))
_CLAUSE_VERBS = frozenset(
    ("say", "tell", "add", "claim", "announce", "state", "insist", "warn", "argue", "note")
)
_SUBJUNCTIVE = frozenset(
    ("demand", "ask", "insist", "propose", "recommend", "request", "suggest", "urge")
)


def cut(document: Document, made: Draft) -> None:
    """Leaves out of the content what is the outlet's: narrative, concessions, other lines."""
    if made.cue is None:
        return
    home = document.sentence[made.anchor if made.anchor >= 0 else made.cue[0]]
    line = document.paragraph[made.cue[0]]
    parts: list[Range] = []
    for start, end in made.content:
        if document.region[start] < 0:
            # A headline above, or narrative of the next line.
            while start < end and document.paragraph[start] < line and document.region[start] < 0:
                start += 1
            if document.paragraph[end - 1] > line:
                at = start
                while at < end and (document.paragraph[at] <= line or document.region[at] >= 0):
                    at += 1
                end = at
            if start >= end:
                continue
        first = document.sentences[document.sentence[start]][0]
        if document.sentence[start] != home and len(made.content) > 1:
            led = sum(
                document.outside(at) and document.words[at][0].isalpha()
                for at in range(first, start)
            )
            if led >= 2 or document.region[start] < 0:
                continue
        previous = document.lower[start - 1] if start else ""
        if (
            made.lemma in _CLAUSE_VERBS
            and start > made.anchor
            and previous in ("during", "at", "in", "on", "after", "before")
            and document.lower[start] in DETERMINERS
        ):
            inner = next((at for at in range(start, end) if document.lower[at] == "that"), None)
            if inner is None or inner + 2 >= end:
                continue
            start = inner + 1
        told = made.kind != "P" and 0 <= made.anchor < start - 1
        place = document.lower[made.anchor + 1] if told else ""
        if place in ("at", "in", "on", "during", "to") and document.region[start] < 0:
            early = document.lower[start : min(start + 5, end - 2)]
            if "that" in early and document.words[start][0].islower():
                start += early.index("that") + 1  # "admitted at the hearing that ..."
        start = _past_relative(document, made, start, end)
        if start < 0 or _is_circumstance(document, made, start, end):
            continue
        start = _past_hearer(document, made, start, end)
        start = _past_apposition(document, made, start, end)
        end = _before_comment(document, made, start, end)
        start = tails.start_of(document, made, start, end)
        end = tails.end_of(document, made, start, end)
        end = resumed.end_of(document, made, start, end)
        end = misread.finite_end(document, made, start, end)
        end = _before_main(document, made, start, end)
        end = _to_the_verb(document, made, start, end)
        end = _before_concession(document, made, start, end)
        if (
            made.lemma in _SUBJUNCTIVE
            and start > made.anchor
            and previous == "that"
            and _bare_be(document, start)
        ):
            start -= 1
        span = document.trim((start, end))
        if span is not None:
            parts.append(span)
    if made.source is not None:
        parts = [part for part in (_without(document, part, made) for part in parts) if part]
    made.content = parts
    made.regions = around.regions_of(document, parts)


def _before_concession(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words before ", although ..."."""
    assert made.cue is not None
    if _CONCEDING.isdisjoint(document.lower[start + 4 : end - 1]):
        return end
    for at in range(start + 3, end - 2):
        if (
            document.lower[at + 1] in _CONCEDING
            and document.outside(at + 1)
            and (document.words[at] == "," or document.is_mark[at])
            and at > made.cue[1]
        ):
            return at + 1 if document.is_mark[at] else at
    return end


def _without(document: Document, part: Range, made: Draft) -> Range | None:
    """A part of the content without the attribution that stands at its end or fills it."""
    assert made.source is not None
    start, end = part
    source = made.source
    if start <= source[0] and source[1] <= end:
        after = sum(document.words[at][0].isalnum() for at in range(source[1], end))
        if after <= 1 or source[0] == start:
            return document.trim((start, source[0]))
    if source[0] <= start and end <= source[1]:
        return None
    return part


_OF_PAPERS = frozenset("read contain include".split())


def _past_relative(document: Document, made: Draft, start: int, end: int) -> int:
    """Past "a tweet that surprised many that ..."; -1 where only the relative clause is left."""
    lower = document.lower
    if (
        start <= made.anchor
        or start - 2 <= made.anchor
        or lower[start - 1] != "that"
        or document.region[start] >= 0
        or lower[start - 2] in TIMES | {"reporters", "journalists", "lawmakers"}
        or not (
            lower[start] in COMMON_VERBS | AUXILIARIES | _OF_PAPERS
            or (lower[start].endswith("ed") and lower[start + 1 : start + 2] != ["and"])
        )
    ):
        return start
    for at in range(start + 1, end - 2):
        if lower[at] == "that" and document.outside(at):
            return at + 1
    return -1


def _is_circumstance(document: Document, made: Draft, start: int, end: int) -> bool:
    """Of several parts the one that tells where or how it was said: on "The Morning Show"."""
    if made.cue is None or len(made.content) < 2 or start < made.cue[1]:
        return False
    if document.sentence[start] != document.sentence[made.cue[0]]:
        return False
    before = start - 2 if document.is_mark[start - 1] else start - 1
    if made.kind == "P":
        # "according to Bo Lind, the village lawyer"
        return document.lower[start] in ("a", "an", "the", "who") and not clauses.sure_verb(
            document, start, end
        )
    spoken = document.words[end - 1][-1] in ".!?" or document.words[start - 2] == ","
    return (
        document.lower[before] in PREPOSITIONS - {"that"}
        and before >= made.cue[1] - 1
        and not (document.is_mark[start - 1] and spoken and end - start > 7)
    ) or (document.lower[start].endswith("ing") and document.region[start] < 0)


_HEARERS = frozenset("him her them me us you reporters journalists lawmakers supporters".split())


def _past_hearer(document: Document, made: Draft, start: int, end: int) -> int:
    """Past "them" in "telling them the road was closed"."""
    if start <= made.anchor or start + 3 > end:
        return start
    if document.region[start] >= 0 or made.lemma not in _TELLING:
        return start
    if made.lemma != "tell" and not _is_hearer(document, start, end):
        return start
    following = document.lower[start + 1]
    if following == "that":
        return start + 2
    if document.lower[start - 1] == "that":
        return start  # "told Lind that baking the loaf is work"
    if (
        document.is_mark[start + 1] and made.lemma == "tell"
    ) or following in DETERMINERS | PRONOUNS | {"there"}:
        return start + 1
    if made.lemma in ("tell", "inform", "assure", "remind", "warn"):
        for at in range(start + 1, min(start + 6, end - 2)):
            if document.lower[at] in ("he", "she", "they", "it", "there", "we"):
                return at if document.words[at - 1] != "," else start
            if not document.outside(at) or document.words[at] in (",", ";"):
                break
            if document.lower[at] in AUXILIARIES | COMMON_VERBS | {"to", "who", "about", "of"}:
                break
    for at in range(start + 1, min(start + 16, end - 2)):
        if document.lower[at] == "that" and document.outside(at):
            return start if clauses.sure_verb(document, start, at) else at + 1
        if document.lower[at] == "to":
            break
    return start


_NUMBERS = frozenset("two three four five several many dozens hundreds thousands".split())


def _is_hearer(document: Document, start: int, end: int) -> bool:
    """Whether people stand first: "promised councillors that", and not "promised a road that"."""
    if document.lower[start] in _HEARERS or document.words[start][0].isupper():
        return True
    for at in range(start, min(start + 4, end)):
        noun = document.lower[at]
        if noun in PERSON_NOUNS | _NUMBERS or agent(noun.removesuffix("s")):
            return True
        if noun in PREPOSITIONS or noun == "that":
            break
    return False


_TELLING = frozenset("tell warn remind assure reassure inform notify promise advise".split())


def _past_apposition(document: Document, made: Draft, start: int, end: int) -> int:
    """Past the description in "According to Bo Lind, a lawyer at the port, the road is closed"."""
    if made.kind != "P" or made.source is None or start != made.source[1] + 1:
        return start
    if document.lower[start] not in ("a", "an", "the", "one", "who", "whose", "which"):
        return start
    for at in range(start + 1, min(end - 3, start + 25)):
        if document.words[at] == "," and document.outside(at):
            led = document.lower[start] in ("who", "whose", "which")
            plain = not clauses.sure_verb(document, start, at)
            return at + 1 if led or plain else start
    return start


def _before_comment(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words before ", which ..." right after a quotation: the outlet's comment."""
    if start <= made.anchor:
        return end
    for which in document.places("which", start + 4, end):
        at = which - 2
        if document.is_mark[at] and document.region[at - 1] >= 0 and document.words[at + 1] == ",":
            return at + 1
    return end


_SUBORDINATE = frozenset("while though although if since with".split())


def _before_main(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of "While X refused to say why, the mayor ...": the main clause is not X's."""
    source = made.source
    if source is None or made.cue is None or start < made.cue[1]:
        return end
    if made.cue[0] == document.sentences[document.sentence[made.cue[0]]][0]:
        if document.lower[made.anchor].endswith("ing"):  # "Noting that it was shut, she left"
            return resumed.before_main(document, start, end)
        return end
    if source[0] == 0:
        return end
    before = document.lower[source[0] - 1]
    twice = document.lower[source[0] - 2] if source[0] > 1 else ""
    opens = source[0] - 1 <= document.sentences[document.sentence[source[0]]][0] + 1 or twice == ","
    if twice != "with" and not (
        before in _SUBORDINATE or (before in ("when", "because", "after", "once", "as") and opens)
    ):
        return end
    for at in range(start + 1, end - 3):
        after = document.lower[at + 1]
        if (
            (
                (document.words[at] == "," and document.outside(at))
                or (document.is_mark[at] and document.words[at - 1][-1] == ",")
            )
            and (after in DETERMINERS | PRONOUNS or document.words[at + 1][0].isupper())
            and (
                after in PRONOUNS
                or clauses.sure_verb(document, at + 1, _next_comma(document, at + 1, end))
                or _named_and_verb(document, at + 1, end)
            )
        ):
            return at
    return resumed.before_main(document, start, end) if before in ("as", "while") else end


def _named_and_verb(document: Document, start: int, end: int) -> bool:
    """ "Mayor Ana Brill identified", "Brill responded": a name, and a past right after it."""
    at = start
    while at < end and document.words[at][0].isupper() and at < start + 6:
        at += 1
    return start < at < end and document.lower[at].endswith("ed")


def _next_comma(document: Document, start: int, end: int) -> int:
    return next((at for at in range(start, end) if document.words[at] == ","), end)


def _to_the_verb(document: Document, made: Draft, start: int, end: int) -> int:
    """On to the verb where a quoted subject was taken for the whole."""
    if end + 1 >= document.size or document.region[start] >= 0 or document.region[end - 1] < 0:
        return end
    after = end + 1 if document.is_mark[end] else end
    sentence = document.sentence[end - 1]
    if (
        after < document.size
        and made.cue is not None
        and start > made.cue[0]
        and document.sentence[after] == sentence
        and document.lower[after] in BE | {"has", "had", "will", "would", "could", "should"}
    ):
        last = around.final(document, document.sentences[sentence][1])
        return clauses.end_of(document, start, last)
    return end


def _bare_be(document: Document, start: int) -> bool:
    """Whether a clause has a bare "be": "that the men be released"."""
    for at in range(start + 1, min(start + 8, document.size)):
        if document.lower[at] in AUXILIARIES or document.lower[at] == "to":
            return document.lower[at] == "be"
    return False
