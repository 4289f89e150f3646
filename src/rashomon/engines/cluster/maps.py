"""The stage functions of one record as Daft expressions: pages, readings, sketches, findings.

A record travels as JSON text (see `records`). These functions hold no state, so a task whose
worker died is done again elsewhere and gives the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import daft
from daft import DataFrame, DataType, Series, col

from rashomon import copies, intake
from rashomon.copies.shelf import twin_key
from rashomon.engines.cluster import settings
from rashomon.engines.cluster.records import dump, load
from rashomon.engines.guard import find_in_article, read_page
from rashomon.errors import SourceError
from rashomon.model import Article, Page, Reading, Rejected

Row = Mapping[str, object]

TEXT = DataType.string()
TEXTS = DataType.list(TEXT)

_PAGE = {"id": TEXT, "origin": TEXT, "fetched": TEXT, "record": TEXT, "refused": TEXT}
_READ = {
    "text": TEXT,
    "rejected": TEXTS,
    "articles": DataType.list(DataType.struct({"id": TEXT, "place": DataType.int64(), "record": TEXT})),
}  # fmt: skip
_SKETCH = {
    "twin": TEXT,
    "prints": DataType.binary(),
    "title": TEXT,
    "kind": TEXT,
    "outlet": TEXT,
    "address": TEXT,
    "origins": TEXTS,
    "published": TEXT,
}
_FOUND = {"mentions": TEXTS, "statements": TEXTS, "moments": TEXTS, "failed": TEXT}


def pages(paths: Sequence[str], fetched: str | None) -> DataFrame:
    """One row a page, as often as it is there: (id, origin, fetched, record, refused).

    Of what cannot be read `refused` says why; a source of which nothing can be had has no id.
    """

    @each(_PAGE)
    def of_source(path: str) -> Iterator[dict[str, str | None]]:
        for source in intake.pages([path], fetched):
            yield dict(zip(_PAGE, _page_values(source), strict=True))

    sources = daft.from_pydict({"path": list(paths)}).select(col("path").cast(TEXT))
    return unnested(sources.select(of_source(col("path")).alias("made")), _PAGE)


def _page_values(source: tuple[Page, Rejected | None] | SourceError) -> tuple[str | None, ...]:
    if isinstance(source, SourceError):
        return None, source.source, None, None, source.reason
    page, left_out = source
    return page.id, page.origin, page.fetched_at, dump(page), left_out.reason if left_out else None


def readings(pages: DataFrame) -> DataFrame:
    """Columns (text, rejected, articles) beside those of `pages`; text where it is not the body."""

    @batch(_READ, settings.PAGES_PER_TASK, heavy=True)
    def read(records: Series, refused: Series) -> list[Row]:
        return [
            _read_row(load(Page, text), reason)
            for text, reason in zip(records.to_pylist(), refused.to_pylist(), strict=True)
        ]

    return unnested(pages.with_column("made", read(col("record"), col("refused"))), _READ)


def _read_row(page: Page, refused: str | None) -> dict[str, object]:
    if refused is None:
        reading = read_page(page)
    else:
        reading = Reading(page.id, "", (), (Rejected(page.id, None, "intake", refused),))
    return {
        "text": None if reading.text == page.body else reading.text,
        "rejected": [dump(one) for one in reading.rejected],
        "articles": [{"id": a.id, "place": a.place, "record": dump(a)} for a in reading.articles],
    }


def sketches(articles: DataFrame) -> DataFrame:
    """What copies are found from: `copies.Sketch` in columns, and `twin`, a key that articles
    share which nothing tells apart."""

    @batch(_SKETCH, settings.ARTICLES_PER_TASK, heavy=True)
    def sketched(records: Series) -> list[Row]:
        return [_sketch_row(copies.sketch(load(Article, text))) for text in records.to_pylist()]

    return unnested(articles.select("id", sketched(col("record")).alias("made")), _SKETCH)


def _sketch_row(made: copies.Sketch) -> dict[str, object]:
    values = (
        str(made.title), made.kind, made.outlet, made.address, list(made.origins), made.published
    )  # fmt: skip
    return dict(zip(_SKETCH, (str(twin_key(made)), made.prints, *values), strict=True))


def findings(articles: DataFrame) -> DataFrame:
    """Columns (mentions, statements, moments, failed) beside those of `articles`."""

    @batch(_FOUND, settings.ARTICLES_PER_TASK, heavy=True)
    def find(records: Series) -> list[Row]:
        return [_found_row(load(Article, text)) for text in records.to_pylist()]

    return unnested(articles.with_column("made", find(col("record"))), _FOUND)


def _found_row(article: Article) -> dict[str, object]:
    found = find_in_article(article)
    return {
        "mentions": [dump(one) for one in found.mentions],
        "statements": [dump(one) for one in found.statements],
        "moments": [dump(one) for one in found.moments],
        "failed": found.failed,
    }


def unnested(frame: DataFrame, names: Iterable[str]) -> DataFrame:
    """The fields `names` of the column `made` as columns, in its place."""
    kept = [col(name) for name in frame.column_names if name != "made"]
    return frame.select(*kept, *(col("made")[name].alias(name) for name in names))


def each(fields: dict[str, DataType]) -> Callable[..., Any]:
    """A generator function over one row, that gives any number of dicts of `fields` for it."""
    made: Callable[..., Any] = daft.func(return_dtype=DataType.struct(fields))
    return made


def batch(fields: dict[str, DataType], size: int, *, heavy: bool = False) -> Callable[..., Any]:
    """A function over columns, `size` rows at a time, that gives a dict of `fields` for each row.

    Where it is `heavy` it runs in processes of its own: the work is Python, and threads would
    take turns. Starting those costs a second or two, too much for what only takes rows apart.
    """
    made: Callable[..., Any] = daft.func.batch(
        return_dtype=DataType.struct(fields), use_process=heavy, batch_size=size
    )
    return made
