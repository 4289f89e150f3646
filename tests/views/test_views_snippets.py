from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.store import lookup
from rashomon.views import snippets
from rashomon.views.snippets import LENGTH, fold, hits, marked, snippet


def test_words_are_found_without_case_and_accents() -> None:
    text = "The Élysée spoke; the elysee was quoted."
    assert [text[a:b] for a, b, _ in hits(text, [("elysee",)])] == ["Élysée", "elysee"]
    assert fold("ÜBER") == "uber"


def test_a_phrase_is_found_in_a_row_only() -> None:
    text = "old dam, new dam, dam old"
    phrases = lookup.phrases_of('"old dam"')
    assert phrases == (("old", "dam"),)
    assert hits(text, phrases) == [(0, 7, 0)]


def test_the_snippet_holds_as_many_of_the_words_as_it_can() -> None:
    text = "dam " + "word " * 300 + "the engineers at the dam " + "word " * 300
    found = snippet(text, [("dam",), ("engineers",)])
    shown = "".join(p.text for p in found.pieces)
    assert "engineers at the dam" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert found.first is not None
    assert text[slice(*found.first)] == "engineers"


def test_a_text_without_the_words_shows_its_opening() -> None:
    found = snippet("An opening.", [("nothing",)])
    assert [p.text for p in found.pieces] == ["An opening."]
    assert found.first is None


@given(st.text(max_size=600), st.lists(st.lists(st.text(max_size=4), max_size=3), max_size=4))
def test_any_text_has_a_snippet_made_of_its_own_words(text: str, phrases: list[list[str]]) -> None:
    found = snippet(text, phrases)
    inner = [p.text for p in found.pieces if p.text not in ("… ", " …")]
    assert "".join(inner) in text
    assert len("".join(inner)) <= LENGTH + 600
    assert "".join(p.text for p in marked(text, phrases)) == text


_SIGNS = st.text("abABσΣk\u212a é“’ _-É1ßςⒶ日\u0301İ", max_size=40)


@given(
    _SIGNS, st.lists(st.lists(st.text("abé1ßσkK", min_size=1, max_size=3), max_size=3), max_size=4)
)
def test_words_are_found_by_sight_as_one_by_one(text: str, phrases: list[list[str]]) -> None:
    wanted: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for n, phrase in enumerate(phrases):
        if phrase and all(w.isalnum() for w in map(fold, phrase)):
            folded = tuple(fold(w) for w in phrase)
            wanted.setdefault(folded[0], []).append((n, folded))
    assert hits(text, phrases) == snippets._by_word(text, wanted)


@given(st.text(max_size=60), st.integers(0, 60))
def test_texts_of_many_signs_are_folded_as_those_of_few(text: str, more: int) -> None:
    """Each sign in its place, by whichever way is faster."""
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + more)))
    flat = snippets._folded(signs + text)
    folded = [fold(sign) for sign in text]
    if flat is None:
        assert any(len(one) != 1 for one in folded)
    else:
        assert flat == (signs + "".join(folded)).lower()
