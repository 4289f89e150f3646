"""Every word that the program adds to a page is here: templates with counted facts as slots."""

from __future__ import annotations

import math
import re
from urllib.parse import quote

from rashomon.model import ContrastKind, Relation, StatementKind

KINDS: dict[str, str] = {
    "number": "number",
    "date": "date",
    "place": "place",
    "agency": "who acted",
    "wording": "wording",
    "attribution": "quotation",
    "omission": "told by some only",
    "update": "later update",
}
# Several of a kind, for "4 more: 2 numbers, 1 place".
KINDS_MANY: dict[str, str] = {
    "number": "numbers",
    "date": "dates",
    "place": "places",
    "agency": "on who acted",
    "wording": "on wording",
    "attribution": "quotations",
    "omission": "told by some only",
    "update": "later updates",
}
RELATIONS: dict[str, str] = {
    "original": "original",
    "identical": "identical",
    "trimmed": "trimmed",
    "boilerplate": "with other text around it",
    "respelled": "spelled differently",
    "reworded": "reworded",
    "excerpt": "excerpt",
    "teaser": "teaser",
    "syndicated": "syndicated",
    "translated": "translated",
    "revision": "another version",
    "contains": "holds it whole",
}
# The same before the name of the article that it was taken from: "teaser for ...".
RELATIONS_OF: dict[str, str] = {
    "original": "the original of",
    "identical": "identical copy of",
    "trimmed": "trimmed copy of",
    "boilerplate": "copy, with other text around it, of",
    "respelled": "copy, spelled differently, of",
    "reworded": "reworded version of",
    "excerpt": "excerpt of",
    "teaser": "teaser for",
    "syndicated": "syndicated copy of",
    "translated": "translation of",
    "revision": "revised version of",
    "contains": "holds the whole of",
}
# Kinds in which one side contradicts the other; later updates and wording do not.
_RIVAL = frozenset({"number", "date", "place", "agency"})
# Kinds of which it says nothing new that a difference may lie in the wording.
_NEVER_SOFT = frozenset({"wording", "attribution", "update", "omission"})
SOFT = "soft: may be wording only"
STATEMENTS: dict[str, str] = {
    "direct": "direct",
    "mixed": "partly quoted",
    "indirect": "in the outlet’s words",
}
# Reasons for leaving a part of a page out, said in full where the short name does not say it.
REASONS: dict[str, str] = {
    "furniture": "furniture of the page",
    "title": "headline",
    "standfirst": "standfirst",
    "byline": "byline, date or reading time",
    "promo": "promotion of something else",
    "embed": "embedded from elsewhere",
    "caption": "caption of a picture",
    "credit": "credit of a picture or an agency",
    "note": "editor’s note",
    "disclaimer": "disclaimer",
    "sponsored": "sponsored",
    "bio": "about the author",
    "comment": "readers’ comment",
    "repeat": "printed before on the same page",
    "other text": "other text, of no article",
}
# Parts that are not in an article's text and yet are not lost: its page shows them by themselves.
_APART = frozenset({"title", "standfirst", "byline"})
LANGUAGES: dict[str, str] = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "fa": "Persian",
    "he": "Hebrew", "tr": "Turkish", "hi": "Hindi", "id": "Indonesian", "vi": "Vietnamese",
    "cs": "Czech", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish",
    "el": "Greek", "hu": "Hungarian", "ro": "Romanian", "bg": "Bulgarian", "sr": "Serbian",
}  # fmt: skip
# Cues that say no more than that something was said: they are not shown.
_PLAIN_CUES = frozenset(
    "say says said saying tell tells told add adds added according state states stated".split()
) | {"according to", "has said", "had said", "have said", "also said", "was quoted as saying"}
OUTLET_NOT_KNOWN = "outlet not known"
NO_TITLE = "no headline"
NO_SOURCE = "The text names no source"
NOT_CLEAR = "Speaker not clear from the text"
# Where a statement was refused or disputed and no cue says in which words.
REFUSED = "denied or refused"

# Words a minute that adults read silently: 238 (Brysbaert 2019, J. Mem. Lang. 109); for Chinese,
# Japanese and Korean about 260 characters read as words do, near 500 characters a minute.
_WORDS_A_MINUTE = 238
_CHARACTERS_A_MINUTE = 500
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def article_path(article_id: str) -> str:
    """The address of an article's page: a given id may hold any signs, those of addresses too."""
    return f"/article/{quote(article_id, safe='')}"


def outlet_path(name: str) -> str:
    """The address of an outlet's page, by any name that it goes by."""
    return "/outlet/" + quote(name.encode("utf-8", "replace"), safe="")


def credited_to(name: str) -> str:
    return f"{name} (credit)"


def original_at(site: str) -> str:
    return f"{site} (original)"


def kind(value: ContrastKind) -> str:
    return KINDS.get(value, value)


def difference(value: ContrastKind) -> str:
    """ "date: rival accounts", "later update": a kind, and whether its sides contradict."""
    return f"{kind(value)}: rival accounts" if value in _RIVAL else kind(value)


def soft(value: ContrastKind, strength: str) -> str | None:
    """What is said of a difference that may be none."""
    return SOFT if strength != "strong" and value not in _NEVER_SOFT else None


def relation(value: Relation) -> str:
    return RELATIONS.get(value, value)


