"""Threads of feedback between readers and authors, and the files that go with them."""
