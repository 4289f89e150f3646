"""Article text out of HTML by trafilatura, readability-lxml and newspaper4k."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path


def trafilatura(source: Path, target: Path) -> None:
    """trafilatura in its fast mode."""
    import trafilatura

    _run(source, target, lambda html: trafilatura.extract(html, fast=True) or "")


def trafilatura_metadata(source: Path, target: Path) -> None:
    """The same with title, author and date, which ours finds as well."""
    import trafilatura

    def read(html: str) -> str:
        found = trafilatura.bare_extraction(html, fast=True, with_metadata=True)
        return (found.text or "") if found is not None else ""

    _run(source, target, read)


def readability(source: Path, target: Path) -> None:
    """readability-lxml, its summary as text."""
    import lxml.html
    from readability import Document

    def read(html: str) -> str:
        return str(lxml.html.fromstring(Document(html).summary()).text_content())

    _run(source, target, read)


def newspaper(source: Path, target: Path) -> None:
    """newspaper4k on HTML that is there already."""
    from newspaper import Article

    def read(html: str) -> str:
        article = Article(url="https://example.org/page", fetch_images=False)  # no network
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    _run(source, target, read)


def _run(source: Path, target: Path, read: Callable[[str], str]) -> None:
    found = {}
    for path in sorted((source / "html").glob("*.html.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        try:
            text = read(html)
        except Exception as error:  # a page that one of them cannot read is a page not read
            print(f"{path.name}: {error!r}")
            text = ""
        found[path.name.partition(".")[0]] = {"articleBody": text}
    target.write_text(json.dumps(found), encoding="utf-8")
