"""Reading: the bytes of any file that a drop folder really holds become resumes, or a reason that a person can act on.

The walk of one file, each step one module::

    read.py          the door: read_file(path, ...) -> Reading; never raises for bad input
    sniff.py         which format is this? by content, the suffix is never believed
    pdf.py docx.py odt.py doc.py rtf.py html.py text.py ocr.py    bytes -> Document (lines, layout, metadata)
    mail.py archive.py tables.py jsonresume.py               bytes -> the parts or records of a container
    normalise.py     one spelling for what print writes in many ways (full width, Kangxi radicals, icon letters)
    likeness.py      is this a resume at all? with a probability
    boards/          what file names and mail subjects of the job boards say; one file a board
    fields/          what is read out of the text; one module a group of fields, each value with its origin
    refusals.py      code -> sentence and next step
    limits.py        what one file may cost
    pool.py          many files at once, in child processes that may die without harm
    worker.py        the child process

Nothing here knows the database, the clock or Prefect. Importing this package imports no parser: each format is loaded when
its first file comes.
"""
