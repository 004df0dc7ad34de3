"""docutils nodes for what HTML alone can say, and their HTML."""
