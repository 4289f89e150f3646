"""Training of the statements tagger: `python -m training.statements TRAIN.jsonl [--out FILE]`."""
