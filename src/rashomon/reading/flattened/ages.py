"""How old pages say their articles are: "2 days ago", "3h ago", "vor 2 Tagen", "2天前".

General knowledge of how sites print ages, in the languages of `months` and Chinese; November 2026.
"""

from __future__ import annotations

import re

# Lines in which an age in another form than "2 days ago" counts, in characters.
_LONGEST = 80
_PERIOD = {
    "s": "PT{}S", "min": "PT{}M", "h": "PT{}H", "d": "P{}D", "w": "P{}W", "mo": "P{}M", "y": "P{}Y",
}  # fmt: skip
# Beginnings of words for units of time, without those of English: general knowledge.
_UNITS = {
    "s": "sekund secondes segundo secondi seconden sekunder sekunder секунд 秒",
    "min": "minut minutt minuto минут хвилин хв мин 分钟 分鐘 分",
    "h": "stund std heure hora ore ora uur uren timm time timer godz час годин 小时 小時 时间 時間",
    "d": "tag jour día dia giorn dag dni dzień дней дня день дні днів 天 日",
    "w": "woche semaine semana settiman weken week veck uke uge tydz тижн недел 周 週",
    "mo": "monat mois mes maand månad måned miesi месяц місяц 个月 個月",
    "y": "jahr an ans año ano ann jaar år rok lat год лет рок 年",
}  # fmt: skip
_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_WORD = "|".join(sorted(map(re.escape, _OF), key=len, reverse=True))
_NUMBER = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eine[mnr]?|une?|una?|een|en|ett?|один|одну|одна)"
_COUNTS = {
    word: k + 1 for k, word in enumerate("one two three four five six seven eight nine ten".split())
}
# "2 days, 3 hours ago": the larger unit says how old.
_ENGLISH = re.compile(
    r"(?:(?<!\d)(?P<count>\d{1,3})|\b(?P<word>one|two|three|four|five|six|seven|eight|nine|ten)|(?P<a>an?)(?=\s))\s?"
    r"(?P<unit>second|sec|minute|min|hour|hr|day|week|wk|month|mo|year|yr|s|m|h|d|w|y)s?\.?"
    r"(?:(?:,|\s+and)?\s+\d{1,2}\s?(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|s))?\s+ago\b",
    re.I,
)
_ENGLISH_UNIT = {
    "sec": "s", "s": "s", "min": "min", "m": "min", "hou": "h", "hr": "h", "h": "h", "day": "d", "d": "d",
    "wee": "w", "wk": "w", "w": "w", "mon": "mo", "mo": "mo", "yea": "y", "yr": "y", "y": "y",
}  # fmt: skip
_BEFORE = re.compile(
    rf"\b(?:vor|il y a|hace|há|for)\s+{_NUMBER}\s+(?P<unit>{_WORD})\w{{0,6}}(?:\s+siden)?\b", re.I
)
_AFTER = re.compile(
    rf"(?<!\d){_NUMBER}\s+(?P<unit>{_WORD})\w{{0,6}}\s+(?:fa|geleden|sedan|siden|temu|назад|тому|atrás)\b",
    re.I,
)
_EASTERN = re.compile(rf"(?<!\d)(?P<count>\d{{1,3}})\s?(?P<unit>{_WORD})前")
_YESTERDAY = re.compile(
    r"(?:^|[a-z\s·|•-])yesterday(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?)?\s*$|"
    r"^(?:gestern|hier|ayer|ontem|ieri|gisteren|i går|igår|wczoraj|вчера|вчора|昨天)(?:,?\s+\D{0,6}\d{1,2}[:.]\d{2}.{0,6})?$",
    re.I,
)
_NOW = re.compile(
    r"^\W*(?:just now|moments ago|gerade eben|à l['’]instant|только что|刚刚)\W*$", re.I
)


def age_of(line: str) -> str | None:
    """The age that a line gives, as an ISO 8601 duration; None where it gives none."""
    match = _ENGLISH.search(line)
    if match is not None and not (match["word"] and line[match.end() :].strip(" .,|·")):
        count = match["count"] or _COUNTS.get((match["word"] or "").lower(), 1)
        unit = match["unit"].lower()
        short = _ENGLISH_UNIT.get(unit[:3]) or _ENGLISH_UNIT.get(unit[:2])
        return _PERIOD[short].format(int(count)) if short else None  # re.I takes "ſ" for an s
    if len(line) > _LONGEST:
        return None
    if _YESTERDAY.search(line):
        return "P1D"
    if _NOW.match(line):
        return "PT0M"
    match = _BEFORE.search(line) or _AFTER.search(line) or _EASTERN.search(line)
    if match is None:
        return None
    number = match["count"].lower()
    count = int(number) if number.isdigit() else _COUNTS.get(number, 1)
    unit = _OF.get(match["unit"].lower())
    return _PERIOD[unit].format(count) if unit else None
