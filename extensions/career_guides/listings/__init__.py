"""What pages show of other pages: a module for each kind of listing."""
