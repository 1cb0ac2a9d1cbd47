"""Keeping in step with the central archive. The outbox it will empty is written by `library` from the first day."""
