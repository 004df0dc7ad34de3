"""The parsers of hosts, as judges of the files that are written for them."""
