"""What the judge counts of contents that share words, and that very many cost it little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import make_article
from rashomon import statements
from rashomon.statements import judge, settings
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4)


def _tokens(content: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in content for at in range(start, end)}


def _draft(content: list[tuple[int, int]], anchor: int) -> Draft:
    return Draft(kind="S", source=None, cue=None, lemma="say", anchor=anchor, content=content)


@given(st.lists(st.tuples(RANGES, st.integers(-1, 30)), max_size=8))
def test_shared_words_are_counted_as_token_by_token(
    given_: list[tuple[list[tuple[int, int]], int]],
) -> None:
    drafts = [(_draft(content, anchor), judge.RULED) for content, anchor in given_]
    held = [judge._parts(made) for made, _ in drafts]
    tokens = [_tokens(content) for content, _ in given_]
    assert [_tokens(parts) for parts in held] == tokens
    for number, others in enumerate(judge._rivals(held)):
        shared = {n for n, one in enumerate(tokens) if n != number and one & tokens[number]}
        assert set(others) == shared
        assert len(others) == len(shared)
        for other in others:
            both = tokens[number] & tokens[other]
            assert judge._shared(held[number], held[other]) == len(both)
    nested = {
        at
        for _, at in given_
        if any(at in one and anchor != at for one, (_, anchor) in zip(tokens, given_, strict=True))
    }
    assert judge._nested(31, drafts, held) == nested


def test_contents_in_one_another_are_compared_with_some_only() -> None:
    many = 10 * settings.MOST_RIVALS
    rivals = judge._rivals([[(at, 2 * many)] for at in range(many)])
    assert sum(map(len, rivals)) <= 2 * settings.MOST_RIVALS * many


def test_a_sentence_without_end_is_read_in_parts() -> None:
    text = "A clerk said the 56-year-old Ohio Democrat said " * 300
    document = Document(text)
    assert max(end - start for start, end in document.sentences) <= settings.LONGEST_SENTENCE
    assert document.sentences[0][0] == 0
    assert document.sentences[-1][1] == document.size
    assert all(
        document.sentences[n - 1][1] == start
        for n, (start, _) in enumerate(document.sentences)
        if n
    )
    for found in statements.extract(make_article(text)):
        assert all(0 <= span.start < span.end <= len(text) for span in found.content)
