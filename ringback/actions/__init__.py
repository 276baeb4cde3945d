"""What can be done: one verb, one transaction. Tasks, the desk and the command line call these and nothing below."""
