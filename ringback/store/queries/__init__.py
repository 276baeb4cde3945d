"""Read models: what is looked up together is fetched together, never a query a row."""
