"""Readers and authors as people to write to: contacts, claims, mail, remarks, the newsletter, versions handed in."""
