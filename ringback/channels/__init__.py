"""Ways to reach people: one module a provider, and the console that stands in for all of them."""
