"""Reading a paper: its pages as they look, the hits marked on them, contents, text to select and copy."""
