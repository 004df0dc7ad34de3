"""Pages that no author has written: of industries, of tags, and for addresses that do not exist."""
