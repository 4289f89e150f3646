"""Small tables of general knowledge; each says in its head where it comes from."""
