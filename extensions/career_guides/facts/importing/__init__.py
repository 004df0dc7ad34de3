"""The publishers' files, read in the form in which they are published."""
