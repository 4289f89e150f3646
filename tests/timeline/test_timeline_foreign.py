from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article
from rashomon.timeline import moments, timexes
from rashomon.timeline.languages import LANGUAGES


def dates(text: str, language: str, published: str | None = "2031-05-14") -> list[str | None]:
    article = Article(
        "a", "p", "article", None, None, None, None, None, published, None, language, text, None
    )
    return [moment.date for moment in moments(article)]


# 14 May 2031 is a Wednesday.
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 7. Mai 2029 wurde die Brücke eröffnet.", ["2029-05-07"]),
        ("de", "Das Treffen wird am 3. Juni stattfinden.", ["2031-06-03"]),
        ("de", "Am Dienstag sagte der Minister, es regne.", ["2031-05-13"]),
        (
            "de",
            "Die Gespräche sollen am 14. und 15. August stattfinden.",
            ["2031-08-14/2031-08-15"],
        ),
        ("de", "Im März trat sie zurück.", ["2031-03"]),
        ("de", "Sie wurde 2027 gewählt, im Jahr 2028 bestätigt.", ["2028"]),
        ("de", "Gestern regnete es, vergangene Woche nicht.", ["2031-05-13", "2031-W19"]),
        ("de", "Unterzeichnet am 07.05.2029 in Velm.", ["2029-05-07"]),
        ("fr", "Le 1er août 2029, le pont a été ouvert.", ["2029-08-01"]),
        ("fr", "La réunion aura lieu le 3 juin.", ["2031-06-03"]),
        ("fr", "Le maire a déclaré mardi qu'il pleuvait.", ["2031-05-13"]),
        ("fr", "Il l'a dit hier, et la semaine dernière.", ["2031-05-13", "2031-W19"]),
        ("fr", "Elle a été élue en 2027.", ["2027"]),
        ("es", "El 7 de agosto de 2029 se abrió el puente.", ["2029-08-07"]),
        ("es", "La cumbre se celebrará el 3 de junio.", ["2031-06-03"]),
        ("es", "El ministro dijo el martes que llovía.", ["2031-05-13"]),
        ("es", "En marzo dimitió; el año pasado no.", ["2031-03", "2030"]),
        ("ru", "7 августа 2029 года открыли мост.", ["2029-08-07"]),
        ("ru", "Встреча состоится 3 июня.", ["2031-06-03"]),
        ("ru", "Об этом он заявил во вторник.", ["2031-05-13"]),
        ("ru", "В марте она ушла в отставку, в 2027 году вернулась.", ["2031-03", "2027"]),
        ("ru", "Это было вчера и на прошлой неделе.", ["2031-05-13", "2031-W19"]),
        ("uk", "7 серпня 2029 року відкрили міст.", ["2029-08-07"]),
        ("uk", "Зустріч відбудеться 3 червня.", ["2031-06-03"]),
        ("uk", "Про це він заявив у вівторок.", ["2031-05-13"]),
        ("uk", "Це сталося минулого тижня та у 2027 році.", ["2031-W19", "2027"]),
        ("zh", "2029年8月7日，大桥开通。", ["2029-08-07"]),
        ("zh", "会议将于6月3日举行。", ["2031-06-03"]),
        ("zh", "市长周二表示，昨天下雨。", ["2031-05-13", "2031-05-13"]),
        ("zh", "2027年她当选，去年辞职。", ["2027", "2030"]),
        ("zh", "会谈于8月14日至15日举行。", ["2030-08-14/2030-08-15"]),
        ("it", "Firmato il 2029-05-07.", ["2029-05-07"]),
    ],
)
def test_dates_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


