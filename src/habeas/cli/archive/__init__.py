"""Reading archives of any size: many processes, one line a document, taken up where it stopped.

`reading.read_archive` leads the way: `reports.documents` gives the documents, `pool` has `worker`
processes read them, `output` keeps the `lines`.
"""
