"""Leaf helpers on text that several stages share: sentences, words, quotation marks.

These modules import nothing of ours, and know nothing of articles or stories.
"""
