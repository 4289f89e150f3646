"""The cue words: what each form is, and what may follow it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's lemma, class and frames (letters of cues.tsv), and its grammatical form.

    `form` is "base", "s", "past" or "ing"; `rest` are the words after the verb ("out", "for").
    `weak` cues need the tagger.
    """

    lemma: str
    kind: str
    frames: str
    denied: bool
    form: str
    rest: tuple[str, ...]
    weak: bool = False


def _regular(verb: str) -> tuple[str, str, str]:
    """Third person, past and -ing of a regular verb."""
    if verb.endswith("y") and verb[-2] not in VOWELS:
        third = verb[:-1] + "ies"
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        third = verb + "es"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, ing = verb + "d", (verb[:-1] if not verb.endswith("ee") else verb) + "ing"
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    return third, past, ing


@cache
def forms() -> dict[str, tuple[Cue, ...]]:
    """Cues by the form of their first word, in lower case; longer phrases first."""
    table: dict[str, list[Cue]] = {}
    source = resources.files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        if not line or line.startswith("#"):
            continue
        phrase, kind, frames, flag = line.split("\t")
        lemma, *irregular = phrase.split("/")
        verb, *rest = lemma.split()
        if kind == "P":
            _put(table, verb, Cue(lemma, kind, frames, False, "base", tuple(rest)))
            continue
        third, past, ing = _regular(verb)
        pasts = {form.split()[0] for form in irregular}
        ings = sorted(form for form in pasts if form.endswith("ing") and form != "sing")
        shapes = {verb: "base", third: "s"}
        for form in sorted(pasts - set(ings)) or [past]:
            shapes.setdefault(form, "past")
            if form == verb:
                shapes[form] = "past"
        for form in ings or [ing]:
            shapes.setdefault(form, "ing")
        for form, shape in shapes.items():
            _put(
                table, form, Cue(lemma, kind, frames, "D" in flag, shape, tuple(rest), "W" in flag)
            )
    return {
        form: tuple(sorted(cues, key=lambda cue: (-len(cue.rest), cue.lemma)))
        for form, cues in table.items()
    }


@cache
def alone() -> frozenset[str]:
    """Forms that are a cue by themselves, with no word after them."""
    return frozenset(form for form, cues in forms().items() if any(not cue.rest for cue in cues))


@cache
def speech_forms(shapes: tuple[str, ...]) -> frozenset[str]:
    """Sure forms of verbs of speech, of the given grammatical forms."""
    return frozenset(
        form
        for form, cues in forms().items()
        if form not in AMBIGUOUS
        and any(
            cue.form in shapes and cue.kind == "S" and not set(cue.frames).isdisjoint("cnaOo")
            for cue in cues
            if not cue.rest
        )
    )


def _put(table: dict[str, list[Cue]], form: str, cue: Cue) -> None:
    table.setdefault(form, []).append(cue)


# Forms that are nouns or adjectives as often as verbs: what stands around them decides.
AMBIGUOUS = frozenset(
    "claim claims report reports note notes state states call calls demand demands plan plans "
    "post posts comment comments charge charges question questions request requests answer "
    "answers reply offer offers promise promises pledge pledges vow vows attack attacks signal "
    "signals hope hopes fear fears doubt doubts view views wish support back aim aims project "
    "projects forecast forecasts rule rules order orders estimate estimates press text email "
    "remark remarks term terms brand brands label labels style value counter reason reasons "
    "cast read quote quotes feel mean means see show shows finding guess bet bets command "
    "commands mention mentions praise blame protest protests voice voices appeal appeals "
    "find finds joke jokes caution long prepare repeat continue stress complete highlight "
    "highlights figure figures sense worry concern recall slate paint desire attempt attempts "
    "review raise raises welcome dream blast tout tweet tweets intended left known".split()
)
