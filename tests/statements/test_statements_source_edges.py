"""A source of which the tagger took too little or too much is given as far as its noun goes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from statements_cases import said

from rashomon.statements import source_edges
from rashomon.statements.document import Document, Range


def mended(marked: str) -> str | None:
    """The source of a text in which <source> and {cue} are marked, as `source_edges` gives it."""
    text = re.sub(r"[<>{}]", "", marked)
    spans: dict[str, Range] = {}
    document = Document(text)
    for opened, closed in ("<>", "{}"):
        start, end = marked.index(opened), marked.index(closed)
        before = len(re.sub(r"[<>{}]", "", marked[:start]))
        inner = len(re.sub(r"[<>{}]", "", marked[start:end]))
        spans[opened] = document.token_at(before), document.token_at(before + inner - 1) + 1
    found = source_edges.mended(document, spans["<"], spans["{"])
    return None if found is None else document.slice(found)


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        # A bare article, before and after its cue.
        ("<The> drenched stoker {told} the Courier he had rung twice.", "The drenched stoker"),
        ("<The> freshly inked maps {showed} where the wells lay.", "The freshly inked maps"),
        ("The kiln was cold, {according to} <her> barrister, Bo Lind.", "her barrister"),
        ("{According to} <one> cautious tally, six barges sank.", "one cautious tally"),
        # A time before the name.
        ("<Late on Tuesday Ada Brill> {said} the lock would stay shut.", "Ada Brill"),
        ("<Last month Dorsel rowers> {vowed} to keep the quay.", "Dorsel rowers"),
        ("<Earlier Friday>, the Harbour Guild {warned} of fog.", "the Harbour Guild"),
        ("<Soon> after the vote, Mr Moss {cited} the drought.", "Mr Moss"),
        ("Over the past <eight months keepers of the mill> {have said} it leaks.",
         "keepers of the mill"),
        # An opening phrase with its comma.
        ("Through the <lender Vesna Trust, the Orsks> {said} they would pay.", "the Orsks"),
        ("<Instead, the warden> {asked} for another pump.", "the warden"),
        # A full stop or a bar inside.
        ("<Bakers from U.K.> towns {urged} the council to wait.", "Bakers from U.K. towns"),
        ("Rents fell, {according to} <the HARK>|RiverTally data.", "the HARK|RiverTally data"),
        # The last of several.
        ("<guilds> {objected} to it.", "guilds"),
        ("Every savings lender and <broker> {agrees} the toll is high.",
         "Every savings lender and broker"),
        ("Ada Brill and <others on the quay> {said} no.", "Ada Brill and others on the quay"),
        ("Weavers and <drapers> both {said} no.", "Weavers and drapers"),
        ("The ferry waits, as pilot Bo Lind, the poet Ada Brill, former reeve Karl Moss and so "
         "<many others> {warn} of rocks.",
         "pilot Bo Lind, the poet Ada Brill, former reeve Karl Moss and so many others"),
        ("Publicly, Lind and <others> {denied} it.", "Lind and others"),
        # A share, and those who are told of by what they know.
        ("Seven in <10 island voters> {said} they were content.", "Seven in 10 island voters"),
        ("A dealer close to <the talks> {said} no.", "A dealer close to the talks"),
    ],
)  # fmt: skip
def test_as_far_as_its_noun(marked: str, source: str) -> None:
    assert mended(marked) == source


@pytest.mark.parametrize(
    "marked",
    [
        # Look-alikes that stay as they are.
        "<This> {suggests} that the dam is old.",
        "<Her> answer{:} the dam is old.",
        "<His> loud {criticism} of the toll went on.",
        "<Early voters> {say} the queue was short.",
        "<Late-night host Bo Lind> {said} it was a joke.",
        "<Two weeks of talks> {showed} how far apart they were.",
        "As <Ada Brill, the reeve of Dorsel,> {has said}, the dam is old.",
        "Trade is slack, and <wardens> {say} the lock leaks.",
        "The bar was cordoned off and <wardens> {asked} all to leave.",
        "Growth lingers and <brokers> {warn} of a slump.",
        "The reeve resigned and <others> {said} he was right.",
        "<The U.K.> {says} it will pay.",
        "In <2019 pilots> {said} it was late.",
    ],
)
def test_what_stays(marked: str) -> None:
    kept = re.search("<(.*?)>", marked)
    assert kept is not None
    assert mended(marked) == kept.group(1)


@pytest.mark.parametrize("marked", ["<Their> {stated} aim is a dry harbour.",
                                    "<The> {alleged} theft took place at sea."])  # fmt: skip
def test_a_cue_that_describes_a_noun_has_no_source(marked: str) -> None:
    assert mended(marked) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("12 Islands, a journal of the sea, said that the reef is growing.", "12 Islands"),
        (
            "Lind, Moss and other keepers said that the lamp was out.",
            "Lind, Moss and other keepers",
        ),
        ("As Ada Brill, Director of the Vesna Guild said, the lamp is out.", "Ada Brill"),
    ],
)
def test_speakers(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


def test_an_adverb_at_the_head_is_nobody() -> None:
    text = "The council lost its case. Instead, it said that the fee would stay."
    assert [name for name, _ in said(text)] == ["The council"]


@given(st.lists(st.sampled_from("The others and , said Early on Monday Lind in 10 | ; so".split()),
                min_size=3, max_size=30), st.data())  # fmt: skip
def test_any_words(words: list[str], data: st.DataObject) -> None:
    document = Document(" ".join(words) + " .")
    start = data.draw(st.integers(0, document.size - 2))
    end = data.draw(st.integers(start + 1, document.size - 1))
    cue = data.draw(st.integers(0, document.size - 1))
    found = source_edges.mended(document, (start, end), (cue, cue + 1))
    assert found is None or 0 <= found[0] < found[1] <= document.size
