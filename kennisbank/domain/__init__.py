"""Values and pure functions of the archive: no input, no output, no third-party package."""
