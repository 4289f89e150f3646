"""Words that the program adds to what outlets wrote: kinds, reasons, counts, in the reader's language.

What stages have written into the desk in English is said by `views.stored`.
"""

from __future__ import annotations

import math
import re
from functools import cache
from urllib.parse import quote

from rashomon import i18n
from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.model import ContrastKind, Relation, StatementKind
from rashomon.views import stored
from rashomon.views.counts import count as count

KINDS: dict[str, str] = {
    "number": mark("number"),
    "date": mark("date"),
    "place": mark("place"),
    "agency": mark("who acted"),
    "wording": mark("wording"),
    "attribution": mark("quotation"),
    "omission": mark("told by some only"),
    "update": mark("later update"),
}
# Several of a kind, for "4 more: 2 numbers, 1 place".
KINDS_MANY: dict[str, str] = {
    "number": mark("numbers"),
    "date": mark("dates"),
    "place": mark("places"),
    "agency": mark("on who acted"),
    "wording": mark("on wording"),
    "attribution": mark("quotations"),
    "omission": mark("told by some only"),
    "update": mark("later updates"),
}
RELATIONS: dict[str, str] = {
    "original": mark("original"),
    "identical": mark("identical"),
    "trimmed": mark("trimmed"),
    "boilerplate": mark("with other text around it"),
    "respelled": mark("spelled differently"),
    "reworded": mark("reworded"),
    "excerpt": mark("excerpt"),
    "teaser": mark("teaser"),
    "syndicated": mark("syndicated"),
    "translated": mark("translated"),
    "revision": mark("another version"),
    "contains": mark("holds it whole"),
}
# The same before the name of the article that it was taken from: "teaser for ...".
RELATIONS_OF: dict[str, str] = {
    "original": mark("the original of"),
    "identical": mark("identical copy of"),
    "trimmed": mark("trimmed copy of"),
    "boilerplate": mark("copy, with other text around it, of"),
    "respelled": mark("copy, spelled differently, of"),
    "reworded": mark("reworded version of"),
    "excerpt": mark("excerpt of"),
    "teaser": mark("teaser for"),
    "syndicated": mark("syndicated copy of"),
    "translated": mark("translation of"),
    "revision": mark("revised version of"),
    "contains": mark("holds the whole of"),
}
# Kinds in which one side contradicts the other; later updates and wording do not.
_RIVAL = frozenset({"number", "date", "place", "agency"})
# Kinds of which it says nothing new that a difference may lie in the wording.
_NEVER_SOFT = frozenset({"wording", "attribution", "update", "omission"})
SOFT = mark("soft: may be wording only")
STATEMENTS: dict[str, str] = {
    "direct": mark("direct"),
    "mixed": mark("partly quoted"),
    "indirect": mark("in the outlet’s words"),
}
# Reasons for leaving a part of a page out, said in full where the short name does not say it.
REASONS: dict[str, str] = {
    "furniture": mark("furniture of the page"),
    "title": mark("headline"),
    "standfirst": mark("standfirst"),
    "byline": mark("byline, date or reading time"),
    "promo": mark("promotion of something else"),
    "embed": mark("embedded from elsewhere"),
    "caption": mark("caption of a picture"),
    "credit": mark("credit of a picture or an agency"),
    "note": mark("editor’s note"),
    "disclaimer": mark("disclaimer"),
    "sponsored": mark("sponsored"),
    "bio": mark("about the author"),
    "comment": mark("readers’ comment"),
    "repeat": mark("printed before on the same page"),
    "other text": mark("other text, of no article"),
}
# Parts that are not in an article's text and yet are not lost: its page shows them by themselves.
_APART = frozenset({"title", "standfirst", "byline"})
# Cues that say no more than that something was said: they are not shown.
_PLAIN_CUES = frozenset(
    "say says said saying tell tells told add adds added according state states stated".split()
) | {"according to", "has said", "had said", "have said", "also said", "was quoted as saying"}
OUTLET_NOT_KNOWN = mark("outlet not known")
NO_TITLE = mark("no headline")
NO_SOURCE = mark("The text names no source")
NOT_CLEAR = mark("Speaker not clear from the text")
# Where a statement was refused or disputed and no cue says in which words.
REFUSED = mark("denied or refused")

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


def quoted(text: str) -> str:
    """`text` within the language's quotation marks."""
    return _("“%(words)s”", words=text)


def credited_to(name: str) -> str:
    return _("%(name)s (credit)", name=name)


def original_at(site: str) -> str:
    return _("%(site)s (original)", site=site)


def kind(value: ContrastKind) -> str:
    return _(KINDS.get(value, value))


def difference(value: ContrastKind) -> str:
    """ "date: rival accounts", "later update": a kind, and whether its sides contradict."""
    return _("%(kind)s: rival accounts", kind=kind(value)) if value in _RIVAL else kind(value)


def soft(value: ContrastKind, strength: str) -> str | None:
    """What is said of a difference that may be none."""
    return _(SOFT) if strength != "strong" and value not in _NEVER_SOFT else None


def relation(value: Relation) -> str:
    return _(RELATIONS.get(value, value))


def relation_of(value: str) -> str:
    """ "teaser for", "syndicated copy of"."""
    return _(RELATIONS_OF[value]) if value in RELATIONS_OF else f"{value} of"


_COPY_REASON = re.compile(r"(\w+) (?:of|for) an article in the story: (.*)", re.DOTALL)
_LIKENESS = re.compile(r"(title|text) likeness (1?\.\d+|1|0)")