def test_without_a_date_only_whole_ones_stand() -> None:
    assert dates("Am Dienstag, am 3. Mai, am 7. Mai 2029.", "de", None) == ["2029-05-07"]
    assert dates("Во вторник, 3 мая, 7 мая 2029 года.", "ru", None) == ["2029-05-07"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Er sagte am Dienstag, er will im Juni zurücktreten.", ["2031-05-13", "2031-06"]),
        ("de", "Am Dienstag teilte er mit, dass das Treffen am Freitag stattfinden wird.",
         ["2031-05-13", "2031-05-16"]),
        ("ru", "Он заявил во вторник, что встреча состоится 3 июня.", ["2031-05-13", "2031-06-03"]),
        ("ru", "Магазины закрыты до субботы.", ["2031-05-17"]),
        ("uk", "Він заявив у вівторок, що зустріч відбудеться 3 червня.",
         ["2031-05-13", "2031-06-03"]),
        ("fr", "Il a dit mardi, que la réunion aura lieu vendredi.", ["2031-05-13", "2031-05-16"]),
        ("es", "Dijo el martes que la cumbre, será el viernes.", ["2031-05-13", "2031-05-16"]),
        ("zh", "市长周二表示，会议将于周五举行。", ["2031-05-13", "2031-05-16"]),
    ],
)  # fmt: skip
def test_the_nearest_cue_of_the_clause_decides(
    language: str, text: str, expected: list[str]
) -> None:
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In den Jahren 2016 bis 2018 war es trocken."),
        ("fr", "Entre 2016 et 2018, il a plu."),
        ("es", "Entre 2016 y 2018 llovió."),
        ("ru", "В 2016–2018 годах было сухо."),
        ("uk", "У 2016–2018 роках було сухо."),
        ("zh", "2016年至2018年干旱。"),
    ],
)
def test_ranges_of_years(language: str, text: str) -> None:
    assert dates(text, language) == ["2016/2018"]


def test_no_white_space_at_the_ends_of_expressions() -> None:
    text = "Am 7. Mai 2029 kam er. 7 серпня 2029 року прийшов."
    for language in ("de", "uk"):
        article = Article(
            "a", "p", "article", None, None, None, None, None, None, None, language, text, None
        )
        (moment,) = moments(article)
        words = text[moment.expression.start : moment.expression.end]
        assert words in ("7. Mai 2029", "7 серпня 2029 року")


