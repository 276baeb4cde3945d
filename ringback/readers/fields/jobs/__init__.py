"""The present job: its post and employer, from headings, rows, sentences and heads of entries; the words of posts and firms."""
