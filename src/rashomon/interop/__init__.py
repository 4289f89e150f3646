"""Interop: the desk in the forms that other programs read."""
