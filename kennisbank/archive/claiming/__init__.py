"""Who is an author of what: claims, the codes that prove them, and what a claim gives access to."""
