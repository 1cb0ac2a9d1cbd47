"""The program's own source files, each parsed and walked through once: what is asked of them is kept, and not the tree."""

import ast
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "kennisbank"


@dataclass(slots=True)
class Source:
    """One file: what stands in it, at any depth."""

    text: str
    statements: int
    """How many there are at the top, the docstring counted."""
    docstring: str | None
    imported: set[str] = field(default_factory=set)
    """Full names of modules, and of what is taken from them."""
    calls: list[tuple[int, str]] = field(default_factory=list)
    """Line and last name of everything that is called: ``a.b.c()`` gives ``c``."""
    functions: list[tuple[int, str, int]] = field(default_factory=list)
    """Line, name and number of lines."""
    broad_excepts: list[tuple[int, bool]] = field(default_factory=list)
    """Line of each ``except`` that catches everything, and whether it raises again."""
    raised: set[str] = field(default_factory=set)
    """Names in what is raised."""

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@cache
def sources() -> dict[str, Source]:
    """Return the program's files by path below the repository."""
    return {path.relative_to(REPOSITORY).as_posix(): _source(path) for path in sorted(PACKAGE.rglob("*.py"))}


def _source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    source = Source(text, len(tree.body), ast.get_docstring(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                source.calls.append((node.lineno, name))
            case ast.Import():
                source.imported.update(alias.name for alias in node.names)
            case ast.ImportFrom() if node.module:
                source.imported.add(node.module)
                source.imported.update(f"{node.module}.{alias.name}" for alias in node.names)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                source.functions.append((node.lineno, node.name, (node.end_lineno or 0) - node.lineno + 1))
            case ast.ExceptHandler() if _is_broad(node):
                re_raises = any(isinstance(each, ast.Raise) for each in ast.walk(node))
                source.broad_excepts.append((node.lineno, re_raises))
            case ast.Raise() if node.exc:
                source.raised.update(getattr(part, "id", "") for part in ast.walk(node.exc))
    return source


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException") for kind in kinds)


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return the files that are (or would be) in the repository; empty where there is no git to ask."""
    try:
        found = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=REPOSITORY,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ()
    names = found.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := REPOSITORY / name).is_file())
