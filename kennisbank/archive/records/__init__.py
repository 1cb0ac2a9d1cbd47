"""The one table of records under one revision: who sees which, what changes, what was answered, and the trail."""
