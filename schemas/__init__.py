"""The shapes: words, records, policy, tables, expectations. Imports nothing from any other floor."""
