"""What the archive holds about somebody: given to them, erased at their word, and never kept longer than needed."""
