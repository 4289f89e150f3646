"""Facts that several voices tell: sentences with a common core of names, numbers, dates and words.

What all the sentences share is the fact. It must be worth telling by itself (a name, a number or
a date and words beside it, rare enough within the story) and be a good part of each sentence; and
nothing that the sentences give may exclude one another: other numbers, other days, a denial on
one side, what may come on one side and has come on the other, other speakers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.agreement import settings, units
from rashomon.agreement.scene import Scene, Sentence


@dataclass(frozen=True, slots=True)
class Fact:
    """Sentences of several voices, one a telling, and the units that they all share."""

    sentences: tuple[Sentence, ...]
    core: frozenset[str]
    weight: float


def find(scene: Scene) -> list[Fact]:
    """The facts that at least two voices tell, each grown from the sentence that has most."""
    index: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in scene.all_sentences:
        for key in sentence.keys:
            index[key].append(sentence)
    usual = max(12.0, settings.COMMON_SHARE * len(scene.all_sentences))
    anchors = sorted(scene.tellings, key=lambda a: (-len(a.text), a.id))
    found = []
    for article in anchors[: settings.ANCHOR_TELLINGS]:
        for sentence in scene.sentences[article.id]:
            if fact := _grown(scene, sentence, index, usual):
                found.append(fact)
    return found


def _grown(
    scene: Scene, anchor: Sentence, index: dict[str, list[Sentence]], usual: float
) -> Fact | None:
    """The anchor with its best counterpart in each other telling, while a core is left."""
    shared: dict[Sentence, int] = defaultdict(int)
    for key in sorted(anchor.keys):
        if len(index[key]) <= usual:
            for other in index[key]:
                if other.voice != anchor.voice:
                    shared[other] += 1
    best: dict[str, tuple[float, Sentence]] = {}
    for other, count in shared.items():
        if count < 2:
            continue
        score = likeness(scene, anchor, other)
        if score > 0 and score > best.get(other.article.id, (0.0, other))[0]:
            best[other.article.id] = (score, other)
    ordered = sorted(best.values(), key=lambda b: (-b[0], b[1].article.id))
    members, core = [anchor], anchor.keys
    for _, other in ordered:
        if is_core(scene, core & other.keys, anchor, other) and all(
            _fit(m, other, core) for m in members
        ):
            members.append(other)
            core = core & other.keys
    if len({m.voice for m in members}) < 2:
        return None
    return Fact(tuple(members), core, scene.weight(core))


def likeness(scene: Scene, one: Sentence, two: Sentence) -> float:
    """How much two sentences share, 0 where it does not make one fact."""
    core = one.keys & two.keys
    if not is_core(scene, core, one, two) or not _fit(one, two, core):
        return 0.0
    weight = scene.weight(core)
    share = weight / min(scene.weight(one.keys), scene.weight(two.keys))
    least = settings.LEAD_SHARE if are_leads(one, two) else settings.CORE_SHARE
    if share >= least:
        return share
    dense = weight / max(_around(scene, one, core), _around(scene, two, core))
    sure = weight >= settings.DENSE_WEIGHT and dense >= settings.DENSE_SHARE
    return share if sure else 0.0


def _around(scene: Scene, sentence: Sentence, core: frozenset[str]) -> float:
    """The weight of all that stands where the core stands."""
    start, end = sentence.window(core)
    inside = (u.key for u in sentence.units if start <= u.start and u.end <= end)
    return scene.weight(frozenset(inside))


def are_leads(one: Sentence, two: Sentence) -> bool:
    return max(one.place, two.place) < settings.LEAD_SENTENCES


def is_core(scene: Scene, core: frozenset[str], one: Sentence, two: Sentence) -> bool:
    """Whether what two sentences share says enough; leads tell the story's own words, which are
    common in it, and need less."""
    plain = len(core & one.plain & two.plain)
    specific = sum(not key.startswith("w:") for key in core)
    numbered = any(key.startswith("#") for key in core)
    if not numbered and not core & (one.deeds | two.deeds):
        return False  # two mentions of one matter, and nothing that happens
    leads = are_leads(one, two)
    least = settings.LEAD_WEIGHT if leads else settings.CORE_WEIGHT
    if plain == settings.CORE_WORDS and not leads and not numbered:
        least = settings.FEW_WORDS_WEIGHT
    if plain < settings.CORE_WORDS or specific < settings.CORE_SPECIFIC:
        return False
    if len(core) < settings.CORE_UNITS:
        # "14 passengers were injured": how many, of whom, and what befell them
        deed = core & (one.deeds | two.deeds) & one.plain
        return bool(deed) and _counts(core) and scene.weight(core) >= settings.COUNT_WEIGHT
    return scene.weight(core) >= least


def _counts(core: frozenset[str]) -> bool:
    """Whether a core has a number that two sentences do not share by chance."""
    counts = (float(key[1:].rstrip("$%")) for key in core if key.startswith("#"))
    return any(count >= settings.LEAST_COUNT for count in counts)


def _fit(one: Sentence, two: Sentence, core: frozenset[str]) -> bool:
    """Whether nothing in two sentences excludes the other, and they are not one text."""
    for sign in ("#", "@"):
        mine, yours = ({k for k in s.keys if k.startswith(sign)} for s in (one, two))
        if mine and yours and not mine & yours:
            return False
    if one.speaker and two.speaker and one.speaker != two.speaker:
        return False
    if same_words(one.forms, two.forms):
        return False
    (a, b), (c, d) = (s.window(one.keys & two.keys) for s in (one, two))
    if _numbers(one, a, b) != _numbers(two, c, d):
        return False
    return units.standing(one.article.text[a:b]) == units.standing(two.article.text[c:d])


def _numbers(sentence: Sentence, start: int, end: int) -> set[str]:
    inside = (u for u in sentence.units if start <= u.start and u.end <= end)
    return {u.key for u in inside if u.key.startswith("#")}


def same_words(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two sentences have one source: a long run of words, not those of a name, is the
    same, or shorter runs make up most of the shorter sentence."""
    if _in_runs(one, two, settings.SAME_WORDS, 2):
        return True
    short, long = sorted((one, two), key=len)
    return _in_runs(short, long, settings.SAME_RUN, 1) >= settings.SAME_PART * len(short)


def _in_runs(one: Sequence[str], two: Sequence[str], size: int, capitals: int) -> int:
    """How many words of `one` stand in runs of `size` that `two` has, few with a capital."""
    runs = {tuple(two[i : i + size]) for i in range(len(two) - size + 1)}
    held: set[int] = set()
    for i in range(len(one) - size + 1):
        run = tuple(one[i : i + size])
        if run in runs and sum(not w[:1].islower() for w in run) <= capitals:
            held.update(range(i, i + size))
    return len(held)
