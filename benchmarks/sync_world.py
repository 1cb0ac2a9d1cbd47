"""An archive with many contributions and the clients around it, as real processes: the ground that syncs are measured on."""

import csv
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pymupdf

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

SYLLABLES = [
    "ba",
    "de",
    "fi",
    "go",
    "ku",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "wo",
    "zu",
    "stel",
    "kant",
    "werk",
    "les",
    "boek",
    "taal",
    "net",
    "code",
    "leer",
]


_CHANCE = random.Random(5)
WORDS = sorted({"".join(_CHANCE.choice(SYLLABLES) for _ in range(_CHANCE.randint(2, 3))) for _ in range(6000)})
"""A vocabulary of the size that 1,500 real abstracts have, not a new word each time."""


def word(chance: random.Random) -> str:
    return WORDS[int(len(WORDS) * chance.random() ** 2)]


def papers(folder: Path, count: int, *, extra_bytes: int = 0) -> Path:
    """Fill `folder` with so many one-page papers and a list of what they are; one that is full is taken as it is."""
    listing = folder / "list.csv"
    if listing.exists():
        return listing
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    rows = []
    for number in range(count):
        title = f"{word(chance).capitalize()} {word(chance)} in het onderwijs {number}"
        abstract = " ".join(word(chance) for _ in range(60))
        body = " ".join(word(chance) for _ in range(250))
        document = pymupdf.open()
        page = document.new_page()
        page.insert_textbox(pymupdf.Rect(60, 60, 540, 780), f"{title}\n\n{abstract}\n\n{body}", fontsize=10)
        if extra_bytes:
            document.embfile_add("ballast", chance.randbytes(extra_bytes))
        name = f"paper-{number:05}.pdf"
        document.save(folder / name)
        document.close()
        author = f"{word(chance).capitalize()} van {word(chance).capitalize()}"
        rows.append(
            [name, title, author, abstract, "; ".join(word(chance) for _ in range(4)), f"NIOC{1990 + number % 30}"]
        )
    with listing.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target)
        writer.writerow(["file", "title", "authors", "abstract", "keywords", "edition"])
        writer.writerows(rows)
    return listing


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(token: str = "") -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KENNISBANK_")}
    extra = {"KENNISBANK_TOKEN": token} if token else {}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8", **extra}


def command(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "kennisbank", "--home", str(home), *words]


def kennisbank(
    home: Path, *words: str, token: str = "", given: str = "", accepts: tuple[int, ...] = (0,)
) -> list[dict]:
    """Run one command with ``--json`` and return its answers."""
    done = subprocess.run(
        [*command(home, *words), "--json"],
        input=given,
        capture_output=True,
        text=True,
        env=environment(token),
        check=False,
    )
    if done.returncode not in accepts:
        raise RuntimeError(f"{words}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def archive_command(*words: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "kennisbank", "archive", *words, "--json"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"archive {words}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {}


def started(data: Path, port: int, *words: str) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kennisbank", "archive", "serve", "--data", str(data), "--port", str(port), *words],
        stdout=subprocess.DEVNULL,
        stderr=(data / "stderr.txt").open("ab"),
        env=environment(),
        start_new_session=True,
    )
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
                if answer.status == 200:
                    return process
        except OSError:
            if process.poll() is not None:
                raise RuntimeError((data / "stderr.txt").read_text()[-2000:]) from None
        time.sleep(0.1)
    raise RuntimeError("the archive doesn't answer")


@contextmanager
def serving(data: Path, port: int, *words: str):
    process = started(data, port, *words)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def made_archive(folder: Path, count: int, *, extra_bytes: int = 0) -> Path:
    """Return the data of an archive that holds so many contributions, published by a maintainer's Kennisbank."""
    data = folder / "archive"
    if (folder / "published.json").exists():
        return data
    listing = papers(folder / "papers", count, extra_bytes=extra_bytes)
    if not data.exists():
        archive_command("init", "--data", str(data))
    invited = archive_command("users", "add", "beheer@example.org", "--role", "maintainer", "--data", str(data))
    home, port = folder / "maintainer", free_port()
    if not (home / "library.sqlite").exists():
        kennisbank(home, "import", str(folder / "papers"), "--list", str(listing), accepts=(0, 1))
    (batch,) = [each["id"] for each in kennisbank(home, "batch", "list")[0]["batches"]]
    with serving(data, port):
        kennisbank(home, "connect", f"http://127.0.0.1:{port}")
        token = kennisbank(
            home, "login", invited["mail"], "--code", "-", "--print-token", given=invited["code"] + "\n"
        )[-1]["token"]
        (folder / "token").write_text(token if isinstance(token, str) else token["token"])
        answer = kennisbank(home, "publish", batch, token=(folder / "token").read_text())[-1]
    (folder / "published.json").write_text(json.dumps(answer))
    return data
