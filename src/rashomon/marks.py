"""What the results of a stage hang on: noted beside them, so that what is done is not done again."""

from __future__ import annotations

from rashomon import settings
from rashomon.engines.guard import FAILED
from rashomon.model import Article, Material, Reading, content_id


def of_reading(made: Reading) -> str:
    """The mark of a page that was read."""
    failed = any(r.range is None and r.reason.startswith(FAILED) for r in made.rejected)
    return "failed" if failed else settings.READING_VERSION


def of_findings(article: Article) -> str:
    """The mark of an article in which names, statements and moments were found: of its words, and
    its date, on which moments alone hang."""
    words = content_id(
        settings.FINDINGS_VERSION, article.id, article.language, article.title or "", article.text
    )
    return f"{words} {article.published}"


def differ_in_date(one: str, other: str) -> bool:
    """Whether two marks of findings are of the same words."""
    return one.partition(" ")[0] == other.partition(" ")[0]


def of_story(material: Material) -> str:
    """The mark of a story that was told: what contrasts, agreement and brief hang on."""
    return content_id(
        settings.STORY_VERSION,
        settings.AGREEMENT_VERSION,
        *(f"{a.id} {a.published} {a.outlet}" for a in material.articles),
        *(f"{c.article_id} {c.parent_id} {c.relation}" for c in material.copies),
        *(s.id for s in material.statements),
        *(f"less sure: {s.id}" for s in material.less_sure),
        *(f"{m.expression.start} {m.date}" for m in material.moments),
        *(f"{x.article_id} {x.referent} {x.name_id}" for x in material.links),
        *(f"{n.id} {n.canonical}" for n in material.names),
    )
