"""Offline only: how the frozen tables of the identity model were made and are checked. Nothing here runs in production."""
