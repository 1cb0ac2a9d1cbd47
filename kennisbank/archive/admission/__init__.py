"""Letting people in: asking for an account, logging in and out, and what maintainers do to accounts."""
