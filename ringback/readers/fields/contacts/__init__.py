"""E-mail addresses, numbers and handles, and whose they are."""
