"""The command line: text and JSON on standard output, progress on standard error, exit codes from error types."""
