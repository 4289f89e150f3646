"""Chinese dates: one expression for what signs and digits give, and what numbers in signs come to.

Full-width digits count as digits; years may be written sign by sign (二〇二五年), of an era
(民國114年, 令和7年), or as last, this or next year; a day may stand without its month (14日).
"""

from __future__ import annotations

import re

from rashomon.timeline.languages import (
    CHINESE_AHEAD,
    CHINESE_BACK,
    CHINESE_DAYS,
    CHINESE_SHIFTS,
)
from rashomon.timeline.numeric import NUMERIC

_DIGITS = {ord("０") + n: str(n) for n in range(10)}
_SIGNS = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "兩": 2,
}  # fmt: skip
_TENS = {"十": 10, "廿": 20, "卅": 30}
# The year before the first of an era.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民国": 1911, "民國": 1911}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2, "後年": 2, "本年": 0}

_NUMBER = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_YEAR = (
    r"(?:(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2}"
    rf"|(?:{'|'.join(_ERAS)})(?:\d{{1,3}}|元|[一二三四五六七八九十百]{{1,4}}))"
)
_COUNT = r"\d{1,3}|[一二两兩三四五六七八九十]{1,2}"
_UNIT = r"天|日|个?月|個?月|周|週|个?星期|個?星期|年"

# Where an expression may begin: saves trying every form at every sign.
_FIRST = r"(?=[\d一二两兩三四五六七八九十廿卅前去今明后後昨本上下这這周週星礼禮令平昭民时時])"
FINDER = re.compile(
    rf"{_FIRST}(?:{NUMERIC}"
    rf"|(?:(?P<y>{_YEAR}(?=\s?年)|{'|'.join(_YEARS)})(?:\s?年)?\s?)?"
    rf"(?<!\d)(?P<m>{_NUMBER})\s?月\s?(?P<d>{_NUMBER})\s?[日号號]"
    rf"(?:\s?(?:-|–|—|至|到|和)\s?(?P<d2>{_NUMBER})\s?[日号號])?"
    rf"|(?P<by>{_YEAR}(?=\s?年)|{'|'.join(_YEARS)})(?:\s?年)?\s?(?P<bm>{_NUMBER})\s?月"
    r"|(?P<by_season>(?:19|20)\d\d)\s?年\s?(?P<zh_season>[春夏秋冬])[天季]"
    r"|(?P<decade>(?:19|20)\d0)\s?年代"
    rf"|(?<!\d)(?P<an>{_COUNT})\s?(?P<au>{_UNIT})(?:之前|以前|前)"
    rf"|(?<!\d)(?P<hn>{_COUNT})\s?(?P<hu>{_UNIT})(?:之后|之後|以后|以後|后|後)"
    rf"|(?P<ly>{_YEAR})\s?年(?!代)"
    r"|(?P<week>[上下本这這]?(?:周|週|星期|礼拜|禮拜))(?P<w>[一二三四五六日天])"
    r"|(?:本月|时间|時間)(?P<alone>\d{1,2})\s?[日号號]"
    r"|(?<![\d月年第])(?P<alone2>\d{1,2})\s?日(?=[,，、]|上午|下午|晚|凌晨|中午|在|表示|说|說|宣布|对|對|就|发|發)"
    rf"|(?P<shift>{'|'.join(CHINESE_SHIFTS)})|(?P<day>{'|'.join(CHINESE_DAYS)})"
    rf"|(?<!\d)(?P<lm>{_NUMBER})\s?月(?:份|初|底|中旬|上旬|下旬)"
    ")"
)
CUES = re.compile(rf"(?P<ahead>{CHINESE_AHEAD})|(?P<back>{CHINESE_BACK})")
SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}


def digits_of(text: str) -> str:
    """The text with full-width digits as plain ones; every offset stays."""
    return text.translate(_DIGITS)


def number_of(word: str) -> int | None:
    """A number in digits or signs to 99: 二十一, 廿四, 十."""
    if word.isdigit() and word.isascii():
        return int(word)
    total = 0
    last = 0
    for sign in word:
        if sign in _TENS:
            total += max(last, 1) * 10 if sign == "十" else _TENS[sign]
            last = 0
        elif sign in _SIGNS:
            last = _SIGNS[sign]
        else:
            return None
    return total + last or None


def year_of(word: str, written: int | None) -> int | None:
    """A year in signs, of an era, or beside the year of writing."""
    if word in _YEARS:
        return None if written is None else written + _YEARS[word]
    for era, before in _ERAS.items():
        if word.startswith(era):
            rest = word.removeprefix(era)
            count = 1 if rest == "元" else int(rest) if rest.isdigit() else _hundreds(rest)
            return before + count if count else None
    signs = [_SIGNS.get(sign) for sign in word]
    if len(signs) == 4 and None not in signs:
        return int("".join(str(sign) for sign in signs))
    return int(word) if word.isdigit() else None


def _hundreds(word: str) -> int | None:
    head, mark, rest = word.partition("百")
    if not mark:
        return number_of(word)
    return (number_of(head) or 1) * 100 + (number_of(rest) or 0 if rest else 0)