def join_reason(reason: str, score: float | None) -> tuple[str, str, str]:
    """Why an article was put with another: ("teaser for", "", "100% of its 37 words ...") for a
    copy, ("", "strong", "both name ...") for a match, without raw numbers.

    The score of a match is in log odds: 2 is 88%, 0.5 is 62%.
    """
    if (match := _COPY_REASON.match(reason)) and match[1] in RELATIONS_OF:
        return relation_of(match[1]), "", stored.evidence(match[2])
    said = stored.reason(_LIKENESS.sub(lambda m: _ALIKE[m[1]][_degree(float(m[2]))], reason))
    if not score:
        return "", "", said
    strong, likely, weak = _("strong"), _("likely"), _("weak")
    return "", strong if score >= 2 else likely if score >= 0.5 else weak, said


_ALIKE = {
    "title": ("partly similar titles", "similar titles", "very similar titles"),
    "text": ("partly similar texts", "similar texts", "very similar texts"),
}


def _degree(likeness: float) -> int:
    return 2 if likeness >= 0.5 else 1 if likeness >= 0.3 else 0


# What a page itself says of its date, and in which words that is said.
_BASES = (
    (re.compile(r"(?:meta\b|JSON-LD|itemprop|microdata|<time>|metadata)", re.IGNORECASE),
     mark("the page’s metadata")),
    (re.compile(r"the record$"), mark("the feed or file")),
    (re.compile(r"date ?line$"), mark("the date line")),
    (re.compile(r"address$"), mark("the page’s address")),
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
    found = next((said for pattern, said in _BASES if pattern.match(basis)), None)
    return stored.basis(basis) if found is None else _(found)


def date_inferred(basis: str | None) -> bool:
    """Whether a date was worked out, and is not given by the page itself."""
    return basis is not None and _INFERRED.search(basis) is not None


def counted(tellings: int, articles: int, outlets: int, *, unknown: bool = False) -> str:
    """ "6 independent tellings in 7 articles from 4 outlets", "2 articles, one outlet".

    `outlets` counts those that are known, `unknown` says that there are articles of others.
    """
    said = count(articles, "article")
    if outlets == 1 and not unknown:
        return _("%(articles)s, one outlet", articles=said)
    if articles > 1:
        told = count(tellings, "independent telling")
        said = _("%(tellings)s in %(articles)s", tellings=told, articles=said)
    if not outlets:
        if articles == 1:
            return _("%(articles)s, outlet not known", articles=said)
        return _("%(articles)s, outlets not known", articles=said)
    of = count(outlets, "known outlet" if unknown else "outlet")
    return _("%(articles)s from %(outlets)s", articles=said, outlets=of)


def statement(value: StatementKind) -> str:
    return _(STATEMENTS.get(value, value))


def reason(value: str) -> str:
    return _(REASONS[value]) if value in REASONS else stored.said(value)


def left_out(value: str) -> str:
    """ "left out: caption of a picture", "kept apart: headline"."""
    if value in _APART:
        return _("kept apart: %(reason)s", reason=reason(value))
    return _("left out: %(reason)s", reason=reason(value))


def telling_cue(cue: str | None) -> str | None:
    """A cue that tells how something was said ("claimed", "hinted"); None for a plain one."""
    if cue is None:
        return None
    one = " ".join(cue.split())
    return None if not one or one.casefold() in _PLAIN_CUES else one


def denial(cue: str | None) -> str:
    """The chip of a statement that was denied, refused or disputed: the outlet's own verb."""
    return " ".join(cue.split()) if cue and cue.strip() else _(REFUSED)


def language(code: str) -> str | None:
    """What the language of a text is called; None where it is not known."""
    return None if code in ("und", "") else i18n.language_name(code) or code


_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@cache
def html_lang(code: str | None) -> str | None:
    """What a page may say of a text's language (BCP 47); None where it is not known."""
    known = code is not None and code != "und" and _LANG.fullmatch(code)
    return code if known else None


def share(value: float) -> str:
    """A share in words: never "100%" for what is not whole, never "0%" for what is there."""
    # Cut as the evidence beside it is, and not rounded.
    percent = math.floor(value * 100 + 1e-6)
    if value < 1 and percent >= 100:
        percent = 99
    return _("%(share)s%%", share=max(percent, 1) if value > 0 else 0)


def minutes(text: str) -> int:
    """Minutes to read, at least one."""
    characters = 0 if text.isascii() else len(_CJK.findall(text))
    rest = _CJK.sub(" ", text) if characters else text
    return max(
        1, math.ceil(len(rest.split()) / _WORDS_A_MINUTE + characters / _CHARACTERS_A_MINUTE)
    )


def word_count(text: str) -> int:
    return len(text.split())


listed = i18n.listed


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
        said.append(f"{number} {_(words)}")
    return ", ".join(said)


NAME_TYPES: dict[str, str] = {
    "person": mark("person"),
    "place": mark("place"),
    "organisation": mark("organisation"),
}


def name_type(value: str) -> str:
    return _(NAME_TYPES.get(value, value))


ARTICLE_KINDS: dict[str, str] = {
    "article": mark("article"),
    "teaser": mark("teaser"),
    "sponsored": mark("sponsored"),
}


def article_kind(value: str) -> str:
    return _(ARTICLE_KINDS.get(value, value))


OUTLET_KINDS: dict[str, str] = {
    "agency": mark("agency"),
    "aggregator": mark("aggregator"),
    "broadcaster": mark("broadcaster"),
    "government": mark("government"),
    "magazine": mark("magazine"),
    "paper": mark("paper"),
    "platform": mark("platform"),
    "site": mark("site"),
}


def outlet_kind(value: str) -> str:
    return _(OUTLET_KINDS.get(value, value))


def country(code: str) -> str:
    """What a country is called; `code` is ISO 3166-1 alpha-2."""
    return str(i18n.locale().territories.get(code, code))
