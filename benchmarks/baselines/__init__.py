"""Plain methods that the library is measured beside."""
