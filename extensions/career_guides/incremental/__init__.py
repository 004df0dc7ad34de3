"""Which pages are read and written again, so that an incremental build equals a clean one."""