# How each language writes the same: with its year, in words, abbreviated, counted from today.
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Im März 2029 schloss die Mühle.", ["2029-03"]),
        ("de", "Ende Mai 2029 schloss die Mühle.", ["2029-05"]),
        ("de", "Am ersten Mai 2029 tanzten sie.", ["2029-05-01"]),
        ("de", "Am 24. Feb. 2029 fror der Fluss.", ["2029-02-24"]),
        ("de", "Vor drei Tagen brach die Brücke.", ["2031-05-11"]),
        ("de", "Die Brücke wird in zwei Wochen öffnen.", ["2031-W22"]),
        ("de", "In zwei Wochen wurden vier Häuser gebaut.", []),
        ("de", "Am Dienstagabend sagte der Wirt ab.", ["2031-05-13"]),
        ("de", "Im Sommer 2029 war es trocken.", ["2029-06/2029-08"]),
        ("de", "In den 1990er Jahren gab es hier Fähren.", ["1990/1999"]),
        ("fr", "En mars 2029, le moulin a fermé.", ["2029-03"]),
        ("fr", "Le premier mai 2029, ils ont dansé.", ["2029-05-01"]),
        ("fr", "Signé le 07/08/2029 à Velm.", ["2029-08-07"]),
        ("fr", "Le pont est tombé il y a trois jours.", ["2031-05-11"]),
        ("fr", "Le pont sera ouvert dans deux mois.", ["2031-07"]),
        ("fr", "Le 3 févr. 2029, le fleuve a gelé.", ["2029-02-03"]),
        ("fr", "Les années 1990 étaient calmes.", ["1990/1999"]),
        ("es", "En marzo de 2029 cerró el molino.", ["2029-03"]),
        ("es", "El primero de mayo de 2029 bailaron.", ["2029-05-01"]),
        ("es", "El puente cayó hace tres días.", ["2031-05-11"]),
        ("es", "El puente se abrirá dentro de dos semanas.", ["2031-W22"]),
        ("es", "En el verano de 2029 no llovió.", ["2029-06/2029-08"]),
        ("es", "Gastaron 3 energías y 7 abrigos.", []),
        ("ru", "В марте 2029 года мельница закрылась.", ["2029-03"]),
        ("ru", "Двадцать четвёртого февраля 2029 года замёрзла река.", ["2029-02-24"]),
        ("ru", "Первого мая 2029 года танцевали.", ["2029-05-01"]),
        ("ru", "Мост упал три дня назад.", ["2031-05-11"]),
        ("ru", "Мост откроют через две недели.", ["2031-W22"]),
        ("ru", "К концу апреля 2029 года мост починили.", ["2029-04"]),
        ("ru", "Летом 2029 года было сухо.", ["2029-06/2029-08"]),
        ("ru", "В 1990-х годах здесь ходил паром.", ["1990/1999"]),
        ("uk", "У березні 2029 року млин закрили.", ["2029-03"]),
        ("uk", "Двадцять першого лютого 2029 року замерзла річка.", ["2029-02-21"]),
        ("uk", "Міст упав три дні тому.", ["2031-05-11"]),
        ("uk", "Міст відкриють через два тижні.", ["2031-W22"]),
        ("uk", "У п’ятницю міст закрили.", ["2031-05-09"]),
        ("uk", "Влітку 2029 року було сухо.", ["2029-06/2029-08"]),
        ("zh", "二〇二九年八月七日，大桥开通。", ["2029-08-07"]),
        ("zh", "２０２９年８月７日，大桥开通。", ["2029-08-07"]),
        ("zh", "大桥于去年十二月二十一日关闭。", ["2030-12-21"]),
        ("zh", "去年12月，大桥关闭。", ["2030-12"]),
        ("zh", "三天前，大桥倒塌。", ["2031-05-11"]),
        ("zh", "大桥将在两周后开通。", ["2031-W22"]),
        ("zh", "当地时间13日，大桥倒塌。", ["2031-05-13"]),
        ("zh", "2029年夏天没有下雨。", ["2029-06/2029-08"]),
        ("zh", "上世纪1990年代有渡轮。", ["1990/1999"]),
        ("zh", "民國118年5月1日簽署。", ["2029-05-01"]),
        ("ja", "2029-05-07に調印。", ["2029-05-07"]),
    ],
)
def test_years_words_and_counts(language: str, text: str, expected: list[str]) -> None:
    assert dates(text, language) == expected


def test_every_month_of_every_language_is_its_number() -> None:
    for language, words in LANGUAGES.items():
        forms = {
            "de": "Am 3. {} 2029.", "fr": "Le 3 {} 2029.", "es": "El 3 de {} de 2029.",
            "ru": "3 {} 2029 года.", "uk": "3 {} 2029 року.",
        }  # fmt: skip
        for number, month in enumerate(words.months, 1):
            name = GENITIVES.get(language, {}).get(number) or month.split("|")[0]
            found = dates(forms[language].format(name), language)
            assert found == [f"2029-{number:02}-03"], (language, name)


GENITIVES = {
    "ru": dict(
        enumerate(
            "января февраля марта апреля мая июня июля августа сентября октября ноября "
            "декабря".split(),
            1,
        )
    ),
    "uk": dict(
        enumerate(
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
            "грудня".split(),
            1,
        )
    ),
}


@given(
    st.sampled_from(("de", "fr", "es", "ru", "uk", "zh")),
    st.text(alphabet="0123456789 .年月日一二十 vor in 3 назад мая тому /", max_size=80),
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(language: str, text: str) -> None:
    for timex in timexes(text, "2031-05-14", language):
        assert 0 <= timex.start < timex.end <= len(text)
