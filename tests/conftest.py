"""Puts `builders` within reach of every test."""
