"""``career-guides new``: the first version of a guide, linked into its career."""
