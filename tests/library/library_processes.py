"""Programs of their own, for what can't be done to oneself: a full disk, a kill."""

import subprocess
import sys
import textwrap
from pathlib import Path

_REPOSITORY = Path(__file__).resolve().parents[2]


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python program that can import the tests' values too."""
    source = f"import sys; sys.path.insert(0, {str(_REPOSITORY)!r})\n" + textwrap.dedent(script)
    return subprocess.Popen([sys.executable, "-c", source, *arguments], stdout=subprocess.PIPE, text=True)


def run(script: str, *arguments: str) -> list[str]:
    """Return the lines that a Python program prints; it must end well."""
    with start(script, *arguments) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return said.splitlines()
