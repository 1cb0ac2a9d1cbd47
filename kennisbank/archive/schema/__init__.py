"""The tables of all rooms, as the migrations make them: nothing but columns, keys and indexes."""
