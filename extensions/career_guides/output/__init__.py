"""Where things are in the output folder, and what is known of it from the last build."""
