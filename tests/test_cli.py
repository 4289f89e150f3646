"""The command line as a user meets it: exit statuses, bad input, and what stays."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.store import Desk, read

ARTICLE = {
    "url": "https://harbourpost.example/2031/05/12/ferry",
    "outlet": "Harbour Post",
    "title": "Ferry late again",
    "text": "The ferry to Heronsund was late on Monday, the harbour master Ada Tomm said.\n\n"
    "“We are waiting for a part,” Tomm told reporters on the quay.",
    "published": "2031-05-12",
}


def run(*arguments: str, cwd: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "RASHOMON_DESK"}
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments],
        cwd=cwd, input=stdin, capture_output=True, env=environment, check=False, timeout=120,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    return path


def articles(desk: Path) -> int:
    db = sqlite3.connect(desk)
    count = db.execute("SELECT count(*) FROM articles").fetchone()[0]
    db.close()
    return int(count)


def test_help_loads_nothing_that_a_command_needs() -> None:
    code = (
        "import sys, rashomon.cli, rashomon.cli_ask;"
        "print([m for m in ('numpy', 'lxml', 'starlette', 'rashomon.pipeline') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_read_is_0_and_the_summary_counts(good: Path, tmp_path: Path) -> None:
    done = run("build", str(good), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 article" in done.stdout
    assert articles(tmp_path / "rashomon.db") == 1
    again = run("build", str(good), cwd=tmp_path)
    assert again.returncode == 0
    assert "1 known already" in again.stdout


def test_usage_is_2(tmp_path: Path) -> None:
    assert run("build", cwd=tmp_path).returncode == 2
    assert run("bilud", "x", cwd=tmp_path).returncode == 2
    assert run("build", "x", "--fetched", "yesterday", cwd=tmp_path).returncode == 2


BAD = {
    "empty.txt": b"",
    "binary.bin": bytes(range(256)) * 64,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "nothing.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "cut.html.gz": gzip.compress(b"<p>" + os.urandom(4000).hex().encode())[:600],
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_source_is_named_with_its_reason_and_the_rest_is_read(
    name: str, good: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    alone = run("build", name, "--desk", "alone.db", cwd=tmp_path)
    assert alone.returncode == 1
    assert name in alone.stderr
    assert all(name in line for line in alone.stderr.strip().splitlines())
    both = run("build", name, good.name, cwd=tmp_path)
    assert both.returncode == 3
    assert name in both.stderr
    assert articles(tmp_path / "rashomon.db") == 1
    assert "Traceback" not in alone.stderr + both.stderr


def test_a_path_that_is_not_there(good: Path, tmp_path: Path) -> None:
    done = run("build", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert not (tmp_path / "rashomon.db").exists()
    assert run("build", "nowhere", good.name, cwd=tmp_path).returncode == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any folder")
def test_a_folder_without_rights(good: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0)
    done = run("build", "shut", good.name, cwd=tmp_path)
    shut.chmod(0o700)
    assert done.returncode == 3
    assert "shut" in done.stderr


def test_a_lying_charset_and_broken_html_are_read(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>Die Fähre nach Heronsund fährt am {n}. Mai nicht, sagte die Hafenmeisterin Ada Tomm "
        f"am Montag in Port Elsa vor Journalisten und Fahrgästen.</p>" for n in range(1, 6)
    )  # fmt: skip
    html = f"<html><head><meta charset='ascii'><title>Fähre</title><body><article><h1>Fähre fällt aus</h1>{paragraphs}<div><b>"
    (tmp_path / "a.html").write_bytes(html.encode("utf-8"))
    assert run("build", "a.html", cwd=tmp_path).returncode == 0
    with Desk(tmp_path / "rashomon.db") as desk:
        assert "Fähre nach Heronsund" in next(read.articles(desk.db)).text


def test_a_file_that_is_no_desk_is_4_and_is_left_alone(good: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.db"
    notes.write_text("These are notes. " * 100)
    before = notes.read_bytes()
    for command in (["build", good.name], ["serve"], ["search", "x"], ["export", "--to", "o"]):
        done = run(*command, "--desk", "notes.db", cwd=tmp_path)
        assert done.returncode == 4, done.stderr
        assert "notes.db" in done.stderr
        assert "Traceback" not in done.stderr
    assert notes.read_bytes() == before


def test_a_newer_desk_is_4(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, cwd=tmp_path).returncode == 0
    db = sqlite3.connect(tmp_path / "rashomon.db")
    db.execute("PRAGMA user_version = 999")
    db.close()
    done = run("build", good.name, cwd=tmp_path)
    assert done.returncode == 4
    assert "newer version" in done.stderr


def test_standard_input(tmp_path: Path) -> None:
    done = run("build", "-", cwd=tmp_path, stdin=json.dumps(ARTICLE).encode())
    assert done.returncode == 0, done.stderr
    assert articles(tmp_path / "rashomon.db") == 1


def test_story_and_search_speak_json(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, cwd=tmp_path).returncode == 0
    db = sqlite3.connect(tmp_path / "rashomon.db")
    story_id = db.execute("SELECT id FROM stories").fetchone()[0]
    db.close()
    story = run("story", story_id, "--json", cwd=tmp_path)
    assert story.returncode == 0
    assert json.loads(story.stdout)["id"] == story_id
    assert "Ferry late again" in run("story", story_id, cwd=tmp_path).stdout
    found = run("search", "ferry", "--json", cwd=tmp_path)
    assert "Ferry late again" in json.dumps(json.loads(found.stdout), ensure_ascii=False)
    missing = run("story", "nothing", cwd=tmp_path)
    assert missing.returncode == 1
    assert "nothing" in missing.stderr


def test_ctrl_c_is_130_and_what_was_done_stays(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, cwd=tmp_path).returncode == 0
    many = tmp_path / "many.jsonl"
    lines = (
        json.dumps({**ARTICLE, "title": f"Ferry {n}", "text": f"Trip {n}. " + ARTICLE["text"] * 30})
        for n in range(3000)
    )
    many.write_text("\n".join(lines), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "rashomon", "build", many.name],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors.decode()
    assert b"Traceback" not in errors
    assert articles(tmp_path / "rashomon.db") >= 1


def test_a_folder_that_holds_its_own_desk_settles(good: Path, tmp_path: Path) -> None:
    assert [run("build", ".", cwd=tmp_path).returncode for _ in range(3)] == [0, 0, 0]
    db = sqlite3.connect(tmp_path / "rashomon.db")
    assert db.execute("SELECT count(*) FROM pages").fetchone()[0] == 1
    db.close()
    assert not (tmp_path / "rashomon.db-lock").exists()


def test_a_file_name_that_is_no_text_stops_nothing(good: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/n\xff.html"
    try:
        Path(os.fsdecode(name)).write_bytes(b"nothing here")
    except OSError:
        pytest.skip("this file system has no such names")
    done = run("build", ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "n\\xff.html" in done.stderr
    assert articles(tmp_path / "rashomon.db") == 1
    assert run("search", os.fsdecode(b"ferry\xff"), cwd=tmp_path).returncode == 0


def test_a_value_nested_without_end_stops_nothing(good: Path, tmp_path: Path) -> None:
    deep = '{"title": ' + "[" * 600 + '"x"' + "]" * 600 + ', "text": "abc"}\n'
    (tmp_path / "deep.jsonl").write_text(deep + good.read_text())
    done = run("build", "deep.jsonl", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert articles(tmp_path / "rashomon.db") >= 1


def test_open_with_a_date_that_is_none_serves_nothing(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, cwd=tmp_path).returncode == 0
    assert run("open", good.name, "--fetched", "bogus", cwd=tmp_path).returncode == 2


def test_a_damaged_desk_is_4(good: Path, tmp_path: Path) -> None:
    assert run("build", good.name, cwd=tmp_path).returncode == 0
    desk = tmp_path / "rashomon.db"
    db = sqlite3.connect(desk)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    data = bytearray(desk.read_bytes())
    data[8192:] = b"\x55" * (len(data) - 8192)
    desk.write_bytes(data)
    done = run("export", "--to", "out", cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr


def test_two_builds_of_one_desk_do_not_mix(good: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / "rashomon.db-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run("build", good.name, cwd=tmp_path)
        assert done.returncode == 4
        assert "another program is writing" in done.stderr
    assert run("build", good.name, cwd=tmp_path).returncode == 0
