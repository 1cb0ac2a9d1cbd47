"""What is known of Dutch and English words: how common they are, their forms, their families, their parts."""
