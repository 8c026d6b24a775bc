"""The broken clusters, one file each; see README.md."""
