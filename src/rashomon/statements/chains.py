"""By whom a statement was passed on: agency, paper, interviewer, platform, another speaker."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon import outlets
from rashomon.statements import around, media_told, occasions, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import People, is_outlet, is_platform
from rashomon.statements.words import DAYS

Link = tuple[str, Range]
# At most so many attributions of one sentence share a way.
MOST_BESIDE = 12
# How many statements back an interview may reach that is named after its first words.
LOOK_BACK = 12
_PLATFORM_WORDS = frozenset("post channel page account platform message feed".split())
_CITED = frozenset("cited quoted reported carried published".split())
_TALK = frozenset("interview conversation podcast chat".split())
# Words after which somebody may stand who passed on what was said.
_LEADING_ON = (
    _TALK
    | _CITED
    | frozenset("telling told tell tells speaking talking on in via to through".split())
)


# Paragraphs after which an interview that was not named again is over.
LONGEST_REACH = 12
# Paragraphs over which the agency of one sentence is that of the same speaker's quotations.
AGENCY_REACH = 2
# Tokens from the end of a note to the verb that goes on after it.
NEAR_CLOSE = 4


@dataclass(slots=True)
class Passed:
    """A statement's way: `links` outermost first; `lasting` for an interview, `once` for what one
    sentence and the quotations right after it have ("according to the agency Vesna")."""

    links: list[Link]
    lasting: bool = False
    once: bool = False


def of_sentence(document: Document, people: People, made: Draft) -> Passed | None:
    """What the sentence of the cue itself says of the way the words came."""
    if made.cue is None:
        return None
    first, last = occasions.nearby(document, made.cue)
    aside = around.is_aside(document, made) or occasions.of_its_own(document, made)
    if made.source is not None and aside:
        first = max(first, made.source[0])  # another clause of its sentence
    lower = document.lower
    for at in range(first, last):
        word = lower[at]
        if (
            word not in _LEADING_ON
            or not document.outside(at)
            or any(s <= at < e for s, e in made.content)
        ):
            continue
        if (
            word in _TALK
            and at + 2 < last
            and lower[at + 1] in ("with", "to", "on", "for", "published")
        ):
            start = at + 2 + (lower[at + 2] == "by")
            link = named(document, people, start, last)
            if link is not None and (word == "interview" or is_outlet(link[0]) or _in_a(lower, at)):
                return Passed([link], True)
        elif word in ("telling", "told", "tell", "tells") and made.cue[0] <= at < made.cue[1]:
            link = named(document, people, at + 1, last)
            asked = link is not None and _is_interviewer(document, at + 1, link)
            if link is None or not (asked or is_outlet(link[0])):
                link = media_told.medium(document, people, at + 1, last)
            if link is not None:
                return Passed([link], True)
        elif word in ("speaking", "talking") and at + 2 < last and lower[at + 1] in ("to", "with"):
            link = named(document, people, at + 2, last)
            if link is not None and (is_outlet(link[0]) or _is_interviewer(document, at + 2, link)):
                return Passed([link], True)
        elif word in _CITED and at + 2 < last and lower[at + 1] == "by":
            link = named(document, people, at + 2, last)
            if link is not None:
                return Passed([link], once=True)
        elif word in ("on", "in", "via", "to", "through") and at + 1 < last:
            link = _platform(document, at + 1, last)
            if link is None and word == "via":
                link = named(document, people, at + 1, last)
                if link is not None and is_outlet(link[0]):
                    return Passed([link], once=True)  # "Lind said, via the Courier"
                link = None
            if link is not None:
                return Passed([link])
    return None


def _in_a(lower: list[str], at: int) -> bool:
    """Whether words were spoken in a talk: "in a phone conversation with"."""
    return any(lower[back : back + 2] == ["in", "a"] for back in range(max(0, at - 4), at))


# Platforms whose names are words or letters of other things too.
_COMMON_WORDS = frozenset(("x", "line", "medium", "threads"))
_BEFORE_PLATFORM = frozenset(
    "a an the his her its their official social media post video message network platform on own statement posted series of posts personal in to site".split()
)
_MEDIA = frozenset(
    "agency newspaper paper daily channel broadcaster radio outlet website magazine portal media "
    "newswire weekly station".split()
)


def _medium(document: Document, phrase: Range) -> bool:
    """Whether a phrase says of its name that it is a medium: "the news agency Vesna"."""
    return any(document.lower[at] in _MEDIA for at in range(*phrase))


def _is_interviewer(document: Document, start: int, link: Link) -> bool:
    return any(
        document.lower[at]
        in ("journalist", "host", "presenter", "anchor", "correspondent", "interviewer")
        for at in range(start, link[1][0])
    )


def named(document: Document, people: People, start: int, last: int) -> Link | None:
    """The outlet or person that a phrase beginning at `start` names."""
    phrase = sources.after(document, start, last)
    if phrase is None:
        return None
    inside = people.inside(phrase)
    for entity in people.between(*phrase):
        if entity.span[1] > phrase[1] and is_outlet(entity.referent):
            return entity.referent, entity.span  # "USA | TODAY"
    for entity in inside:
        if entity.type != "person" and is_outlet(entity.referent):
            return entity.referent, entity.span
    for entity in reversed(inside):
        if entity.type != "place" or is_outlet(entity.referent):
            return entity.referent, entity.span
    # A name that no one knows as one: the capitals at the end of the phrase.
    end = phrase[1]
    while end > phrase[0] and not document.words[end - 1][0].isupper():
        end -= 1
    begin = end
    while begin > phrase[0] and (
        (document.words[begin - 1][0].isupper() and document.lower[begin - 1] not in ("the", "a"))
        or (
            begin - 1 > phrase[0]
            and document.lower[begin - 1] in ("&", "and")
            and document.words[begin - 2][0].isupper()
        )
    ):
        begin -= 1
    if begin < end and document.lower[begin] not in DAYS:
        return document.slice((begin, end)), (begin, end)
    return None


def _platform(document: Document, start: int, last: int) -> Link | None:
    """ "on X", "in a Telegram post", "on his official Telegram channel", "in a post on Facebook"."""
    lower, words = document.lower, document.words
    at = start
    limit = min(last, start + 6)
    while at < limit:
        for length in (2, 1):
            name = " ".join(lower[at : at + length])
            if at + length > last or not is_platform(name) or not words[at][0].isupper():
                continue
            led = lower[at - 1] in ("on", "to", "platform", "via")
            if led or name not in _COMMON_WORDS:
                return document.slice((at, at + length)), (at, at + length)
        if lower[at] not in _BEFORE_PLATFORM:
            return None
        at += 1
    return None


def attach(
    document: Document, people: People, drafts: list[Draft], ruled: list[Draft]
) -> list[Draft]:
    """Turns "..., according to TASS" beside another cue into that one's way; gives what is left.

    `ruled` are the rules' own readings, whether they are among `drafts` or not.
    """
    turned: set[int] = set()
    added: list[Draft] = []
    accepted, all_ruled = _by_sentence(document, drafts), _by_sentence(document, ruled)
    anchors = {made.anchor for made in drafts}
    for made in ruled:
        if made.kind != "P" or made.source is None or made.cue is None:
            continue
        link = named(document, people, made.source[0], made.source[1])
        link = media_told.of_state(document, made.source, link)
        if link is None or not (is_outlet(link[0]) or _medium(document, made.source)):
            continue
        sentence = document.sentence[made.cue[0]]
        beside = [other for other in accepted.get(sentence, ()) if other.source != made.source]
        if not beside and made.anchor in anchors:
            # "..., X added, according to TASS": X is the speaker, not TASS.
            beside = [
                other
                for other in all_ruled.get(sentence, ())
                if other.kind == "S" and other.source != made.source
            ]
            added.extend(other for other in beside if not other.via)
        for other in beside:
            if not _in_relative(document, made, other):
                other.via.append(link)
            turned.add(made.anchor)
    kept = [made for made in drafts if made.kind != "P" or made.anchor not in turned]
    return sorted(kept + added, key=lambda made: (made.start, made.content[-1][1]))


def _in_relative(document: Document, made: Draft, other: Draft) -> bool:
    """Whether a note tells of a subject: "Lind, who has dozed, according to P, has said"."""
    if made.cue is None or made.source is None or other.cue is None:
        return False
    first = document.sentences[document.sentence[made.cue[0]]][0]
    opened = any(
        document.lower[at] == "who" and document.words[at - 1] == ","
        for at in range(max(first + 1, made.cue[0] - occasions.REACH), made.cue[0])
    )
    closed = document.words[made.source[1] : made.source[1] + 2]
    near = 0 <= other.cue[0] - made.source[1] <= NEAR_CLOSE and "," in closed
    return opened and near and made.cue[0] < other.cue[0]


def _by_sentence(document: Document, drafts: list[Draft]) -> dict[int, list[Draft]]:
    """Attributions with a verb and a source of their own, by the sentence of their cue."""
    result: dict[int, list[Draft]] = {}
    for made in drafts:
        if made.kind != "P" and made.cue is not None and made.source is not None:
            found = result.setdefault(document.sentence[made.cue[0]], [])
            if len(found) < MOST_BESIDE:
                found.append(made)
    return result


def spread(
    document: Document,
    people: People,
    drafts: list[Draft],
    names: list[str | None],
    own: str | None,
) -> list[list[Link]]:
    """The way of every draft: its own sentence's, or that of the occasion that goes on."""
    ways: list[list[Link]] = []
    current: dict[str, Passed] = {}
    held: dict[str, int] = {}
    told: dict[str, Draft] = {}
    previous: str | None = None
    inherited: list[bool] = []
    for made, name in zip(drafts, names, strict=True):
        inherited.append(True)
        links: list[Link] = [(text, span) for text, span in made.via if span is not None]
        passed = Passed(links, once=True) if links else None
        if passed is None and name is not None and not is_outlet(name):
            passed = of_sentence(document, people, made)
        if passed is not None:
            passed.links = [
                link
                for link in passed.links
                if not _same(link[0], name) and not _same(link[0], own)
            ]
        if name is None:
            ways.append([])
            continue
        if previous is not None and previous != name:
            # Another speaker came in between: what was not an interview ends.
            for other in [
                key for key, value in current.items() if not value.lasting and key != name
            ]:
                del current[other]
            if name in current and not current[name].lasting:
                del current[name]
        if passed is not None and passed.links:
            current[name] = passed
            inherited[-1] = False
        elif (
            name in current
            and made.kind == "S"
            and document.paragraph[made.start] - held.get(name, 0) <= _reach(made, current[name])
            and not occasions.is_new(document, made)
            and not (current[name].lasting and occasions.elsewhere(document, made, told.get(name)))
        ):
            passed = current[name]
        elif name in current:
            del current[name]
        if passed is not None and passed.links:
            held[name] = document.paragraph[made.start]
            told[name] = made
        kept = passed.links if passed else []
        ways.append([link for link in kept if not _hears(document, people, made, link[0])])
        previous = name
    # What leads up to words of another interview is no longer of the one before.
    for index in range(1, len(names)):
        before = drafts[index - 1]
        if (
            inherited[index - 1]
            and not inherited[index]
            and names[index] == names[index - 1]
            and not before.regions
            and ways[index] != ways[index - 1]
            and document.paragraph[drafts[index].start] - document.paragraph[before.start] == 1
        ):
            for earlier in range(max(0, index - LOOK_BACK), index):
                same = document.paragraph[drafts[earlier].start] == document.paragraph[before.start]
                if same and inherited[earlier] and names[earlier] == names[index]:
                    ways[earlier] = []
    # An interview that is named after its first words: the lead belongs to it.
    for index, name in enumerate(names):
        way = current.get(name) if name else None
        if way is None or not way.lasting or way.links != ways[index]:
            continue
        place = document.paragraph[drafts[index].start]
        for earlier in range(max(0, index - LOOK_BACK), index):
            near = place - document.paragraph[drafts[earlier].start] <= 1
            if (
                near
                and names[earlier] == name
                and not ways[earlier]
                and not occasions.is_new(document, drafts[earlier])
            ):
                ways[earlier] = list(ways[index])
    return ways


def _hears(document: Document, people: People, made: Draft, name: str) -> bool:
    """Whether somebody is the one who was told, and no outlet: "Brill told Lind"."""
    if made.cue is None or is_outlet(name):
        return False
    told = next((at for at in range(*made.cue) if document.lower[at] in ("told", "tells")), None)
    if told is None:
        return False
    return any(
        entity.type == "person" and entity.referent == name
        for entity in people.between(told + 1, told + 4)
    )


def _reach(made: Draft, way: Passed) -> int:
    """Paragraphs over which a way goes on: an agency's holds for the quotations right after."""
    if not way.once:
        return LONGEST_REACH
    return AGENCY_REACH if made.regions else 0


def _same(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return False
    return a.lower().removeprefix("the ") == b.lower().removeprefix("the ") or outlets.canonical(
        a
    ) == outlets.canonical(b)
