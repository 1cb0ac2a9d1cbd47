"""How much one file may cost. Nothing here needs MuPDF, so that parent and child agree on it."""

import os
import sys

MAX_CHARACTERS = 50_000_000
"""Code points of text of one file; a book of 50,000 words has 300,000."""
MAX_PAGES = 20_000
MAX_PAGE_CHARACTERS = 2_000_000
"""Code points on one page: a page that holds more is no page, and its word boxes would fill the memory."""
MAX_OUTLINE = 10_000
MAX_OUTLINE_DEPTH = 32
MAX_LINKS = 50_000
MAX_TITLE = 500
"""Code points kept of a title in the outline or in the file's own metadata."""
MAX_URI = 2_000
MAX_ANNOTATIONS = 10_000
"""Annotations read from one file."""
MAX_ANNOTATION_TEXT = 100_000
"""Code points kept of what one annotation says."""
MAX_ANNOTATION_CHARACTERS = 5_000_000
"""Code points kept of what all annotations of one file say."""
MAX_QUADS = 2_000
"""Boxes of one annotation."""
MAX_FILE_BYTES = 1 << 30
MAX_PIXELS = 25_000_000
"""Pixels of one rendered page: 75 MB of samples; a page of A4 at 600 % has 18 million."""
MIN_PAGES_PER_SECOND = 25
"""What a long file must keep up to be given more than the time limit of one document: slow for a slow machine."""
_NICE, _BELOW_NORMAL = 10, 0x4000
"""Priority of what nobody waits for: on Unix how much it gives way (0-19), on Windows its class."""
MOST_TIMES = 15
"""Time limits that even a long file may take in all."""


def limit_memory(memory_bytes: int) -> None:
    """Let this process have at most `memory_bytes` of address space, where the system can hold it to that.

    Allocations beyond it fail: MuPDF reports an error or, at worst, this process dies alone. Windows has no such
    limit for a process on itself; there only the time limit and the caps above hold.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  absent on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def give_way() -> None:
    """Let the other processes of this computer go before this one, as far as the system can be told."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICE)
