"""What clients and visitors fetch: the catalogue, the changes, the files, what is new."""
