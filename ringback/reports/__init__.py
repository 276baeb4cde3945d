"""What a person reads after a step: sentences, tables and markdown, the same for artifacts and the terminal.

Pure: results in, text out. Contact data is masked here, since artifacts and logs are plain text for everybody.
"""
