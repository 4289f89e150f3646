"""Wording: a word that judges in a telling's own words on the story's matter; another has none.

    the draconian order on entry takes effect on Monday  |  the order on entry takes effect on Monday

Own words stand outside quotation marks, outside what anybody is reported to say, and in a sentence
that passes on no accusation. The telling without has no such word anywhere in its own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Article
from rashomon.text.quotes import quotations

# Words with which a writer calls a claim untrue. General English of news.
_DOUBTS = (
    r"falsely|baseless|unfounded|unsubstantiated|debunked|without (?:providing |offering |citing |any |presenting )*"
    r"(?:evidence|proof)|no evidence (?:to support|for (?:this|that|the|his|her|their)|that)|false or misleading|"
    r"(?:false|bogus|discredited|debunked|dubious) (?:claims?|theor(?:y|ies)|stor(?:y|ies)|reports?|rumou?rs?|accusations?)|"
    r"conspiracy theorists?|untrue"
)
# Words with which a writer judges whom and what is told of.
_JUDGES = (
    r"racist|bigoted|sexist|misogynist(?:ic)?|xenophobic|homophobic|islamophobic|draconian|authoritarian|"
    r"disastrous|disgraceful|disgraced|shameful|outrageous|appalling|egregious|"
    r"despicable|vile|inhumane|reckless|incompetent|incoherent|unhinged|deranged|bizarre|"
    r"absurd|ridiculous|ludicrous|laughable|preposterous|hysteria|hysterical|"
    r"hypocri(?:sy|tes?|tical)|cynical|sham|smear(?:s|ed|ing)?|cronies|stooges?|far-right|far-left|"
    r"hard-right|hard-left|ultraconservative|ultra-conservative|abortion-on-demand|illegals|"
    r"illegal aliens?|anti-choice|anti-woman|tyrann(?:y|ical)|embattled|beleaguered|"
    r"scandal-\w+|incendiary|debacle|fiasco|meltdown|power grab|cover-up|botched|bungled|capitulat(?:ed|es|ion)|"
    r"tirade|diatribe|fear-?mongering|scare-?mongering|grandstanding|chaotic|mainstream media|liberal media"
)
_WORDS = re.compile(rf"\b(?:(?P<doubt>{_DOUBTS})|(?P<judge>{_JUDGES}))(?![\w-])", re.IGNORECASE)
# Of these, nouns that judge what stands before them, and words that name what they judge.
_NOUN = re.compile(
    r"hysteria|hypocri(?:sy|tes?)|sham|smears?|debacle|fiasco|meltdown|power grab|cover-up|tirade|diatribe|"
    r"fear-?mongering|scare-?mongering|grandstanding",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"illegals|illegal aliens?|(?:mainstream|liberal) media|cronies|stooges?", re.I)
# A quick look: phrases whose words are common by themselves.
_PHRASES = tuple(
    "evidence|far-right|far-left|hard-right|hard-left|ultra-conservative|abortion-on-demand|illegals|"
    "illegal alien|anti-choice|anti-woman|cover-up|power grab|fear-mong|fearmong|scare-mong|scaremong|"
    "mainstream media|liberal media|without proof|offering proof|scandal-".split("|")
)
# Words that pass on what somebody else holds. General English of news.
_PASSED_ON = re.compile(
    r"\b(?:accus\w+|alleg\w+|charg(?:e|es|ed|ing)|critic\w*|opponents?|call(?:s|ed|ing)?|claim\w*|argu\w+|label\w*|"
    r"describ\w+|denounc\w+|condemn\w*|whether|consider\w*|deem\w*|brand\w*|complain\w*|decr(?:y|ied|ies)|view(?:s|ed)?|"
    r"sa(?:id|ys|ying)|told|tells|tweet\w*|wr(?:ote|ites|itten)|accord\w*|den(?:y|ied|ies|ying)|if|not|n[’']t|"
    r"believe\w*|suggest\w*|referr\w+|dubb\w+|slam\w*|blast\w*|ask\w*|question\w*|paint\w*|portray\w*|depict\w*|"
    r"characteri[sz]\w*|cast(?:s|ing)?|seen|regard\w*|perceiv\w*|(?:sought|seek(?:s|ing)?|tr(?:y|ied|ies|ying)|attempt\w*) to|"
    r"mock\w*|attack\w*|rail\w*|warn\w*|insist\w*|urg(?:e|es|ed|ing)|vow\w*|quot\w+|known)\b",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"\b(?:accus\w+|alleg\w+|charg(?:e|es|ed|ing)|critics?|opponents?)\b", re.I)
# A post of a network that a page embeds, and what a page lists beside its text.
_POST = re.compile(r"\(@\w+\)|\bpic\.twitter\.com|\bhttps?://|[A-Z]{3,}(?:\s[A-Z]{3,}){3}|:\s*$")
_SAME = 5  # letters that two forms of one judging word share
_MORE = re.compile(r"^(?:more|read|related|watch|see|for more)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Judged:
    place: Place
    word: str
    start: int
    end: int
    near: int  # stems of the headlines' own in the sentence
    doubts: bool


def detect(lens: Lens) -> Iterator[Candidate]:
    """The telling with most such words, beside full ones that have none."""
    if len(lens.full) < 2:
        return
    matter = _matter(lens)
    found = {a.id: list(_own(lens, a, matter)) for a in lens.tellings}
    judging = [a for a in lens.full if any(_counts(j) for j in found[a.id])]
    plain = [a for a in lens.full if not found[a.id]]
    if not judging or not plain:
        return
    best = max(judging, key=lambda a: (_weight(found[a.id]), -lens.tellings.index(a)))
    told = sorted(
        (j for j in found[best.id] if _counts(j)),
        key=lambda j: (-j.doubts, -j.near, j.place.start),
    )
    # Nor has it the same words from somebody else, nor doubts where the other doubts.
    doubted = any(j.doubts for j in told)
    starts = {j.word[:_SAME].casefold() for j in told}
    others = [
        a
        for a in plain
        if lens.outlet(a.id) != lens.outlet(best.id)
        and not any(
            m.group()[:_SAME].casefold() in starts or (doubted and m["doubt"])
            for m in _WORDS.finditer(f"{a.title} {a.text}")
        )
    ]
    for judged in told:  # the first that has a sentence like it elsewhere
        beside = [c for a in others if (c := _counterpart(lens, a, judged, matter))]
        if beside:
            break
    else:
        return
    sides = (_side(judged), *beside[:2])
    shown = list(dict.fromkeys(j.word.casefold() for j in (judged, *told)))[
        : settings.OWN_WORDS_SHOWN
    ]
    words = ", ".join(f"“{w}”" for w in shown)
    yield Candidate(
        f"Judged in its own words: {words}", "wording", "soft", sides,
        0.36 + 0.03 * min(len(told), 4) + 0.05 * judged.doubts, sort="own words",
    )  # fmt: skip


def _matter(lens: Lens) -> frozenset[str]:
    """Stems that two headlines of the story share; of one headline where none are."""
    counts = Counter(s for a in lens.tellings for s in sorted(stems(a.title or "")))
    shared = frozenset(s for s, n in counts.items() if n > 1)
    return shared or frozenset(counts)


def _own(lens: Lens, article: Article, matter: frozenset[str]) -> Iterator[_Judged]:
    taken: list[tuple[int, int]] | None = None
    lowered = article.text.casefold()
    begun = starts(" ".join(p for p in _PHRASES if p in lowered))
    begun |= starts(" ".join({t.form for t in lens.tokens[article.id] if _opens(t.form)}))
    places = sentences(lens, article) if begun else []
    for n, place in enumerate(places):
        if not place.may_hold(begun):
            continue
        text = place.text
        after = places[n + 1].text if n + 1 < len(places) else ""
        for match in _WORDS.finditer(text):
            if taken is None:
                taken = _others(lens, article)
            at = place.start + match.start()
            if any(s <= at < e for s, e in taken):
                continue
            idle = _POST.search(text) or _POST.search(after) or _MORE.search(text)
            near = 0 if idle or len(text) > settings.MOST_WORDS_SHOWN else len(stems(text) & matter)
            doubts = match["doubt"] is not None
            yield _Judged(place, match.group(), match.start(), match.end(), near, doubts)


@lru_cache(maxsize=50_000)
def _opens(form: str) -> bool:
    """Whether a word may be one that judges, or the first of those."""
    return form in ("false", "debunked", "dubious", "bogus", "discredited", "conspiracy") or bool(
        _WORDS.fullmatch(form)
    )


def _others(lens: Lens, article: Article) -> list[tuple[int, int]]:
    """What is quoted, and what anybody is reported to say, or may be."""
    quoted = [(q.outer_start, q.outer_end) for q in quotations(article.text)]
    held = (*lens.statements[article.id], *lens.material.less_sure)
    said = [(c.start, c.end) for s in held if s.article_id == article.id for c in s.content]
    return quoted + said


def _counts(judged: _Judged) -> bool:
    return judged.near >= settings.OWN_NEAR and not _is_passed_on(judged)


def _is_passed_on(judged: _Judged) -> bool:
    """Whether the sentence, up to the word, passes on what somebody else holds."""
    before = judged.place.text[: judged.start]
    return bool((_ACCUSED if judged.doubts else _PASSED_ON).search(before))


def _weight(found: list[_Judged]) -> int:
    return sum(1 + j.doubts for j in found if _counts(j))


def _side(judged: _Judged) -> Side:
    """The clause that holds the word."""
    text = judged.place.text
    start = max(
        (text.rfind(mark, 0, judged.start) for mark in (", ", "; ", " — ", " – ")), default=-1
    )
    start = start + 2 if judged.start - start < settings.OWN_CLAUSE and start >= 0 else 0
    ends = [e for mark in (", ", "; ", " — ", " – ") if (e := text.find(mark, judged.end)) > 0]
    end = min(ends, default=len(text))
    if end - judged.end < 12 or end - start < settings.OWN_CLAUSE:
        end = len(text)
    while start < judged.start and not text[start].isalnum():
        start += 1
    while end > judged.end and not text[end - 1].isalnum():
        end -= 1
    return Side(judged.place.span(start, end), f"“{judged.word}”", judged.word.casefold())


def _heads(judged: _Judged) -> frozenset[str] | None:
    """What the word judges, as near as words tell: those of content right after it.

    Before a judging noun, or one that nothing follows; None where the word names what it judges.
    """
    if _WHOLE.fullmatch(judged.word):
        return None
    text = judged.place.text
    after, before = text[judged.end :].split(), text[: judged.start].split()[::-1]
    if judged.doubts:
        most = settings.OWN_CLAIM
        return _first_stems(after, most, "") | _first_stems(before, most, "")
    if _NOUN.fullmatch(judged.word):
        return _first_stems(before)
    return _first_stems(after) or _first_stems(before)


def _first_stems(
    words: list[str], most: int = settings.OWN_HEADS, stops: str = ",;:"
) -> frozenset[str]:
    """Stems of the first words of content, up to the next of `stops`."""
    found: frozenset[str] = frozenset()
    for word in words:
        found |= stems(word)
        if len(found) >= most or (stops and word[-1] in stops):
            break
    return found


def _counterpart(
    lens: Lens, article: Article, judged: _Judged, matter: frozenset[str]
) -> Side | None:
    """The sentence of a plain telling that is nearest to the judged one."""
    about, judges = stems(judged.place.text), _heads(judged)
    best: tuple[int, int, Place] | None = None
    # A claim that is doubted here may be anybody's there; what is judged must be told.
    taken = [] if judged.doubts else [(q.start, q.end) for q in quotations(article.text)]
    for place in sentences(lens, article):
        if len(place.text) > settings.MOST_WORDS_SHOWN or _POST.search(place.text):
            continue
        if _WORDS.search(place.text):
            continue  # it judges as well, in whosever words
        if any(s < place.end and place.start < e for s, e in taken):
            continue  # somebody else's words
        words = stems(place.text)
        shared = len(words & about)
        least = max(settings.OWN_SHARED, settings.OWN_SHARE * min(len(words), len(about)))
        same = words & matter and (judges is None or len(words & judges) > judged.doubts)
        if shared >= least and same and (best is None or shared > best[0]):
            best = (shared, -place.start, place)
    if best is None:
        return None
    place = best[2]
    return Side(place.span(0, len(place.text.rstrip())), f"no “{judged.word}”", "plain")
