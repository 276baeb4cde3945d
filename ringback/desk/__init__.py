"""What listens: provider webhooks and the candidate's door, as one small Starlette application."""
