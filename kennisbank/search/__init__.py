"""Full-text search: passages in, hits out. The index is a cache that can always be rebuilt from the library."""
