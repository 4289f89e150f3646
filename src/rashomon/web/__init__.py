"""The reading room: server-rendered pages and JSON over a desk, on this machine only."""
