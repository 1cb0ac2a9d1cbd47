"""QObjects without widgets: signals into jobs, results into models."""
