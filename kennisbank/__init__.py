"""Kennisbank: the desktop library of a conference's archive."""
