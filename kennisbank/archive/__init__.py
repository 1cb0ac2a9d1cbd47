"""The central archive: a server with its own tables and migrations. Of the client it knows what both speak."""