def relation_of(value: str) -> str:
    """ "teaser for", "syndicated copy of"."""
    return RELATIONS_OF.get(value, f"{value} of")


_COPY_REASON = re.compile(r"(\w+) (?:of|for) an article in the story: (.*)", re.DOTALL)
_LIKENESS = re.compile(r"(title|text) likeness (1?\.\d+|1|0)")


def join_reason(reason: str, score: float | None) -> tuple[str, str, str]:
    """Why an article was put with another: ("teaser for", "", "100% of its 37 words ...") for a
    copy, ("", "strong", "both name ...") for a match, without raw numbers.

    The score of a match is in log odds: 2 is 88%, 0.5 is 62%.
    """
    if (match := _COPY_REASON.match(reason)) and match[1] in RELATIONS_OF:
        return relation_of(match[1]), "", match[2]
    said = _LIKENESS.sub(lambda m: _alike(m[1], float(m[2])), reason)
    if not score:
        return "", "", said
    return "", "strong" if score >= 2 else "likely" if score >= 0.5 else "weak", said


def _alike(what: str, value: float) -> str:
    of = "titles" if what == "title" else "texts"
    return f"{'very similar' if value >= 0.5 else 'similar' if value >= 0.3 else 'partly similar'} {of}"


# What a page itself says of its date, and in which words that is said.
_BASES = (
    (re.compile(r"(?:meta\b|JSON-LD|itemprop|microdata|<time>|metadata)", re.IGNORECASE),
     "the page’s metadata"),
    (re.compile(r"the record$"), "the feed or file"),
    (re.compile(r"date ?line$"), "the date line"),
    (re.compile(r"address$"), "the page’s address"),
)  # fmt: skip
# A date that no page gives as such: counted back, completed or taken from another article.
_INFERRED = re.compile(
    r"counted (?:back|ahead)|the year from|shortly before|holds a time|nearest|neighbour|"
    r"its (?:story|cop|original|translation|parent)|of the original|from its|beside it|"
    r"the page was taken|taken from|same day as|other articles",
)


def date_basis(basis: str | None) -> str | None:
    """Where an article's date is from, in plain words."""
    if basis is None:
        return None
    return next((said for pattern, said in _BASES if pattern.match(basis)), basis)


def date_inferred(basis: str | None) -> bool:
    """Whether a date was worked out, and is not given by the page itself."""
    return basis is not None and _INFERRED.search(basis) is not None


def counted(tellings: int, articles: int, outlets: int, *, unknown: bool = False) -> str:
    """ "6 independent tellings in 7 articles from 4 outlets", "2 articles, one outlet".

    `outlets` counts those that are known, `unknown` says that there are articles of others.
    """
    if outlets == 1 and not unknown:
        return f"{count(articles, 'article')}, one outlet"
    said = count(articles, "article")
    if articles > 1:
        said = f"{count(tellings, 'independent telling')} in {said}"
    if not outlets:
        return said + (", outlet not known" if articles == 1 else ", outlets not known")
    return f"{said} from {count(outlets, 'known outlet' if unknown else 'outlet')}"


def statement(value: StatementKind) -> str:
    return STATEMENTS.get(value, value)


def reason(value: str) -> str:
    return REASONS.get(value, value)


def left_out(value: str) -> str:
    """ "left out: caption of a picture", "kept apart: headline"."""
    return f"{'kept apart' if value in _APART else 'left out'}: {reason(value)}"


def telling_cue(cue: str | None) -> str | None:
    """A cue that tells how something was said ("claimed", "hinted"); None for a plain one."""
    if cue is None:
        return None
    one = " ".join(cue.split())
    return None if not one or one.casefold() in _PLAIN_CUES else one


def denial(cue: str | None) -> str:
    """The chip of a statement that was denied, refused or disputed: the outlet's own verb."""
    return " ".join(cue.split()) if cue and cue.strip() else REFUSED


def language(code: str) -> str | None:
    return None if code in ("und", "") else LANGUAGES.get(code, code)


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 telling", "3 tellings", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(value: float) -> str:
    """A share in words: never "100%" for what is not whole, never "0%" for what is there."""
    # Cut as the evidence beside it is, and not rounded.
    percent = math.floor(value * 100 + 1e-6)
    if value < 1 and percent >= 100:
        percent = 99
    return f"{max(percent, 1) if value > 0 else 0}%"


def minutes(text: str) -> int:
    """Minutes to read, at least one."""
    characters = 0 if text.isascii() else len(_CJK.findall(text))
    rest = _CJK.sub(" ", text) if characters else text
    return max(
        1, math.ceil(len(rest.split()) / _WORDS_A_MINUTE + characters / _CHARACTERS_A_MINUTE)
    )


def word_count(text: str) -> int:
    return len(text.split())


def listed(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def kinds_counted(kinds: list[str]) -> str:
    """ "2 numbers, 1 place": how many differences there are of each kind."""
    order = list(KINDS)
    found = [k for k in order if k in kinds] + sorted({k for k in kinds if k not in order})
    said = []
    for one in found:
        number = kinds.count(one)
        words = KINDS.get(one, one) if number == 1 else KINDS_MANY.get(one, one)
        if one in ("agency", "wording"):
            words = KINDS_MANY[one]
        said.append(f"{number} {words}")
    return ", ".join(said)
