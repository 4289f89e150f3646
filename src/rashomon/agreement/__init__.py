"""Agreement: what the independent tellings of a story say alike, and what only one of two says.

The complement of the contrasts. A point is a fact or a quotation with its words in each telling
that carries it; all independent tellings have it, or most, or, of two, one alone.
"""

from __future__ import annotations

from rashomon.agreement import facts, only, quoted, settings
from rashomon.agreement.facts import Fact
from rashomon.agreement.quoted import Shared
from rashomon.agreement.scene import Scene
from rashomon.model import Carried, Material, Point, PointKind, Span, Telling, content_id

_Found = tuple[float, PointKind, tuple[Span, ...], frozenset[str]]
_Carried = tuple[Carried, PointKind, tuple[Span, ...], tuple[str, ...]]


def find(material: Material) -> tuple[Point, ...]:
    """The points of a story: what all carry, most central first, then most, then one alone.

    A story of fewer than two independent voices has none.
    """
    scene = Scene.of(material)
    if len(scene.voices) < 2:
        return ()
    found = [_fact(scene, f) for f in facts.find(scene)]
    found += [_quotation(scene, q) for q in quoted.find(scene)]
    points = _kept(scene, sorted(found, key=lambda f: (-f[0], f[1], _places(f[2]))))
    for alone in only.find(scene):
        points.append(("one", alone.kind, (alone.span,), (alone.lacking,)))
    return tuple(_point(material, n, *p) for n, p in enumerate(points, start=1))


def _places(spans: tuple[Span, ...]) -> list[tuple[str, int, int]]:
    return [(s.article_id, s.start, s.end) for s in spans]


def _fact(scene: Scene, fact: Fact) -> _Found:
    """Central facts stand early, have names, numbers and dates, and more voices."""
    members = sorted(fact.sentences, key=lambda s: (s.leans, s.end - s.start, s.article.id))
    early = 1 / (1 + min(s.place for s in members) / 5)
    specific = sum(not k.startswith("w:") for k in fact.core)
    voices = len({s.voice for s in members}) / len(scene.voices)
    score = voices * (1 + early) * (fact.weight + 2 * specific)
    spans = tuple(Span(s.article.id, *s.window(fact.core)) for s in members)
    return score, "fact", spans, fact.core


def _quotation(scene: Scene, shared: Shared) -> _Found:
    voices = len({scene.voice[s.article_id] for s in shared.spans}) / len(scene.voices)
    early = 1 / (1 + 6 * shared.place)
    score = voices * (1 + early) * min(shared.words, 30)
    return score, "quotation", shared.spans, frozenset()


def _kept(scene: Scene, found: list[_Found]) -> list[_Carried]:
    """The best of each that say the same, those of all voices first."""
    taken: list[Span] = []
    cores: list[frozenset[str]] = []
    kept: list[_Carried] = []
    for _, kind, spans, core in found:
        have = {scene.voice[s.article_id] for s in spans}
        carried = _carried(len(have), len(scene.voices))
        if carried is None or any(_overlap(a, b) for a in spans for b in taken):
            continue
        if any(
            scene.weight(core & c) > settings.SAME_CORE * min(scene.weight(core), scene.weight(c))
            for c in cores
            if c and core
        ):
            continue
        taken += spans
        cores.append(core)
        kept.append((carried, kind, spans, _lacking(scene, spans, core, have)))
    ordered = [
        p for c in ("all", "most", "several") for p in _mixed([k for k in kept if k[0] == c])
    ]
    return ordered[: settings.MOST_POINTS]


def _lacking(
    scene: Scene, spans: tuple[Span, ...], core: frozenset[str], have: set[str]
) -> tuple[str, ...]:
    """Full tellings of other voices in which it was not found, however it may be worded there."""
    return tuple(
        a.id
        for a in scene.full
        if scene.voice[a.id] not in have and only.lacks(scene, a, spans[0], core)
    )


def _carried(have: int, voices: int) -> Carried | None:
    if have == voices:
        return "all"
    if 2 * have > voices:
        return "most"
    return "several" if have >= settings.SEVERAL else None


def _mixed(points: list[_Carried]) -> list[_Carried]:
    """Facts and quotations both among the first few, else in their order."""
    first: list[_Carried] = []
    for point in points:
        alike = sum(p[1] == point[1] for p in first)
        if len(first) < settings.FIRST_POINTS and alike < settings.FIRST_OF_A_KIND:
            first.append(point)
    return first + [p for p in points if p not in first]


def _overlap(one: Span, two: Span) -> bool:
    return one.article_id == two.article_id and one.start < two.end and two.start < one.end


def _point(
    material: Material,
    rank: int,
    carried: Carried,
    kind: PointKind,
    spans: tuple[Span, ...],
    lacking: tuple[str, ...],
) -> Point:
    story_id = material.story.id
    places = (f"{s.article_id} {s.start} {s.end}" for s in spans)
    return Point(
        content_id("point", story_id, kind, carried, *places), story_id, rank, kind, carried,
        tuple(Telling(s.article_id, "text", s, "") for s in spans), lacking,
    )  # fmt: skip
