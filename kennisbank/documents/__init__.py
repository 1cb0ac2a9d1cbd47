"""Files of any kind → pages of words with boxes, and pictures of pages; in child processes only."""
