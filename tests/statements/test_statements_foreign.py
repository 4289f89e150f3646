"""Quotations in languages without rules, and the names that stand beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import statements
from rashomon.model import Article, Statement


def extract(text: str, language: str) -> tuple[Statement, ...]:
    """Statements of a text in a language."""
    return statements.extract(
        Article(
            id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
            outlet=None, url=None, published=None, published_basis=None, language=language,
            text=text, ranges=None,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Die Brücke bleibt zu“, sagte der Sprecher Bo Lind am Montag.", "der Sprecher Bo Lind"),
        ("de", "Ana Petrell erklärte: „Das ist nicht hinzunehmen, meine Herren.“", "Ana Petrell"),
        ("fr", "« Le pont reste bien fermé », a déclaré le ministre Bo Lind.", "le ministre Bo Lind"),
        ("es", "“El puente sigue cerrado hasta mayo”, dijo Bo Lind a la prensa.", "Bo Lind"),
        ("pt", "“A ponte continua fechada até maio”, explicou Bo Lind.", "Bo Lind"),
        ("it", "«Il ponte resta chiuso fino a lunedì», ha detto Bo Lind.", "Bo Lind"),
        ("ru", "Ана Петрелл заявила: «Так дальше жить нельзя».", "Ана Петрелл"),
        ("uk", "«Міст закрито до понеділка», — заявив Бо Лінд.", "Бо Лінд"),
        ("id", "Menteri Ana Petrell menegaskan, “Kami tidak akan menunggu lagi.”", "Menteri Ana Petrell"),
        ("tr", "“Köprü pazartesi gününe kadar kapalı” dedi Bo Lind.", "Bo Lind"),
    ],
)  # fmt: skip
def test_the_name_beside_a_quotation_is_its_speaker(language: str, text: str, speaker: str) -> None:
    (one,) = extract(text, language)
    assert one.speaker == speaker
    assert one.kind == "direct"
    assert one.speaker_span is not None
    assert text[one.speaker_span.start : one.speaker_span.end] == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "“No es justo para nadie en Kamba”, señaló el lunes."),
        ("ru", "«Он закрыт теперь надолго», — сказал он."),
        ("de", "„Die Brücke bleibt noch lange zu“, sagte er."),
        ("fi", "”Silta pysyy kiinni ensi viikkoon”, sanoi Bo Lind."),
    ],
)
def test_no_speaker_is_guessed(language: str, text: str) -> None:
    assert [one.speaker for one in extract(text, language)] == [None]


def test_an_aside_inside_the_marks_is_cut_out() -> None:
    text = "«Мост закрыт до понедельника, – сказал Бо Линд. – Мы просим подождать»."
    (one,) = extract(text, "ru")
    assert one.speaker == "Бо Линд"
    assert [text[span.start : span.end] for span in one.content] == [
        "Мост закрыт до понедельника",
        "Мы просим подождать",
    ]


def test_a_quotation_after_another_goes_on() -> None:
    text = "“A ponte continua fechada até maio”, disse Bo Lind. “Pedimos um pouco de paciência.”"
    assert [one.speaker for one in extract(text, "pt")] == ["Bo Lind", "Bo Lind"]


def test_a_long_title_is_no_statement() -> None:
    assert (
        extract("Receba o livro “As Oito Etapas para Construir Pontes sobre Rios Largos”.", "pt")
        == ()
    )


@given(st.text(alphabet="«»“”„ –,.:aAбБ\nsagte", max_size=120), st.sampled_from(["de", "ru", "pt"]))
def test_any_text_gives_spans_of_it(text: str, language: str) -> None:
    for one in extract(text, language):
        for span in one.content:
            assert 0 <= span.start < span.end <= len(text)
