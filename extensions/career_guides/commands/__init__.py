"""The commands of ``career-guides``, a module each, with its arguments and what it prints."""
