"""Words of counting in other languages than English: three days ago, the first of May, summers.

General knowledge of the languages, in the forms that news uses; patterns as in `languages`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counting:
    """The words with which one language counts; patterns are regular expressions without groups.

    `numbers` are numbers in words; `units` map patterns to D, W, M or Y. `ago` and `hence` are
    what stands before and behind a number with its unit. `ordinals` are days of a month in
    words, `short_months` abbreviations in the order of the months (empty where there are none).
    `seasons` map patterns to SP, SU, FA or WI. `decade` stands around a year that ends in 0.
    `day_part` may be glued to a weekday. `slashes` says that 3/4/2031 is the 3rd of April.
    """

    numbers: dict[str, int]
    units: dict[str, str]
    ago: tuple[str, str]
    hence: tuple[str, str]
    ordinals: dict[str, int]
    short_months: tuple[str, ...]
    seasons: dict[str, str]
    decade: tuple[str, str]
    day_part: str = ""
    slashes: bool = True


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


def _slavic_ordinals(small: str, tens: dict[str, int], twenty: str, thirty: str) -> dict[str, int]:
    ones = _numbered(small)
    found = dict(ones) | tens
    for word, number in list(ones.items())[:9]:
        found[rf"{twenty} {word}"] = 20 + number
    first = next(iter(ones))
    found[rf"{thirty} {first}"] = 31
    return found


_GERMAN_ONES = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"

COUNTING = {
    "de": Counting(
        numbers={"einem": 1, "einer": 1, "einen": 1, "eine": 1} | _numbered(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
        units={r"tag(?:en?)?": "D", r"wochen?": "W", r"monat(?:en?)?": "M", r"jahr(?:en?)?": "Y"},
        ago=(r"vor\s+", ""), hence=(r"in\s+", ""),
        ordinals={f"{word}e[nrs]?": n for word, n in _numbered(_GERMAN_ONES).items()},
        short_months=(
            r"jan\.|jän\.", r"feb\.|febr\.", r"mär\.|mrz\.", r"apr\.", "", r"jun\.", r"jul\.",
            r"aug\.", r"sept?\.", r"okt\.", r"nov\.", r"dez\.",
        ),
        seasons={r"frühjahr|frühling": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"},
        decade=("", r"er(?:[- ]jahren?)?"),
        day_part=r"(?:abend|morgen|nacht|nachmittag|vormittag|mittag|früh)",
    ),
    "fr": Counting(
        numbers={"une?": 1} | _numbered(
            "deux trois quatre cinq six sept huit neuf dix onze douze", 2),
        units={r"jours?": "D", r"semaines?": "W", r"mois": "M", r"ans?|années?": "Y"},
        ago=(r"il y a\s+(?:environ\s+)?", ""), hence=(r"dans\s+", ""),
        ordinals={"premier": 1},
        short_months=(
            r"janv\.", r"févr?\.", "", r"avr\.", "", "", r"juil\.", "", r"sept\.", r"oct\.",
            r"nov\.", r"déc\.",
        ),
        seasons={"printemps": "SP", r"l['’]été|été": "SU", r"l['’]automne|automne": "FA",
                 r"l['’]hiver|hiver": "WI"},
        decade=(r"années\s+", ""),
    ),
    "es": Counting(
        numbers={"una?": 1} | _numbered(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce", 2),
        units={r"días?": "D", r"semanas?": "W", r"mes(?:es)?": "M", r"años?": "Y"},
        ago=(r"hace\s+(?:unos\s+|casi\s+)?", ""), hence=(r"dentro de\s+", ""),
        ordinals={"primero": 1},
        short_months=(
            r"ene\.?", r"feb\.?", r"mar\.", r"abr\.?", r"may\.", r"jun\.?", r"jul\.?", r"ago\.",
            r"sept?\.?", r"oct\.?", r"nov\.?", r"dic\.?",
        ),
        seasons={"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
        decade=(r"años\s+|década de\s+", ""),
    ),
    "ru": Counting(
        numbers={"одну|один|одного": 1, "два|две|двух": 2, "три|тр[её]х": 3,
                 "четыре|четыр[её]х": 4, "пять|пяти": 5, "шесть|шести": 6, "семь|семи": 7,
                 "восемь|восьми": 8, "девять|девяти": 9, "десять|десяти": 10},
        units={r"день|дня|дней": "D", r"недел[июья]|недель": "W", r"месяц(?:а|ев)?": "M",
               r"год(?:а)?|лет": "Y"},
        ago=("", r"\s+(?:тому\s+)?назад"), hence=(r"через\s+", ""),
        ordinals=_slavic_ordinals(
            "первого второго третьего четв[её]ртого пятого шестого седьмого восьмого девятого "
            "десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого "
            "шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого",
            {"тридцатого": 30}, "двадцать", "тридцать",
        ),
        short_months=(
            r"янв\.", r"фев(?:р)?\.", r"мар\.", r"апр\.", "", r"июн\.", r"июл\.", r"авг\.",
            r"сент?\.", r"окт\.", r"ноя(?:б)?\.", r"дек\.",
        ),
        seasons={r"весной|весны|весну": "SP", r"летом|лета": "SU", r"осенью|осени|осень": "FA",
                 r"зимой|зимы|зиму": "WI"},
        decade=("", r"-?[хe]\s+(?:год(?:ах|ы|ов)|гг\.)"),
        slashes=False,
    ),
    "uk": Counting(
        numbers={"один|одну|одного": 1, "два|дві|двох": 2, "три|трьох": 3,
                 "чотири|чотирьох": 4, "п['’ʼ]ять|п['’ʼ]яти": 5, "шість|шести": 6, "сім|семи": 7,
                 "вісім|восьми": 8, "дев['’ʼ]ять|дев['’ʼ]яти": 9, "десять|десяти": 10},
        units={r"день|дні|днів": "D", r"тиждень|тижні|тижнів": "W", r"місяць|місяці|місяців": "M",
               r"рік|роки|років": "Y"},
        ago=("", r"\s+тому"), hence=(r"(?:через|за)\s+", ""),
        ordinals=_slavic_ordinals(
            "першого другого третього четвертого п['’ʼ]ятого шостого сьомого восьмого "
            "дев['’ʼ]ятого десятого одинадцятого дванадцятого тринадцятого чотирнадцятого "
            "п['’ʼ]ятнадцятого шістнадцятого сімнадцятого вісімнадцятого дев['’ʼ]ятнадцятого "
            "двадцятого",
            {"тридцятого": 30}, "двадцять", "тридцять",
        ),
        short_months=(
            r"січ\.", r"лют\.", r"бер\.", r"квіт?\.", r"трав\.", r"черв\.", r"лип\.", r"серп\.",
            r"вер\.", r"жовт\.", r"лист\.", r"груд\.",
        ),
        seasons={r"навесні|весни|весною": "SP", r"влітку|літа": "SU", r"восени|осені": "FA",
                 r"взимку|зими": "WI"},
        decade=("", r"-?[хі]\s+рок(?:ах|и|ів)"),
        slashes=False,
    ),
}  # fmt: skip
