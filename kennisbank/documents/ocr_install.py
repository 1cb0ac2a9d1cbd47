"""What to say to somebody who lacks Tesseract's data: it differs by system, and the system is told by its tools."""

import shutil
import sys
from collections.abc import Callable

_BY_TOOL = (("apt-get", "apt"), ("dnf", "dnf"), ("pacman", "pacman"), ("zypper", "zypper"))


def install_key(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> str:
    """Return the key of the sentence (``ocr_install.apt``) that says how the data are installed on this computer."""
    if platform == "win32":
        return "ocr_install.windows"
    if platform == "darwin":
        return "ocr_install.macos"
    return next((f"ocr_install.{name}" for tool, name in _BY_TOOL if which(tool)), "ocr_install.other")
