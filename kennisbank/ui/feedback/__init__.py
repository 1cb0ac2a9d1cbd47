"""Feedback to the authors: the sheet beside the page, its lead to the passage, threads with their road."""
