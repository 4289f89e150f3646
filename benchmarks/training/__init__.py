"""Scripts that fit the constants that the library ships."""
