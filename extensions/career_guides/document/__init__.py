"""A page is read: what its front matter puts into its document."""
