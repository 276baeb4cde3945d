"""What runs, and in which order: one file a flow, no decisions."""
