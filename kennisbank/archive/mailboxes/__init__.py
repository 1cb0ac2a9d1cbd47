"""Mailboxes: what the archive tells one account alone, counted for each account by itself."""
