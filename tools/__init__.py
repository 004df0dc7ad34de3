"""What maintains the repository."""
