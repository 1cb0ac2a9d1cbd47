"""The server's log: one line of JSON for each event, with nothing in it that leads to a person.

No mail address, name, token, code, query string, path parameter or IP address is logged: of a request only its method,
the route's own pattern, its status and how long it took.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

LOGGER = "kennisbank.archive"
_OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object: moment, level, event, and the fields given as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line. Of an exception stand its type and where it arose, not its message: that may quote input."""
        said: dict[str, object] = {
            "moment": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        said |= {name: value for name, value in record.__dict__.items() if name not in _OWN}
        if record.exc_info and record.exc_info[1] is not None:
            said["error"] = _whence(record.exc_info[1])
        return json.dumps(said, ensure_ascii=True, default=str)


def start_logs(stream: TextIO | None = None, *, verbose: bool = False, only_trouble: bool = False) -> None:
    """Log to `stream` (standard error); with `verbose` what is of use to a programmer, too; or `only_trouble`.

    The web server's own messages go the same way; its access log is off (`serve`), since it writes addresses.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    usual = logging.WARNING if only_trouble else logging.INFO
    for name, level in (
        (LOGGER, logging.DEBUG if verbose else usual),
        ("uvicorn", logging.INFO if verbose else logging.WARNING),
        ("sqlalchemy", logging.ERROR),  # its warnings quote rows
        ("alembic", logging.WARNING),
    ):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False


def _short(file: str) -> str:
    return file.rpartition("site-packages/")[2]


def _whence(error: BaseException) -> dict[str, object]:
    """Return the type of an error and of what caused it, and the lines of the program that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    said: dict[str, object] = {
        "type": type(error).__name__,
        "at": [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-12:]],
    }
    cause = error.__cause__ or error.__context__
    if cause is not None:
        said["cause"] = type(cause).__name__
    return said
