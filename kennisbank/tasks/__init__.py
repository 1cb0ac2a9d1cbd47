"""Progress and cancellation, for work of any length on any thread."""
