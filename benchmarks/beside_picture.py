"""A picture of `benchmarks.beside`: how many times as fast as each peer, on a logarithmic scale.

    python -m benchmarks.beside_picture RESULTS.jsonl PICTURE.svg

RESULTS is what `--to` kept; of a name that was measured more than once the last is drawn. The
mark is the median of the rounds, the line from the least to the greatest.
"""

from __future__ import annotations

import html
import json
import math
import sys
from pathlib import Path

LEFT, RIGHT, ROW, TOP = 330, 720, 26, 44
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 1000)
STYLE = (
    "text{font:13px sans-serif;fill:#222}.v{fill:#666}.g{stroke:#ddd}.one{stroke:#222}"
    ".r{stroke:#1f5f8b;stroke-width:3}.m{fill:#1f5f8b}.slow{fill:#a33;stroke:#a33}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.v{fill:#999}.g{stroke:#444}"
    ".one{stroke:#ddd}}"
)


def picture(results: list[dict[str, object]]) -> str:
    """SVG text of the results, in their order."""
    low, high = math.log(TICKS[0]), math.log(TICKS[-1])

    def x(ratio: float) -> float:
        at = (math.log(max(TICKS[0], min(TICKS[-1], ratio))) - low) / (high - low)
        return LEFT + at * (RIGHT - LEFT)

    bottom = TOP + ROW * len(results)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {RIGHT + 80} {bottom + 12}">',
        f"<title>How many times as fast as its peer</title><style>{STYLE}</style>",
        f'<text x="{LEFT}" y="16">times as fast as (CPU time, paired; right of 1 is faster)</text>',
    ]
    for tick in TICKS:
        kind = "one" if tick == 1 else "g"
        parts.append(
            f'<line class="{kind}" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{TOP - 8}" y2="{bottom}"/>'
            f'<text class="v" x="{x(tick):.1f}" y="{TOP - 12}" text-anchor="middle">{tick:g}</text>'
        )
    for n, result in enumerate(results):
        ratio = result["ratio"]
        assert isinstance(ratio, dict)
        y = TOP + ROW * n + ROW / 2
        slow = " slow" if ratio["median"] < 1 else ""
        name = html.escape(f"{result['name']}")
        versions = html.escape(str(result["versions"]))
        parts.append(
            f'<text x="8" y="{y + 4:.1f}">{name}'
            f"<title>{versions}</title></text>"
            f'<line class="r{slow}" x1="{x(ratio["min"]):.1f}" x2="{x(ratio["max"]):.1f}"'
            f' y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<circle class="m{slow}" cx="{x(ratio["median"]):.1f}" cy="{y:.1f}" r="5"/>'
            f'<text class="v" x="{LEFT - 12}" y="{y + 4:.1f}" text-anchor="end">'
            f"{_figure(ratio['median'])}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def _figure(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 20 else f"{ratio:.2f}"


def main(arguments: list[str]) -> int:
    """Reads, draws, writes."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with Path(arguments[0]).open(encoding="utf-8") as lines:
        last = {row["name"]: row for row in map(json.loads, lines)}
    Path(arguments[1]).write_text(picture(list(last.values())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
