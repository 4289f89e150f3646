"""What is no statement, whatever the rules or the tagger took it for, and where words are cut.

Rules of English only: who cannot speak, which verbs are deeds, which words are a denial, and which
part of a sentence is the outlet's own.
"""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import AMBIGUOUS, forms
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

# Words that name no one. Alone they are no source, whatever verb follows.
_NO_ONE = frozenset(
    "nobody nothing none noone which what that this these those one you your there here it's only "
    "still rather just even also something anything everything anyone whatever whoever i'd i’d "
    "how when where why whose not perhaps maybe indeed then thus".split()
)
_SOME = frozenset("some many most others few both all several them him her women men".split())
# A source that opens with one of these is a negation, a question or a clause.
_NO_OPENING = frozenset(
    "nobody nothing none no neither which what whose how when where why if because as than "
    "whatever whoever not".split()
)
# After these a noun is the object of its phrase and not the subject: "activity in the capital".
_OBJECT_OF = frozenset("in on at into during over under through across near onto toward".split())
# Words sent to someone are not his: "the email to reporters indicated".
_SENT = frozenset(
    "email emails e-mail letter letters memo note message messages invitation appeal answer reply "
    "response statement speech remarks warning call text filing submission".split()
)
# Participles that describe a source; others in -ed before a preposition are its verb.
_DESCRIBING = frozenset(
    "briefed based involved accused charged detained affiliated associated opposed interviewed "
    "contacted aligned linked convicted injured wounded elected appointed published released "
    "issued conducted commissioned backed funded located assigned tasked trapped displaced gathered "
    "surveyed polled quoted cited united allied limited related".split()
)
# Nouns, adjectives and rarer verbs that the tagger may take for a cue: someone's view, not a deed.
_VIEWS = frozenset(
    "allegation allegations assertion assertions assumption belief beliefs claim claims concern "
    "concerns confidence conviction criticism criticisms disclosure expectation expectations fear "
    "fears hope hopes idea impression insistence notion opinion prediction predictions promise "
    "recognition speculation statement suggestion suggestions suspicion view views warning warnings "
    "worry worries words confident convinced concerned nervous surprised skeptical sceptical "
    "doubtful certain sure unsure supportive critical optimistic pessimistic hopeful willing "
    "reluctant bullish bearish clear obvious unclear reportedly spoke echoed derided railed "
    "bemoaned downplayed pointed challenging".split()
)
# What a claim is called: who rejects or disputes one denies that it is true.
CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations charge charges assertion assertions "
    "account accounts report reports suggestion suggestions rumour rumours rumor rumors denial "
    "story stories version notion characterization characterisation finding findings conclusion "
    "conclusions narrative theory reporting".split()
)
_FALSE = frozenset(
    "false baseless untrue fake fabricated unfounded groundless lies nonsense fiction absurd "
    "ridiculous fabrication propaganda misleading".split()
)
# Denials of truth, and verbs that are one only of a claim.
_DENY = frozenset(("deny", "refute", "rebut", "disavow", "disclaim", "contradict", "repudiate"))
_DENY_CLAIM = frozenset(
    ("reject", "dismiss", "dispute", "brush off", "shrug off", "wave away", "rebuff", "disown")
)
# What is denied to someone is withheld: "denied them entry".
_WITHHELD = frozenset(
    "entry access bail visa visas request requests permission appeal motion asylum petition "
    "application parole care treatment service services citizenship funding benefits".split()
)
_FINDERS = frozenset(
    "poll polls averages average surveys analyses numbers results statistics evidence video it they "
    "emails papers".split()
)
_QUOTED_ONLY = frozenset(("continue", "go on", "begin", "repeat", "read", "answer"))
# Not asked, not argued: nothing was said. ("Did not say when" tells what was left open, and stays.)
_UNSAID = frozenset(("ask", "argue", "request", "demand", "endorse", "mention", "propose", "seek"))
_CONCEDING = frozenset(("though", "although", "whereas"))
_CLAUSE_VERBS = frozenset(
    ("say", "tell", "add", "claim", "announce", "state", "insist", "warn", "argue", "note")
)
_SUBJUNCTIVE = frozenset(
    ("demand", "ask", "insist", "propose", "recommend", "request", "suggest", "urge")
)


