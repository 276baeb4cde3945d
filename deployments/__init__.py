"""How it is run: one terminal on a laptop, or workers on several machines."""
