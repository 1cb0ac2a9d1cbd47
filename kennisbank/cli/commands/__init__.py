"""One module per command: ``run(kennisbank, arguments, console, ctx) -> exit code``."""
