"""Keeping what there is, for as long as it may: backups, looking it over, sticks, the daily round."""
