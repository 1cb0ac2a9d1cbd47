"""Who an archive is, and what only it can make: its id and epoch, its keys, hashes and seals."""
