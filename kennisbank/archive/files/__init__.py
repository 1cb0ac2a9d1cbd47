"""The bytes of files: which there are, and where they stand."""
