"""Where the archive keeps things: SQLite or PostgreSQL, connections, columns, faults, migration."""
