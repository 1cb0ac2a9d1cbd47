"""The log: a small rotating file in the home, and standard error for those who ask for more."""

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler

from kennisbank.config.paths import Paths

_FORMAT = "%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s"
_BYTES = 1_000_000
_KEPT = 3


def start_logging(paths: Paths, *, verbose: bool = False) -> None:
    """Log this program's messages to ``log/kennisbank.log``; with `verbose`, more of them, and to standard error.

    May be called again, for another home. A log that can't be written is no reason not to start: it is said once on
    standard error.
    """
    logger = logging.getLogger("kennisbank")
    stop_logging()
    logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    formatter = logging.Formatter(_FORMAT)
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)] if verbose else []
    try:
        paths.log.mkdir(parents=True, exist_ok=True)
        file = paths.log / "kennisbank.log"
        handlers.append(
            RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="replace")
        )
    except OSError as error:
        print(f"There will be no log: {paths.log}: {error.strerror or error}", file=sys.stderr)
    for handler in handlers:
        handler.setFormatter(formatter)
        logger.addHandler(handler)


def stop_logging() -> None:
    """Close what `start_logging` opened. Safe when there is nothing."""
    logger = logging.getLogger("kennisbank")
    for handler in list(logger.handlers):
        if isinstance(handler, (RotatingFileHandler, logging.StreamHandler)):
            logger.removeHandler(handler)
            with suppress(OSError):
                handler.close()
