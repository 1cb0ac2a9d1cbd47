"""Acts: what readers and authors say, each carried out once."""
