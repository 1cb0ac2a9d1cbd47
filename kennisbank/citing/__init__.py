"""Citing: what is known of a contribution, as a reference that other programs and other readers understand."""
