from __future__ import annotations

import pytest

from rashomon.model import Article
from rashomon.timeline import moments


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