def sift(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """The attributions that are statements of someone, their words cut to what he said."""
    drafts = _split(document, drafts, ruled)
    kept: list[Draft] = []
    phrases = {other.cue[1] - 1: other for other in ruled if other.cue is not None}
    for made in drafts:
        rule = phrases.get(made.anchor)
        if rule is not None and rule is not made and not known(document, made):
            # The tagger points at "out" of "did not rule out".
            made.lemma, made.kind, made.cue, made.anchor = (
                rule.lemma,
                rule.kind,
                rule.cue,
                rule.anchor,
            )
        if made.source is not None:
            made.source = source_of(document, _placed(document, made.source, made))
            if made.source is None or not speaks(document, made.source, made):
                continue
        _cut(document, made)
        if not made.content or is_deed(document, made):
            continue
        made.denied = is_denial(document, made)
        kept.append(made)
    return _without_ends(document, kept, ruled)


def source_of(document: Document, source: Range) -> Range | None:
    """A source without a dateline, stray marks, or the predicate that the tagger took with it."""
    start, end = source
    start = max(start, min(document.sentences[document.sentence[end - 1]][0], end - 1))
    while start < end and not document.words[start][0].isalnum():
        start += 1
    if (
        end - start > 1
        and document.lower[start] in ("who", "whom", "which", "what", "that")
        and (document.lower[start + 1] in DETERMINERS or document.words[start + 1][0].isupper())
    ):
        start += 1  # "who the authors said wants"
    while end - 1 > start and document.lower[end - 1] in TIMES - {"may"}:
        end -= 1
    named = _described(document, start)
    if named is not None:
        return named
    for at in range(start + 1, end):
        if clauses.speech_form(document, at, ("past", "s")) and document.words[at - 1][0].isupper():
            end = at
            break
        lower = document.lower[at]
        if (
            lower.endswith("ed")
            and len(lower) > 4
            and document.words[at][0].islower()
            and lower not in _DESCRIBING
            and document.lower[at - 1] not in DETERMINERS
            and at + 1 < end
            and document.lower[at + 1] in PREPOSITIONS
            and "," not in document.words[start:at]
            and "who" not in document.lower[start:at]
        ):
            end = at
            break
    return (start, end) if start < end else None


def _placed(document: Document, source: Range, made: Draft) -> Range:
    """The subject of "In June they called on ..." or ", the firm, which denied"."""
    start, end = source
    first, last = document.sentences[document.sentence[start]]
    if made.cue is None or made.cue[0] < end:
        return source
    lower = document.lower[start]
    if lower in PREPOSITIONS and start == first and made.kind != "P":
        found: Range | None = None
        if any(document.words[at] == "," for at in range(start, made.cue[0])):
            found = around.subject(document, first, last, last)
        elif document.lower[end - 1] in PRONOUNS:
            found = (end - 1, end)
        if found is not None and found[1] <= made.cue[0]:
            return found
    if lower == "which" and end - start == 1 and made.cue[0] == end and start - 1 > first:
        stop = start - 1 if document.words[start - 1] == "," else start
        held = sources.before(document, stop, first)
        if held is not None and (
            document.words[held[1] - 1][0].isupper() or document.lower[held[1] - 1] in BODY_NOUNS
        ):
            return held
    return source


def _described(document: Document, start: int) -> Range | None:
    """The name that a description follows: "Phil Orsk, a reporter at the paper said"."""
    comma = start - 1
    if comma < 2 or document.words[comma] != "," or document.lower[start] not in ("a", "an", "the"):
        return None
    at = comma
    while at > 0 and document.words[at - 1][0].isupper() and document.outside(at - 1):
        at -= 1
    first = document.sentences[document.sentence[start]][0]
    led = at == first or document.is_mark[at - 1] or document.words[at - 1] == ","
    return (at, comma) if led and 2 <= comma - at <= 4 and at >= first else None


def speaks(document: Document, source: Range, made: Draft) -> bool:
    """Whether a noun phrase can be the source of words at all."""
    start, end = source
    lower, words = document.lower, document.words
    if end - start == 1:
        alone = lower[start]
        if alone in _NO_ONE or alone in PREPOSITIONS or alone in CONJUNCTIONS - {"who", "once"}:
            return alone == "one" and made.cue is not None and not _generic(document, made)
        if words[start][0].islower() and (
            alone in ADVERBS or alone.endswith("ing") or (alone.endswith("ly") and len(alone) > 4)
        ):
            return alone in ("both", "all")
        if (
            words[start][0].islower()
            and not alone.endswith("s")
            and alone not in PERSON_NOUNS | BODY_NOUNS | PRONOUNS | _SOME
        ):
            return False  # "the towns we follow have endorsed": a verb or a thing
    if lower[start] in _NO_OPENING:
        return False
    first = document.sentences[document.sentence[start]][0]
    if lower[start] in PREPOSITIONS and (words[start][0].islower() or start == first):
        return False
    if start - 2 >= first and lower[start - 1] == "to" and lower[start - 2] in _SENT:
        return False
    if not any(any(char.isalpha() for char in words[at]) for at in range(start, end)):
        return False
    if any(words[at] in ("|", ":", ";") for at in range(start, end)):
        return False
    return not (
        made.cue is not None
        and made.kind != "P"
        and made.cue[0] >= end
        and words[end] not in ("'s", "’s")
        and start - 2 >= first
        and lower[start - 1] in _OBJECT_OF
        and words[start - 2][0].islower()
        and words[start - 2][0].isalpha()
        and lower[start - 2]
        not in PERSON_NOUNS | BODY_NOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
        and lower[end - 1] not in PERSON_NOUNS
    )


def _generic(document: Document, made: Draft) -> bool:
    """ "one" that means anybody: in a modal group ("one might say") or before "will"."""
    assert made.cue is not None
    return any(
        document.lower[at] in ("can", "could", "may", "might", "must", "should", "would", "will")
        for at in range(*made.cue)
    )


def is_deed(document: Document, made: Draft) -> bool:
    """Whether a verb tells of something done, or of nothing that was said."""
    lower = document.lower
    start = made.content[0][0]
    if all(
        not document.words[at][0].isalnum()
        or (lower[at] in CLAUSE_STARTERS | CONJUNCTIONS | {"nothing", "so", "it"})
        for part in made.content
        for at in range(*part)
    ):
        return True
    if made.cue is None:
        return False
    quoted = bool(made.regions)
    if not known(document, made):
        return not quoted and made.lemma not in _VIEWS
    if made.source is None and not quoted and made.kind != "P":
        return True
    if made.kind == "P":
        return False
    if quoted and lower[made.cue[0]] == ":":
        return not document.is_mark[start - 1]
    if not quoted and _unspoken(document, made):
        return True
    if (
        lower[made.cue[1] - 1] == "to"
        and made.lemma == "refer to"
        and "referring" in lower[made.cue[0] : made.cue[1]]
    ):
        return True
    if made.lemma in _QUOTED_ONLY and not quoted and not made.plain:
        return lower[start - 1] != "that"
    if (
        made.lemma in _UNSAID
        and not quoted
        and around.is_negated(document, made.cue[0], made.anchor)
    ):
        return True
    if made.lemma == "agree" and not quoted:
        return lower[start] == "to" or lower[start - 1] in ("in", "on", "to", "with")
    if made.lemma == "dispute" and not quoted:
        return not _claim(document, made) and lower[start] not in CLAUSE_STARTERS
    if made.lemma == "question" and not quoted and made.anchor >= 0:
        group = lower[made.cue[0] : made.anchor]
        return lower[made.anchor] == "questioning" and any(word in BE for word in group)
    if made.lemma in ("show", "prove", "demonstrate"):
        return lower[start] in ("up", "off", "them", "him", "her")
    return False


def _unspoken(document: Document, made: Draft) -> bool:
    """A cue that is a noun, passive, a purpose or a mere possibility: no words were said."""
    assert made.cue is not None
    lower, anchor = document.lower, made.anchor if made.anchor >= 0 else made.cue[0]
    start, end = made.content[0]
    group = lower[made.cue[0] : anchor]
    before = lower[made.cue[0] - 1] if made.cue[0] else ""
    source = made.source
    if any(
        document.lower[at] in ("may", "might", "could", "can") and document.words[at][0].islower()
        for at in range(made.cue[0], anchor)
    ):
        return not any(word in NEGATIONS for word in group)
    if lower[anchor] in AMBIGUOUS and (before in DETERMINERS or before in ("'s", "’s")):
        return not made.plain and before not in ("all", "both", "many", "some", "most", "others")
    if before == "that" and source is not None and source[1] != made.cue[0] - 1:
        return source[1] < made.cue[0] - 1  # "a dissent that argued": not the one before it
    if before in ("when", "if", "once") and (source is None or source[1] < made.cue[0] - 1):
        return True
    if (
        group
        and group[-1] in BE - {"'s", "’s"}
        and lower[anchor].endswith("ed")
        and made.kind == "S"
        and source is not None
        and source[1] <= made.cue[0]
    ):
        return True  # "might be called on"
    if lower[start] == "nothing":
        return True
    if made.lemma == "order":
        return "to" not in lower[start:end] and not made.plain
    if made.lemma == "offer":
        return lower[start] != "to"
    if made.lemma == "seek":
        return lower[start] in ("out", "to")
    if made.lemma in ("add", "write") and not made.plain:
        comma = next((at for at in range(start, end) if document.words[at] == ","), end)
        return start >= made.cue[1] and not clauses.sure_verb(document, start, comma)
    if made.lemma in ("show", "demonstrate", "prove"):
        head = source[1] - 1 if source is not None else start
        sure = made.plain or lower[start] in CLAUSE_STARTERS or lower[start - 1] == "that"
        sure = sure or document.words[head][0].isupper() or lower[head] in BODY_NOUNS | _FINDERS
        return not sure and not clauses.sure_verb(document, start, end)
    return False


def known(document: Document, made: Draft) -> bool:
    """Whether the cue is one of the lexicon's."""
    at = made.anchor
    if at < 0:
        return True
    return any(
        tuple(document.lower[at + 1 : at + 1 + len(cue.rest)]) == cue.rest
        for cue in forms().get(document.lower[at], ())
    )


def _claim(document: Document, made: Draft) -> bool:
    """Whether what is rejected is a claim: its noun stands early in the content."""
    start, end = made.content[0]
    for at in range(start, min(end, start + 8)):
        if document.lower[at] in CLAIMS:
            return True
        if document.words[at] == "," or (at > start and document.lower[at] in ("of", "by", "to")):
            return False
    return False


def is_denial(document: Document, made: Draft) -> bool:
    """Whether the source says that the content is not true, in a group that is not negated."""
    if made.cue is None or made.lemma not in _DENY | _DENY_CLAIM:
        return False
    if around.is_negated(document, made.cue[0], made.anchor):
        return False
    words = {document.lower[at] for part in made.content for at in range(*part)}
    if made.lemma == "deny":
        start, end = made.content[0]
        return not any(document.lower[at] in _WITHHELD for at in range(start, min(end, start + 4)))
    if made.lemma in _DENY:
        return True
    return _claim(document, made) or ("as" in words and bool(words & _FALSE))


def _cut(document: Document, made: Draft) -> None:
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
        start = _past_relative(document, made, start, end)
        if start < 0:
            continue
        end = _before_main(document, made, start, end)
        end = _to_the_verb(document, made, start, end)
        for at in range(start + 3, end - 2):
            if (
                document.lower[at + 1] in _CONCEDING
                and document.outside(at + 1)
                and (document.words[at] == "," or document.is_mark[at])
                and at > made.cue[1]
            ):
                end = at + 1 if document.is_mark[at] else at
                break
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
            lower[start] in COMMON_VERBS | AUXILIARIES
            or (lower[start].endswith("ed") and lower[start + 1 : start + 2] != ["and"])
        )
    ):
        return start
    for at in range(start + 1, end - 2):
        if lower[at] == "that" and document.outside(at):
            return at + 1
    return -1


