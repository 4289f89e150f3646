"""Whose words they are: quoted by another, of the nearest clause, of what a short word goes back to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from statements_cases import extract, said


def speakers(text: str) -> list[str | None]:
    """The speakers of a text's statements, in order."""
    return [name for name, _ in said(text)]


@pytest.mark.parametrize("tagged", [True, False], ids=["tagger", "rules"])
@pytest.mark.parametrize(
    ("text", "speaker", "way", "words"),
    [
        (
            "Radio Vesna quoted the pilot Ada Brill as saying that the strait would freeze.",
            "Ada Brill",
            "Radio Vesna",
            "the strait would freeze",
        ),
        (
            "The Orsk Courier cited a harbour clerk who said that the dredger would not be sold.",
            "a harbour clerk",
            "Orsk Courier",
            "the dredger would not be sold",
        ),
    ],
)
def test_who_is_quoted(
    tagged: bool, text: str, speaker: str, way: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASHOMON_TAGGER", "1" if tagged else "0")
    if not tagged and "as saying" in text:
        return  # no frame of the rules
    found = [one for one in extract(text) if one.speaker == speaker]
    assert [text[s.start : s.end] for one in found for s in one.content] == [words]
    assert [one.via for one in found] == [(way,)]


def test_in_which_another_spoke() -> None:
    text = (
        "The Vesna Guild pointed to a letter in which Mayor Karl Moss slammed “lazy, vain and "
        "greedy keepers of the northern lamp.”"
    )
    assert [(one.speaker, one.via) for one in extract(text)] == [
        ("Karl Moss", ("The Vesna Guild",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Look-alikes: who is quoted stands first; a law is cited and says nothing.
        "Ada Brill was quoted by Radio Vesna as saying that the strait would freeze.",
        "Ada Brill, citing a law that the port has, said that the strait would freeze.",
    ],
)
def test_not_another(text: str) -> None:
    assert "Radio Vesna" not in speakers(text)
    assert "Ada Brill" in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "On Friday Reeve Bo Lind urged the isle to dig the ditch, but Governor Ada Brill, an "
            "old rival, waved the plan away, saying the ditch would flood.",
            "Ada Brill",
        ),
        (
            "The leaflet also comes after Governor Ada Brill (Dorsel) gave a like sermon in the "
            "harbour, saying the ditch would flood.",
            "Ada Brill",
        ),
        (
            "Even the oldest shipyards, such as Vesna Yard, which build for the crown, have "
            "admitted that they lack oak.",
            "the oldest shipyards",
        ),
        (
            "It worries pilots that a harbour poll released on Friday and filled with praise for "
            "the Dorsel council found that most want a second lock.",
            "a harbour poll",
        ),
        (
            "A radio channel run by the rowers said the lock was shut.",
            "A radio channel run by the rowers",
        ),
    ],
)
def test_the_subject_of_the_clause(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # The one who spoke first goes on where no other clause comes between.
        (
            "Governor Bo Lind, a Dorsel man, and others sent a note to the guild on Friday, saying "
            "the ditch would flood.",
            "Bo Lind",
        ),
        ("Bo Lind left the quay in anger, saying the ditch would flood.", "Bo Lind"),
    ],
)
def test_the_subject_stays(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Its own clause has a subject, whoever the text is about.
        (
            "Rika Orsk came late. Rika Orsk is a poet. Her old neighbour Rep. Ada Brill has told "
            "the tale often, including how she once said the isle was sold.",
            "Ada Brill",
        ),
        # A relative clause on a description whose bearer is known.
        (
            "Governor Ada Brill spoke to the guild. The governor, who has threatened to close the "
            "port, left early.",
            "Ada Brill",
        ),
        # A statement of whoever spoke in one.
        (
            "Ada Brill said in a note that the port was safe.\n\n“Ships of any size may come "
            "in again and unload their grain,” the note read.",
            "Ada Brill",
        ),
        (
            "Governor Ada Brill denied the charge on Monday. “The port is as safe as any on this "
            "coast,” she said.\n\n“Ships of any size may come in and unload,” her statement added.",
            "Ada Brill",
        ),
        # The body that spoke right before.
        (
            "In a letter, the Lamp Keepers' League said the tower leans.\n\n“It will fall within "
            "the year unless the crown pays,” the group continued.",
            "the Lamp Keepers' League",
        ),
    ],
)
def test_whom_a_short_word_means(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_initials_label_lines() -> None:
    text = (
        "KARL MOSS, DORSEL RADIO: The lamp is out again tonight.\n\n"
        "AB: It was never lit at all this year.\n\n"
        "KM: Who was to light it, then, and with what oil?\n\n"
        "AB: The keepers were, and with the guild's own oil.\n\n"
        "Karl Moss spoke with Ada Brill on Friday."
    )
    assert {name for name in speakers(text) if name} == {"Karl Moss", "Ada Brill", "RADIO"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Vesna Group lost oats. It said that mice had come.", "Vesna Group"),
        ("The court did not rule for Orsk. Instead, it held that the case was late.", "The court"),
        (
            "The pilots' lawsuit is long. It says that the lock is too narrow.",
            "The pilots' lawsuit",
        ),
        (
            "Though the tower may lean, the Lamp League said that it was safe. The keeper agreed. "
            "That sounds bad for the isle: it suggests that nobody looked.",
            "it",
        ),
        ("The young keeper slept. It says that the lamp was out.", "It"),
        ("Only a third of them came. It suggests that the rest were ill.", "It"),
        ("The bill also keeps the toll. It also maintains a limit on sails.", "It"),
    ],
)
def test_what_it_goes_back_to(text: str, speaker: str) -> None:
    found = [one for one in extract(text) if text[slice_of(one)].lower() == "it"]
    assert {one.speaker for one in found} <= {speaker}
    assert found or speaker in ("It", "it")


