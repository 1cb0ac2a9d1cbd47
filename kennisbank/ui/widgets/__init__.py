"""Building blocks that every view uses."""
