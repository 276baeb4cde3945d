"""The meaning of the product. Nothing below this package imports Prefect."""
