"""``kennisbank archive …``: what is typed at the server."""
