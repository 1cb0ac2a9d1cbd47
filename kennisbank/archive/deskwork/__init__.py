"""The maintainers' desk: what waits for them, list by list, and what they decide."""
