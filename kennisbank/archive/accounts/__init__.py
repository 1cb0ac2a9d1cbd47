"""Accounts as they stand in the database: rows, codes, tokens, sessions, limits."""
