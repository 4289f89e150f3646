"""A member of a copy family, with what its place in the lineage is judged by."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.copies.credits import is_credit
from rashomon.copies.dates import When, when
from rashomon.copies.sketch import outlet_key, plain_address, title_key
from rashomon.copies.words import Words, words
from rashomon.model import Article


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a family with what its lineage is judged by."""

    article: Article
    words: Words
    when: When | None
    outlet: str
    address: str | None
    title: int
    sources: frozenset[str]  # outlets and addresses that the page states as its source
    credit: bool  # a credit line at its beginning or end
    names: frozenset[int]  # the words of its outlet's name and site


def member(article: Article) -> Member:
    """`article` with what its lineage is judged by."""
    found = words(article.text)
    sources = set()
    wires = []
    for provenance in article.provenance:
        if provenance.kind in ("original", "canonical"):
            sources.add(plain_address(provenance.value) or "")
        elif provenance.kind == "first-published":
            sources.add(provenance.value.strip().casefold())
        elif provenance.kind == "credit" and " by " not in provenance.value:
            wires.append(provenance.value.strip().casefold())
    sources.update(wires)
    address = plain_address(article.url)
    # A page that names no outlet but the wire of its dateline is taken for the wire's own.
    outlet = outlet_key(article) or next(iter(wires), "")
    edges = article.text[:400] + "\n" + article.text[-800:]
    return Member(
        article,
        found,
        when(article.published),
        outlet,
        address,
        title_key(article.title),
        frozenset(sources - {"", address or "", outlet}),
        is_credit(edges),
        frozenset(words(f"{article.outlet or ''} {outlet}").numbers.tolist()),
    )
