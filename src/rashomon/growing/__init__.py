"""How a desk takes in what is new, at a cost that does not grow with the desk.

Each module lays one stage that looks across articles over the desk: which records are touched,
what the stage must see to do them, and what is written. The stages themselves know of no desk.
Every step is a transaction of its own and leaves the desk whole.
"""
