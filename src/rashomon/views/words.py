"""Every word that the program adds to a page is here: templates with counted facts as slots."""

from __future__ import annotations

import math
import re

from rashomon.model import ContrastKind, Relation, StatementKind

KINDS: dict[str, str] = {
    "number": "number",
    "date": "date",
    "place": "place",
    "agency": "who did it",
    "wording": "wording",
    "attribution": "quotation or source",
    "omission": "told by some only",
    "update": "later update",
}
# Several of a kind, for "4 more: 2 numbers, 1 place".
KINDS_MANY: dict[str, str] = {
    "number": "numbers",
    "date": "dates",
    "place": "places",
    "agency": "on who did it",
    "wording": "on wording",
    "attribution": "on a quotation or source",
    "omission": "told by some only",
    "update": "updates",
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

# Words a minute that adults read silently: 238 (Brysbaert 2019, J. Mem. Lang. 109); for Chinese,
# Japanese and Korean about 260 characters read as words do, near 500 characters a minute.
_WORDS_A_MINUTE = 238
_CHARACTERS_A_MINUTE = 500
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def credited_to(name: str) -> str:
    return f"{name} (credit)"


def original_at(site: str) -> str:
    return f"{site} (original)"


def kind(value: ContrastKind) -> str:
    return KINDS.get(value, value)


def relation(value: Relation) -> str:
    return RELATIONS.get(value, value)


def statement(value: StatementKind) -> str:
    return STATEMENTS.get(value, value)


def reason(value: str) -> str:
    return REASONS.get(value, value)


def left_out(value: str) -> str:
    """ "left out: caption of a picture", "kept apart: headline"."""
    return f"{'kept apart' if value in _APART else 'left out'}: {reason(value)}"


def telling_cue(cue: str | None, *, denied: bool = False) -> str | None:
    """A cue that tells how something was said ("claimed", "hinted"); None for a plain one, and
    for one that says no more than that it was `denied`."""
    if cue is None:
        return None
    one = " ".join(cue.split())
    if denied and one.casefold() in ("deny", "denies", "denied", "has denied", "denying"):
        return None
    return None if not one or one.casefold() in _PLAIN_CUES else one


def language(code: str) -> str | None:
    return None if code in ("und", "") else LANGUAGES.get(code, code)


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 telling", "3 tellings", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(value: float) -> str:
    """A share in words: never "100%" for what is not whole, never "0%" for what is there."""
    percent = round(value * 100)
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
        if one in ("agency", "attribution", "wording"):
            words = KINDS_MANY[one]
        said.append(f"{number} {words}")
    return ", ".join(said)
