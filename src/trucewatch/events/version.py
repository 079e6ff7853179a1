"""Which rules found a thing. Changes whenever the same words could give another result."""

EXTRACTOR = "rules-en/1"
