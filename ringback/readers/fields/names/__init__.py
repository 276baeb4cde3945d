"""The name: candidates of every place, their shapes, cleaned and weighed."""
