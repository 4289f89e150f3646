"""Words of dates in other languages than English: months, weekdays, days, cues.

General knowledge of the languages, in the forms that news uses; inflected forms are listed or,
where a stem is enough, given as a regular expression.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language; patterns are regular expressions without groups.

    `months` and `weekdays` (Monday first) have one pattern each; `days` maps patterns of words
    for days to their distance from the day of writing. `of` may stand between day, month and
    year; `joint` between the two days of a range; `ordinal` behind a day's number. `in_month`
    are words before a month that stands alone; `year_before` and `year_after` are words that
    make a number a year. `ahead` and `back` are cues of the verb, whole words. `shifts` maps units with
    "last" and "next" to (unit, distance).
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    days: dict[str, int]
    of: str
    joint: str
    ordinal: str
    in_month: str
    year_before: str
    year_after: str
    ahead: str
    back: str
    shifts: dict[str, tuple[str, int]]
    next_words: str


LANGUAGES = {
    "de": Language(
        months=(
            "januar|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august",
            "september", "oktober", "november", "dezember",
        ),
        weekdays=(
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend",
            "sonntag",
        ),
        days={"heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2},
        of="", joint=r"-|–|bis(?: zum)?|und", ordinal=r"\.",
        in_month=r"im|seit|bis|ende|anfang|mitte|vergangenen|letzten|nächsten|kommenden",
        year_before=r"im jahre?|jahr|seit|bis|von|nach|vor|ende|anfang|mitte|sommer|winter|frühjahr|herbst|in",
        year_after="",
        ahead=r"wird|werden|werde|würden?|soll|sollen|will|wollen|geplant|vorgesehen|bis|ab|kommenden|nächsten|bevorstehenden?",
        back=r"sagte\w*|erklärte\w*|teilte\w*|berichtete\w*|kündigte\w*|war|waren|wurden?|hatten?|hat|haben|kam|kamen|traf|trafen|gab|seit|meldete\w*|schrieb\w*|fand|fanden|begann\w*|ist|sind",
        shifts={
            r"(?:vergangene|letzte|vorige)n? woche": ("W", -1),
            r"(?:kommende|nächste)n? woche": ("W", 1),
            r"diese(?:r)? woche": ("W", 0),
            r"(?:vergangenen|letzten|vorigen) monat": ("M", -1),
            r"(?:kommenden|nächsten) monat": ("M", 1),
            r"(?:vergangene|letzte|vorige)[ns]? jahr": ("Y", -1),
            r"(?:kommende|nächste)[ns]? jahr": ("Y", 1),
        },
        next_words=r"kommende[nr]?|nächste[nr]?",
    ),
    "fr": Language(
        months=(
            "janvier", "février|fevrier", "mars", "avril", "mai", "juin", "juillet", "août|aout",
            "septembre", "octobre", "novembre", "décembre|decembre",
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        days={
            "aujourd['’]hui": 0, "avant-hier": -2, "hier": -1, "après-demain": 2, "demain": 1,
        },
        of="", joint=r"-|–|au|et", ordinal="er|º",
        in_month=r"en|depuis|mi-?|fin|début|mois de|mois d['’]",
        year_before=r"en|depuis|de|d['’]|jusqu['’]en|fin|début|l['’]année|année|été|hiver|printemps|automne",
        year_after="",
        ahead=r"sera|seront|aura|auront|doit|doivent|devrait|devraient|prévue?s?|va|vont|prochaine?|jusqu['’]au|d['’]ici",
        back=r"a|ont|avait|avaient|était|étaient|fut|furent|depuis|est|sont|s['’]est",
        shifts={
            r"(?:la )?semaine (?:dernière|passée)": ("W", -1),
            r"(?:la )?semaine prochaine": ("W", 1),
            r"cette semaine": ("W", 0),
            r"(?:le )?mois (?:dernier|passé)": ("M", -1),
            r"(?:le )?mois prochain": ("M", 1),
            r"l['’]an(?:née)? (?:dernier|dernière|passé|passée)": ("Y", -1),
            r"l['’]an(?:née)? prochaine?": ("Y", 1),
        },
        next_words="prochaine?",
    ),
    "es": Language(
        months=(
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre|setiembre", "octubre", "noviembre", "diciembre",
        ),
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        days={"hoy": 0, "anteayer": -2, "ayer": -1, "pasado mañana": 2},
        of=r"del?", joint=r"-|–|al|y", ordinal="º|°",
        in_month=r"en|desde|de|hasta|mediados de|finales de|fines de|principios de",
        year_before=r"en|desde|de|del|hasta|año|verano|invierno|primavera|otoño",
        year_after="",
        ahead=r"será|serán|se celebrará|tendrá|tendrán|previst[oa]s?|prevé|va a|van a|próxim[oa]s?|hasta|debe|deben|deberá",
        back=r"dijo|dijeron|anunció|declaró|afirmó|informó|ha|han|había|habían|fue|fueron|era|desde|\w{2,}(?:aron|ieron)",
        shifts={
            r"(?:la )?semana pasada": ("W", -1),
            r"(?:la )?próxima semana|(?:la )?semana (?:próxima|que viene)": ("W", 1),
            r"esta semana": ("W", 0),
            r"(?:el )?mes pasado": ("M", -1),
            r"(?:el )?próximo mes|(?:el )?mes (?:próximo|que viene)": ("M", 1),
            r"(?:el )?año pasado": ("Y", -1),
            r"(?:el )?próximo año|(?:el )?año (?:próximo|que viene)": ("Y", 1),
        },
        next_words=r"próximo",
    ),
    "ru": Language(
        months=(
            "январ[яьею]", "феврал[яьею]", "март[аеу]?", "апрел[яьею]", "ма[яйею]", "июн[яьею]",
            "июл[яьею]", "август[аеу]?", "сентябр[яьею]", "октябр[яьею]", "ноябр[яьею]",
            "декабр[яьею]",
        ),
        weekdays=(
            "понедельник[аеу]?", "вторник[аеу]?", "сред[ауеы]", "четверг[аеу]?", "пятниц[ауеы]",
            "суббот[ауеы]", "воскресень[еяю]",
        ),
        days={"сегодня": 0, "позавчера": -2, "вчера": -1, "послезавтра": 2, "завтра": 1},
        of="", joint=r"-|–|—|и|по", ordinal=r"-?го",
        in_month=r"в|с|до|к|конце|начале|середине|прошлом|следующем",
        year_before=r"", year_after=r"год(?:а|у|е|ы|ов|ах|ами)?|гг?\.",
        ahead=r"будет|будут|состоится|состоятся|пройд[её]т|пройдут|планиру\w+|намечен\w*|до|запланирован\w*|предстоящ\w+|следующ\w+|встретятся|начн[её]тся|должн\w+",
        back=r"\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)|с",
        shifts={
            r"на прошлой неделе": ("W", -1),
            r"на (?:следующей|будущей) неделе": ("W", 1),
            r"на этой неделе": ("W", 0),
            r"в прошлом месяце": ("M", -1),
            r"в (?:следующем|будущем) месяце": ("M", 1),
            r"в прошлом году": ("Y", -1),
            r"в (?:следующем|будущем) году": ("Y", 1),
            r"в этом году": ("Y", 0),
        },
        next_words=r"следующ\w+|ближайш\w+",
    ),
    "uk": Language(
        months=(
            "січ(?:ня|ень|ні|нем)", "лют(?:ого|ий|ому|им)", "берез(?:ня|ень|ні|нем)",
            "квіт(?:ня|ень|ні|нем)", "трав(?:ня|ень|ні|нем)", "черв(?:ня|ень|ні|нем)",
            "лип(?:ня|ень|ні|нем)", "серп(?:ня|ень|ні|нем)", "верес(?:ня|ень|ні|нем)",
            "жовт(?:ня|ень|ні|нем)", "листопад[аіу]?", "груд(?:ня|ень|ні|нем)",
        ),
        weekdays=(
            "понеділ(?:ок|ка|ку)", "вівтор(?:ок|ка|ку)", "серед[ауіи]", "четвер(?:га|гу)?",
            "п['’ʼ]ятниц[яюіи]", "субот[ауіи]", "неділ[яюі]",
        ),
        days={"сьогодні": 0, "позавчора": -2, "вчора": -1, "учора": -1, "післязавтра": 2, "завтра": 1},
        of="", joint=r"-|–|—|і|й|та|по", ordinal=r"-?го",
        in_month=r"у|в|з|до|наприкінці|кінці|початку|середині|минулому|наступному",
        year_before=r"", year_after=r"р(?:ок|оку|оці|оком|оки|оків|оках)|рр?\.",
        ahead=r"буде|будуть|відбудеться|відбудуться|пройде|пройдуть|плану\w+|заплановано?|до|наступн\w+|зустрінуться|має|мають",
        back=r"\w{3,}(?:ив|ав|ув|ив|ла|ло|ли|вся|лася|лося|лися)|з",
        shifts={
            r"минулого тижня|на минулому тижні": ("W", -1),
            r"наступного тижня|на наступному тижні": ("W", 1),
            r"цього тижня|на цьому тижні": ("W", 0),
            r"минулого місяця": ("M", -1),
            r"наступного місяця": ("M", 1),
            r"минулого року|торік": ("Y", -1),
            r"наступного року": ("Y", 1),
            r"цього року": ("Y", 0),
        },
        next_words=r"наступн\w+|найближч\w+",
    ),
}  # fmt: skip

# Chinese has no words to part: digits before the signs for year, month and day.
CHINESE_DAYS = {
    "今天": 0, "今日": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "前天": -2, "明天": 1,
    "明日": 1, "后天": 2, "後天": 2,
}  # fmt: skip
CHINESE_SHIFTS = {
    "上周": ("W", -1), "上週": ("W", -1), "下周": ("W", 1), "下週": ("W", 1), "本周": ("W", 0),
    "本週": ("W", 0), "上个月": ("M", -1), "上個月": ("M", -1), "上月": ("M", -1), "下个月": ("M", 1),
    "下個月": ("M", 1), "本月": ("M", 0), "去年": ("Y", -1), "明年": ("Y", 1), "今年": ("Y", 0),
}  # fmt: skip
CHINESE_WEEKDAYS = "一二三四五六日"
CHINESE_BACK = r"表示|说|說|称|稱|指出|宣布|报道|報道|报导|了|曾|已"
CHINESE_AHEAD = r"将|將|定于|定於|预计|預計|计划|計劃|即将|即將"
