"""The post where the rules are in doubt: phrases of the page, what is known of each, and a learnt weight of that."""
