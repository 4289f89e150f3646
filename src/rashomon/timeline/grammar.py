"""The grammar of English date expressions: one regular expression over token classes.

The classes are those of `lexicon`. Each named group is one form, and has one function in
`resolve` that reads it. Where two forms start at one token, the first that matches stands.
"""

from __future__ import annotations

import re

_MONTH = r"(?:[Mv]|m\.?)"
_DAY = r"do?"
_YEAR = r"(?:,?y)"
_WEEKDAY = r"(?:W|w\.?)"
_CLOCK = r"(?:(?:d(?::[dn]){0,2}K|d:[dn]|k)z?)"
_CALENDAR = rf"(?:{_MONTH}{_DAY}(?!:?[dn])(?:{_YEAR}|,?O?[LXT]u)?|D?{_DAY}(?:(?:-|A)D?{_DAY})?O?{_MONTH}(?:{_YEAR}|O?[LXT]u)?)"
_NUMBER = r"(?:a?[Nnd](?:-?N){0,5}(?:d/d)?(?:-?A-?a-?j-?O?)?O?)"
_EARLY = r"(?:D?E-?)"
_DEICTIC = r"(?:[LX][LX]?|T[LX]?)"

FORMS = {
    # 2025-08-07, 7.8.2025, 8/7/2025
    "numeric": r"y-d-d(?![-d])|y/d/d|d\.d\.y|d/d/y",
    # 10:35 a.m. Friday, 5 p.m. EST, Nov. 6; Saturday, April 25; Aug. 7, 1998; April 24 and 25
    "calendar": rf"(?:{_CLOCK},?i?)?(?:{_WEEKDAY},?i?)?{_CALENDAR}(?:(?:-|A){_DAY}(?![:KdnoO%uUMvm]|[,.][dn])(?:,y)?)?",
    # late May, early June 2025, last April, July last year, mid-August, the end of May
    "month": rf"(?:D?BO|{_EARLY}|[LXT])?(?:{_MONTH}(?:{_YEAR}|O?[LXT]u|OD?H?Hu|Oy|NN(?:-?N)?)|[Mv])|D[Mv](?!,?y)",
    # noon Saturday, early Friday, next Tuesday, Monday night
    "weekday": rf"(?:{_CLOCK},?i?)?(?:{_EARLY}|[LXT])?Wt?(?![-])",
    # this morning, last night, later today, yesterday evening
    "today": rf"(?:{_CLOCK},?i?)?(?:{_EARLY})?(?:Zt?|[TLH]t)|E-?t",
    # 1980s, the late 1980s, the '90s, the nineties
    "decade": r"D?(?:E-?)?(?:(?:y|'[nd])'?s|e)",
    # the 20th century
    "century": r"D?(?:E-?)?(?:do|Q)-?u",
    # the third quarter of 1990, this year's third quarter, the 1988 quarter, the latest quarter
    "quarter": r"pd(?:O?y)?|(?:Tu's|Lu's|D?(?:y|u-[gE]))?-?D?F?-?(?:Q|do)-?q(?:O?(?:y|[LXT]u|Du))?|(?:Lu's|Dy|D?l|D?u-[gE])[qb]|D?u-[gE]",
    # the first half of 1989, the first nine months
    "part": rf"D?[QLX](?:{_NUMBER})?(?:j|U|q)O(?:y|[LXT]u|D'[nd]s)|DQ{_NUMBER}U",
    # 10 years ago, a year earlier, two days later
    "ago": rf"{_NUMBER}f?[uU](?:A[Na])?(?:g|E)|a[uq](?:g|E)|a[uq](?:O?xx?g|Axg)",
    # last week, the past three months, this weekend, earlier this month, the same day
    "deictic": rf"(?:{_EARLY}i?D?|D?BO)?(?:D?{_DEICTIC}(?:{_NUMBER}(?:AN)?)?f?[uUqVSb]|D?H?Hu)",
    # the end of the year, the week, the weekend, later in the day
    "definite": rf"(?:D?BO|{_EARLY}i)?D(?:F|f)?[uqV]|u-B",
    # every Friday, each year, daily
    "set": r"C(?:N|Q|d)?[uUWVSq]|c",
    # three days, five-year, two to three weeks, a year or two, half a century
    "duration": rf"{_NUMBER}(?:-?A-?{_NUMBER})?-?f?-?[uU]q?|a[uq]A[N]|af?u|jau",
    # the summer, spring 1994, the winter of 1994
    "season": rf"(?:{_EARLY}|D)?S(?:O?y|O?[LXT]u|ONN(?:-?N)?)|D?(?:{_EARLY})?S",
    "holiday": r"R(?:xx?)?|Yu(?:'s)?x",
    "time": rf"{_CLOCK}",
    "future": r"Dxr|Dr",
    # in the past
    "past": r"DL",
    "reference": r"P[U]?",
    # 1989, fiscal 1989, early 1991, mid-1996, nineteen ninety-seven
    "year": rf"(?:D?BO|{_EARLY})?D?(?:F|u)?y|NN(?:-N|N)?",
    "plural": r"U",
}
# Where an expression may begin: saves trying every form at every word.
START = re.compile(
    r"[MvmWwySFZPRCckeU]|[dnN](?=[oMvm/.\-:KuUNfndOaAEjq])|D(?=[^x,.:¶/'AiKsz])|a(?=[uUqNndfj])"
    r"|'(?=[nd])|Dxr|Yu|pd|u-|[TLXHQE](?=[^x,.:¶/'])|l[qb]|BO|j"
)
GRAMMAR = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()))
