from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import outlets


@pytest.fixture(autouse=True)
def only_the_shipped_table(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(outlets.ENVIRONMENT, raising=False)
    yield
    outlets.use(None)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Russia Today", "RT"),
        ("rt.com", "RT"),
        ("Agence France-Presse", "AFP"),
        ("AGENCE FRANCE PRESSE", "AFP"),
        ("el pais", "El País"),
        ("Kyiv Independent", "The Kyiv Independent"),
        ("The Associated Press", "Associated Press"),
        ("New York Times", "The New York Times"),
    ],
)
def test_names_of_one_outlet_fold(name: str, canonical: str) -> None:
    assert outlets.known(name) == canonical
    assert outlets.canonical(name) == canonical


def test_a_name_that_is_an_everyday_word_needs_its_article() -> None:
    assert outlets.known("The Sun") == "The Sun"
    assert outlets.known("sun") is None
    assert outlets.known("Times") is None


def test_a_name_that_is_not_known_is_kept() -> None:
    assert outlets.known("The Quillmoor Lantern") is None
    assert outlets.canonical(" The Quillmoor Lantern ") == "The Quillmoor Lantern"
    assert outlets.group("The Quillmoor Lantern") == "The Quillmoor Lantern"


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.rt.com/news/1-a/", "RT"),
        ("http://news.bbc.co.uk/2/hi", "BBC"),
        ("//m.lantern.example/a", "lantern.example"),
        ("https://user:pw@www.lantern.example:8080/a", "lantern.example"),
        ("lantern.example/a?b=http://rt.com", "lantern.example"),
        ("not an address", None),
        ("", None),
    ],
)
def test_an_address_gives_its_outlet_or_host(url: str, outlet: str | None) -> None:
    assert outlets.of_address(url) == outlet


def test_agencies_are_told_from_papers() -> None:
    assert outlets.agency("tass")
    assert outlets.agency("Reuters")
    assert not outlets.agency("The Guardian")
    assert not outlets.agency("The Quillmoor Lantern")


def test_owners_fold() -> None:
    assert outlets.group("RIA Novosti") == outlets.group("Sputnik")


def test_users_extend_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(
        "# mine\nThe Quillmoor Lantern\tLantern|QL\tlantern.example\tQuill\tpaper\tGB\n"
        "Russia Today (mine)\tRT\n\nnothing after\n",
        encoding="utf-8",
    )
    outlets.use(table)
    assert outlets.known("ql") == "The Quillmoor Lantern"
    assert outlets.known("Quillmoor Lantern") == "The Quillmoor Lantern"
    assert outlets.of_address("https://news.lantern.example/") == "The Quillmoor Lantern"
    assert outlets.known("RT") == "Russia Today (mine)"
    outlets.use(None)
    assert outlets.known("ql") is None
    monkeypatch.setenv(outlets.ENVIRONMENT, str(table))
    assert outlets.known("ql") == "The Quillmoor Lantern"


def test_a_missing_table_is_told_when_it_is_set(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.tsv"):
        outlets.use(tmp_path / "none.tsv")


def test_the_shipped_table_is_whole() -> None:
    text = resources.files("rashomon.tables").joinpath("outlets.tsv").read_text("utf-8")
    rows = outlets.parse(text)
    assert len(rows) > 500
    kinds = {
        "agency",
        "paper",
        "magazine",
        "broadcaster",
        "site",
        "aggregator",
        "platform",
        "government",
    }
    for row in rows:
        assert row.kind in kinds, row
        assert outlets.known(row.name) == row.name
        for alias in row.aliases:
            assert outlets.known(alias) == row.name, alias
        for domain in row.domains:
            assert outlets.of_address(f"https://www.{domain}/a") == row.name


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(text: str) -> None:
    outlets.known(text)
    outlets.of_address(text)
    assert outlets.canonical(text) == outlets.canonical(text)


def test_the_article_of_a_sentence_is_no_part_of_a_name() -> None:
    assert outlets.canonical("the Quillmoor Lantern") == "Quillmoor Lantern"
    assert outlets.canonical("The Quillmoor Lantern") == "The Quillmoor Lantern"


@pytest.mark.parametrize(
    ("name", "address", "outlet"),
    [
        ("Quill Racing | F1 | Indy | Rally", "https://www.quillracing.example/a", "Quill Racing"),
        ("Home | Quill Racing", "https://quillracing.example/a", "Quill Racing"),
        ("Quill Post - All the news of the coast", "https://quillpost.example", "Quill Post"),
        ("Quill Post - All the news of the coast", None, "Quill Post - All the news of the coast"),
        ("qp", "https://www.qp.example/news/a", "qp.example"),
        ("qp", None, "qp"),
        ("Reuters | World | Markets", "https://mirror.example/a", "Reuters"),
        ("The Velm-Harka Gazette", "https://gazette.example/", "The Velm-Harka Gazette"),
        ("|", "https://gazette.example/", "|"),
        ("", None, ""),
    ],
)
def test_the_outlet_that_a_site_means_by_its_name(
    name: str, address: str | None, outlet: str
) -> None:
    assert outlets.of_site(name, address) == outlet