def slice_of(one: object) -> slice:
    """Where the source of a statement stands."""
    span = one.speaker_span  # type: ignore[attr-defined]
    return slice(span.start, span.end) if span is not None else slice(0, 0)


def test_two_bodies_of_a_kind_are_doubted() -> None:
    lead = (
        "The Dorsel Supreme Court heard pilots on Monday. The Orsk Supreme Court had turned them "
        "away in May. The pilots went home by sea. Grain was short that year. The harbour froze."
    )
    text = f"{lead} The court has ruled that tolls must be fair."
    last = extract(text)[-1]
    assert last.confidence < 0.6
    alone = (
        "The Dorsel Supreme Court heard pilots on Monday. The court ruled that tolls must be fair."
    )
    assert extract(alone)[-1].sure


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("“The oats are gone and the mice are fat,” Ada Brill told local radio station WXOR.", "WXOR"),
        ("“The oats are gone and the mice are fat,” Ada Brill told a Dorsel radio station.",
         "a Dorsel radio station"),
        ("The Washington Journal broke the news. “The oats are gone and the mice are fat,” Ada Brill "
         "told the Journal.", "Washington Journal"),
        ("Ada Brill told the Orskian newspaper Hlas that the oats are gone.", "Hlas"),
        ("Ada Brill, according to Orskian state media, told rowers that the oats are gone.",
         "Orskian state media"),
    ],
)  # fmt: skip
def test_media_that_are_told(text: str, way: str) -> None:
    assert extract(text)[-1].via == (way,)


@pytest.mark.parametrize(
    "text",
    [
        "“The oats are gone and the mice are fat,” Ada Brill told Bo Lind.",
        "“The oats are gone and the mice are fat,” Ada Brill told the guild.",
        "“The oats are all gone,” Ada Brill wrote on Twitter.\n\nSpeaking to reporters an hour "
        "later, Brill said that the mice were fat.",
        "Rowers said on Telegram that the lock was theirs and officials said that it was not.",
    ],
)
def test_no_way(text: str) -> None:
    assert extract(text)[-1].via == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Image caption Governor Ada Brill told the guild that the lamp was out", "Ada Brill"),
        ("Democrats on the harbour bench demanded that the lamp be lit.",
         "Democrats on the harbour bench"),
        ("The Keeper's March said that the lamp was out.", "The Keeper's March"),
        ("Yes, the keeper said that the lamp was out.", "the keeper"),
    ],
)  # fmt: skip
def test_the_source_without_what_clings_to_it(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        # Anybody in an example is nobody named.
        ("Ada Brill spoke last. Any keeper may leave the tower because she said that it leans.",
         False),
        ("Ada Brill spoke last. Brill left the tower because she said that it leans.", True),
        # Several whom the next sentence names.
        ("Three senators vowed to light the lamp.\n\nSen. Ada Brill, Sen. Bo Lind and Sen. Rika "
         "Orsk came to the quay on Friday.", False),
        ("Three senators vowed to light the lamp.\n\nIt was dark on the quay on Friday.", True),
        # A quotation after a sentence on other things.
        ("“The lamp is out and the oil is gone,” said Ada Brill.\n\nFog lay over the harbour and "
         "no ship came in.\n\n“It will be a long winter for all of us on the isle.”", False),
        ("“The lamp is out and the oil is gone,” said Ada Brill.\n\n“It will be a long winter for "
         "all of us on the isle.”", True),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_less_sure(text: str, sure: bool) -> None:
    assert extract(text)[-1].sure is sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Whoever is told is not he who tells.
        (
            "Bo Lind met Karl Moss on the quay on Monday. Moss was late again. He told Moss that "
            "the lamp was out.",
            "Bo Lind",
        ),
        (
            "Bo Lind wrote in the letter that the lamp was out.\n\n“Nobody has come to light it "
            "since the first frost,” the letter read.",
            "Bo Lind",
        ),
        (
            "Governor Bo Lind came late. The keeper in charge of the lamp said that it was out.",
            "The keeper in charge of the lamp",
        ),
    ],
)
def test_who_else_it_cannot_be(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_paper_that_words_came_by() -> None:
    text = "“We lost that race and we know it,” Bo Lind said, via the Washington Journal."
    assert [one.via for one in extract(text)] == [("Washington Journal",)]
