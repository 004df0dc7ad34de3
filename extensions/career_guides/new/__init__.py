"""``career-guides new``: start a guide from a template, and link it into its career."""
