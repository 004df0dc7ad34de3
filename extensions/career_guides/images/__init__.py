"""Smaller variants of pictures, and the cards that social networks show."""
