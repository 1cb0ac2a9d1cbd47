"""What is asked of other computers: only here, with time-outs, limits, and never of an address in one's own network."""
