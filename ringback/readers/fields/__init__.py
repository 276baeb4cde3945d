"""What is read out of a resume: one module for each group of fields.

Every reader here takes a :class:`~ringback.readers.fields.sheet.Sheet` (the text with its labels and sections found) and returns
:class:`~ringback.readers.fields.found.Found` values: the value, how it was found, and how sure that is. Nothing is invented:
a field that the document does not print is None.
"""
