"""Archived websites of past congresses: taken in as they were kept, replayed on an origin of their own."""
