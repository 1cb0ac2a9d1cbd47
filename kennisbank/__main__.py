"""Entry point: without a command the window opens; with one, the command line answers."""

import os
import sys
from multiprocessing import freeze_support


def main() -> int:
    """Return the exit code: 0 done, 1 done with problems, 2 the caller's mistake, 3 the environment's, 70 a bug."""
    freeze_support()
    # No linear algebra is done here: numpy's threads for it would only take a tenth of a second of a core to start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.argv[1:2] == ["archive"]:
        from kennisbank.archive.commands.command import main as archive  # noqa: PLC0415 -- it needs nothing of the client

        return archive(sys.argv[2:])
    # Imported here and not above: the command line must not wait for Qt, nor the window for argparse's commands.
    from kennisbank.cli.arguments import parse  # noqa: PLC0415

    arguments = parse(sys.argv[1:])
    if arguments.command in {None, "open"}:
        from kennisbank.ui.app import run  # noqa: PLC0415

        return run(arguments.home, arguments.link if arguments.command == "open" else "")
    from kennisbank.cli.main import main as command_line  # noqa: PLC0415

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
