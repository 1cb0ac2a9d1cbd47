"""Annotations in open formats: JSON-LD, XFDF, Markdown and CSV, as pure functions between values and text."""
