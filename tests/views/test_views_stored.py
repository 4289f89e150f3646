"""What stages have written in English, said in another language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rashomon
from rashomon import i18n
from rashomon.contrasts import casualties, deeds, held
from rashomon.views import counts, stored, templates, words
from rashomon.views.stored import English

LABELS = Path(rashomon.__file__).parent / "contrasts" / "labels.tsv"


def test_english_is_left_as_it_is() -> None:
    assert stored.said("How many were injured?") == "How many were injured?"
    assert type(stored.said("anything at all")) is str


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How many were injured?", "Wie viele wurden verletzt?"),
        ("How Ada Brim is titled", "Welchen Titel Ada Brim bekommt"),
        ("How the government of Maar is called", "Wie die Regierung von Maar genannt wird"),
        ("How Ada Jens’ quoted sentence ends", "Wie der zitierte Satz von Ada Jens endet"),
        ("Other words in the quotation", "Andere Wörter im Zitat"),
        (
            "Not found in Quill Herald and Quill Net and 2 more: “the gate was open …”",
            "Nicht gefunden in Quill Herald, Quill Net und 2 weitere: „the gate was open …“",
        ),
        ("'Monday' counted back from 2031-05-16", "'Monday' zurückgezählt vom 16. Mai 2031"),
        (
            "'said on May 2', the year from its story (2031-05-02 to 2031-05-04)",
            "'said on May 2', das Jahr aus seiner Geschichte (2.–4. Mai 2031)",
        ),
        (
            "100% of its 40 words stand in the other article's; lacks 109 of its 149 words",
            "100\u00a0% seiner 40 Wörter stehen in dem anderen Artikel; ohne 109 von dessen 149 Wörtern",
        ),
        ("both name Arn, Bel and Coss; both on 4 May", "beide nennen Arn, Bel und Coss; beide am 4. Mai"),
        (
            "'2 days ago' counted back from 2031-05-16: the page was taken on 2031-05-16",
            "'2 days ago' zurückgezählt vom 16. Mai 2031: die Seite wurde am 16. Mai 2031 abgerufen",
        ),
    ],
)  # fmt: skip
def test_what_fits_a_template_is_translated(text: str, said: str) -> None:
    with i18n.speaking("de"):
        assert stored.said(text) == said


def test_what_fits_none_is_marked_as_english() -> None:
    with i18n.speaking("de"):
        assert isinstance(stored.said("a reason of a later version"), English)
        part = stored.said("the same title; a reason of a later version")
        assert part == "derselbe Titel; a reason of a later version"
        assert not isinstance(stored.said("the same title"), English)


def test_no_text_is_too_odd() -> None:
    with i18n.speaking("de"):
        for text in ("", "%", "%(name)s", "'", "' ' ", "x" * 100_000, "not " * 400, "; ; ;"):
            assert stored.said(text) == text or text.startswith("not ")


def test_nearly_every_topic_of_the_stages_has_a_template() -> None:
    topics = {f"How many {sort}?" for sort in casualties._SORTS}
    topics |= {
        f"{ask} is the {event} to be held?" for ask in ("When", "Where") for event in held._EVENTS
    }
    topics |= {f"{asked}?" for asked in deeds._ASKED.values()}
    rows = [
        line.split("\t") for line in LABELS.read_text().splitlines() if not line.startswith("#")
    ]
    topics |= {row[1].replace("{}", "%(name)s") for row in rows if len(row) > 2}
    # A topic that came since is shown in English.
    assert len(topics - set(templates.ALL)) <= len(topics) // 10


def test_the_reasons_of_the_desk_are_in_the_tables() -> None:
    with i18n.speaking("de"):
        for table in (words.KINDS, words.RELATIONS, words.RELATIONS_OF, words.REASONS):
            for said in table.values():
                assert i18n.gettext(said) != said or said in ("original",), said


def test_counts_of_templates_are_in_the_table() -> None:
    folder = Path(rashomon.__file__).parent / "web" / "templates"
    counted = {
        match[1]
        for path in folder.glob("*.html")
        for match in re.finditer(r"[^n]count\([^{}]*?, '([^']+)'\)", path.read_text())
    }
    assert counted
    assert counted - set(counts.COUNTED) == set()
