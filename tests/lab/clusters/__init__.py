"""One cluster, one file; its name with `_` for `-`. See ../README.md for what such a file holds."""
