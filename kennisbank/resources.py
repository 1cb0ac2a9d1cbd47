"""Finding the files that come with the program: icons, catalogues, the example archive."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "bundled"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a bundled file or folder by its name below ``resources/``, with ``/``.

    It need not exist: the caller knows what its absence means.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root / name
