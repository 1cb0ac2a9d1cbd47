"""Paths, settings, secrets and logging of this machine."""