def _before_main(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of "While X refused to say why, the mayor ...": the main clause is not X's."""
    source = made.source
    if source is None or made.cue is None or start < made.cue[1] or source[0] == 0:
        return end
    before = document.lower[source[0] - 1]
    twice = document.lower[source[0] - 2] if source[0] > 1 else ""
    if before not in ("while", "though", "although", "if", "since", "with") and twice != "with":
        return end
    for at in range(start + 1, end - 3):
        after = document.lower[at + 1]
        if (
            document.words[at] == ","
            and document.outside(at)
            and (after in DETERMINERS | PRONOUNS or document.words[at + 1][0].isupper())
            and clauses.sure_verb(document, at + 1, _next_comma(document, at + 1, end))
        ):
            return at
    return end


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


def _split(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """ "rejected the report and accused the port of ..." is two statements of one source."""
    anchors = {made.anchor for made in drafts}
    by_sentence: dict[int, list[Draft]] = {}
    for other in ruled:
        if other.cue is not None and other.kind != "P" and other.source is not None:
            by_sentence.setdefault(document.sentence[other.cue[0]], []).append(other)
    added: list[Draft] = []
    for made in drafts:
        if made.cue is None or made.source is None or made.kind == "P":
            continue
        for other in by_sentence.get(document.sentence[made.cue[0]], ())[:12]:
            if other.cue is None or other.cue[0] <= made.cue[1] or other.source != made.source:
                continue
            joint = other.cue[0] - 1
            if document.lower[joint] not in ("and", "but") or not document.outside(joint):
                continue
            start, end = made.content[-1]
            if start < joint < end and other.cue[1] <= end:
                span = document.trim((start, joint))
                if span is not None:
                    made.content[-1] = span
                    made.regions = around.regions_of(document, made.content)
                    if other.anchor not in anchors:
                        anchors.add(other.anchor)
                        added.append(other)
    return drafts + added


def _without_ends(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """Cuts ", the deputy minister has said" off the content of another verb before it."""
    by_sentence: dict[int, list[Draft]] = {}
    for other in ruled:
        if other.cue is not None and other.source is not None and other.kind == "S":
            by_sentence.setdefault(document.sentence[other.cue[0]], []).append(other)
    kept: list[Draft] = []
    for made in drafts:
        start, end = made.content[-1]
        for other in by_sentence.get(document.sentence[end - 1], ())[:12]:
            if other.source is None or other.cue is None or other.anchor == made.anchor:
                continue
            head = min(other.source[0], other.cue[0])
            if (
                start + 1 < head < end
                and document.words[head - 1] == ","
                and max(other.cue[1], other.source[1]) >= end - 1
                and other.content[0][0] < head
                and document.outside(head)
            ):
                end = head - 1
        span = document.trim((start, end))
        if span is None:
            continue
        made.content[-1] = span
        kept.append(made)
    return _unordered(document, kept)


def _unordered(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without deeds inside a denial: "denied that he had ordered the ships to leave"."""
    denials = [made for made in drafts if made.denied]
    if not denials:
        return drafts
    return [
        made
        for made in drafts
        if made.cue is None
        or made.lemma not in ("order", "command", "instruct", "decide", "agree", "offer", "promise")
        or not any(
            start <= made.cue[0] < end
            for other in denials
            if other is not made
            for start, end in other.content
        )
    ]
