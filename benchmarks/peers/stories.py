"""Stories by HDBSCAN on TF-IDF reduced by SVD: articles {id, title, text} to rows {id, story}."""

from __future__ import annotations

import json
from pathlib import Path


def hdbscan(source: Path, target: Path) -> None:
    """Clusters of two and more; what HDBSCAN leaves over is a story of its own."""
    rows = [json.loads(line) for line in source.open(encoding="utf-8")]
    labels = group([f"{row.get('title') or ''}\n{row.get('text') or ''}" for row in rows])
    with target.open("w", encoding="utf-8") as out:
        for row, label in zip(rows, labels, strict=True):
            if label >= 0:
                out.write(json.dumps({"id": row["id"], "story": f"s{label}"}) + "\n")


def group(texts: list[str]) -> list[int]:
    """Cluster of each text, -1 for none."""
    from hdbscan import HDBSCAN
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    size = max(2, min(100, vectors.shape[0] - 1, vectors.shape[1] - 1))
    reduced = normalize(TruncatedSVD(size, random_state=0).fit_transform(vectors))
    return [int(n) for n in HDBSCAN(min_cluster_size=2, core_dist_n_jobs=1).fit_predict(reduced)]
