"""Import batches: they wait, files come in, and all of it becomes visible at once."""
