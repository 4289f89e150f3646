"""What holds of all contrasts: spans, ranks, order, and texts of any kind."""

from __future__ import annotations

import random
from dataclasses import replace

from contrast_builders import PADDING, Tellings
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.contrasts import find
from rashomon.contrasts.settings import HELD_BACK

ASKED = "“At the request of the Orlav side, we will hold a joint meeting on the dam, unless the river rises,” said Lena Orrick."
SHORT = (
    "“At the request of the Orlav side, we will hold a joint meeting on the dam,” said Lena Orrick."
)


def story() -> Tellings:
    tellings = Tellings()
    for outlet, text, said in (
        ("Ledger", ASKED, "At the request of the Orlav side, we will hold a joint meeting on the dam, unless the river rises,"),
        ("Courier", SHORT, "At the request of the Orlav side, we will hold a joint meeting on the dam,"),
        ("Post", "Maar proposed a joint meeting on the dam. Six people were hurt at the dam in Telmi on Sunday.", ""),
        ("Radio", "Nine people were hurt at the dam in Telmi on Sunday.", ""),
    ):  # fmt: skip
        article = tellings.add(text + PADDING, outlet)
        if said:
            tellings.say(article, said, speaker="Lena Orrick")
    return tellings


def test_ranks_spans_and_ids() -> None:
    tellings = story()
    found = tellings.found()
    assert {c.kind for c in found} >= {"attribution", "agency", "number"}
    assert [c.rank for c in found] == list(range(1, len(found) + 1))
    assert len({c.id for c in found}) == len(found)
    texts = {a.id: a.text for a in tellings.articles}
    for contrast in found:
        assert contrast.topic
        assert contrast.story_id
        assert len({t.article_id for t in contrast.tellings}) > 1
        for telling in contrast.tellings:
            words = texts[telling.article_id][telling.span.start : telling.span.end]
            assert words.strip() == words
            assert 0 < len(words) <= 600
            assert telling.reading


def test_the_order_of_what_is_known_changes_nothing() -> None:
    material = story().material()
    shuffled = random.Random(7)
    for _ in range(3):
        other = replace(
            material,
            statements=tuple(shuffled.sample(material.statements, len(material.statements))),
            names=tuple(shuffled.sample(material.names, len(material.names))),
            links=tuple(shuffled.sample(material.links, len(material.links))),
        )
        assert find(other) == find(material)


def test_one_telling_has_no_difference() -> None:
    tellings = Tellings()
    tellings.add(ASKED, "Ledger")
    assert tellings.found() == ()


def test_what_is_held_back_can_be_shown() -> None:
    long = "“We saw the radar track of the boat on the bridge that was built in the summer,” said Lena Orrick."
    short = "“We saw the radar track of the boat,” said Lena Orrick."
    tellings = Tellings()
    for outlet, text in (("Ledger", long), ("Courier", short)):
        article = tellings.add(text, outlet)
        tellings.say(article, text[1 : text.index("”")], speaker="Lena Orrick")
    assert "cut short, plainly" in HELD_BACK
    assert tellings.found() == ()
    assert len(find(tellings.material(), held_back=frozenset())) == 1


PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "said", "Orlav", "war in", "killed", "14", "fourteen", "proposed", "by",
         "refused to", "did not rule out", "crew", "were detained", "will be held in", "$5", "million",
         ".", ",", "\n", "“We will not go there again” ", "[", "…", "İ", "ß", "北京", "a"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PIECES, PIECES, st.text(max_size=60))
def test_any_texts_give_spans_of_them(one: list[str], two: list[str], three: str) -> None:
    tellings = Tellings()
    for number, text in enumerate((" ".join(one), " ".join(two), three + " ".join(one))):
        article = tellings.add(text + " ", f"Outlet {number}", id=f"article {number}")
        if "Orlav" in text:
            tellings.name(article, "Orlav", "place")
    found = tellings.found()
    assert found == tellings.found()
    texts = {a.id: a.text for a in tellings.articles}
    for contrast in found:
        for telling in contrast.tellings:
            assert texts[telling.article_id][telling.span.start : telling.span.end].strip()
