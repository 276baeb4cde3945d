"""Towns, addresses, countries and the region of numbers; where the person lives."""
