"""Agreements as data: their nouns, the shape of their tables, how they are built and what makes no sense in them."""
