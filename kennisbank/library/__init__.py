"""What is on this machine: one SQLite file, and the files of the contributions by SHA-256 beside it."""
