"""Names, titles, descriptions and rival labels."""

from __future__ import annotations

from contrast_builders import Tellings, of_kind, words

from rashomon.contrasts import labels


def test_another_spelling_of_a_surname() -> None:
    tellings = Tellings()
    a = tellings.add("The envoy Tomas Wittlock came. Wittlock left.", "Ledger")
    b = tellings.add("The envoy Tomas Wittlake came at noon.", "Courier")
    tellings.name(a, "Tomas Wittlock")
    tellings.name(b, "Tomas Wittlake", canonical="Tomas Wittlock")
    (found,) = tellings.found()
    assert found.topic == "How Tomas Wittlock is spelled"
    assert [t.reading for t in found.tellings] == ["Wittlock", "Wittlake"]


def test_accents_are_no_other_spelling() -> None:
    tellings = Tellings()
    a = tellings.add("The envoy Tomas Ertoğan came.", "Ledger")
    b = tellings.add("The envoy Tomas Ertogan came at noon.", "Courier")
    tellings.name(a, "Tomas Ertoğan")
    tellings.name(b, "Tomas Ertogan", canonical="Tomas Ertoğan")
    assert tellings.found() == ()


def titled(one: str, two: str) -> Tellings:
    tellings = Tellings()
    for outlet, role in (("Ledger", one), ("Courier", two)):
        article = tellings.add(f"In {outlet} town {role} Davit Orlan spoke on Monday.", outlet)
        tellings.name(article, "Davit Orlan", role=role)
    return tellings


def test_a_president_and_a_strongman() -> None:
    (found,) = titled("President", "Kessar strongman").found()
    assert (found.topic, found.strength) == ("How Davit Orlan is titled", "strong")
    assert titled("President", "Kessar leader").found()[0].strength == "soft"


def test_two_offices_are_no_difference() -> None:
    assert titled("President", "former President").found() == ()
    assert titled("Senate Majority Leader", "Senator").found() == ()
    assert titled("President", "Kessar President").found() == ()


def test_a_word_that_judges() -> None:
    tellings = Tellings()
    a = tellings.add("The embattled candidate Lena Orrick spoke.", "Ledger")
    b = tellings.add("Mayor Lena Orrick spoke. Lena Orrick left.", "Courier")
    tellings.name(a, "Lena Orrick")
    tellings.name(b, "Lena Orrick", role="Mayor")
    tellings.name(b, "Lena Orrick", nth=1)
    (found,) = tellings.found()
    assert found.topic == "How Lena Orrick is described"
    assert words(tellings, found) == ["embattled candidate Lena Orrick", "Mayor Lena Orrick"]


def war(one: str, two: str) -> Tellings:
    tellings = Tellings()
    a = tellings.add(one, "Ledger")
    b = tellings.add(two, "Courier")
    tellings.name(a, "Orlav", "place")
    tellings.name(b, "Orlav", "place")
    return tellings


def test_a_war_and_a_conflict() -> None:
    tellings = war("The war in Orlav goes on.", "The talks on the Orlav conflict failed.")
    (found,) = of_kind(tellings.found(), "wording")
    assert found.topic == "What the fighting in Orlav is called"
    assert [t.reading for t in found.tellings] == ["war", "conflict"]


def test_labels_of_both_or_of_others_are_no_choice() -> None:
    both = war("The war in Orlav goes on.", "The Orlav conflict is a war in Orlav, some said.")
    both.name(both.articles[1], "Orlav", "place", nth=1)
    assert both.found() == ()
    quoted = "He spoke of “the Orlav conflict” twice."
    assert war("The war in Orlav goes on.", quoted).found() == ()


def test_every_row_of_the_table_has_a_rival() -> None:
    families: dict[str, set[str]] = {}
    for label in labels._table():
        families.setdefault(label.family, set()).add(label.label)
    assert families
    assert all(len(rivals) > 1 for rivals in families.values())


def test_without_the_table_nothing_breaks(monkeypatch) -> None:
    monkeypatch.setattr(labels, "_table", lambda: ())
    assert war("The war in Orlav goes on.", "The Orlav conflict.").found() == ()
