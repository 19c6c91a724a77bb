"""Lists that come in and go out: .xlsx, .xls, .ods, CSV. Knows no database.

`read.read_sheet`, `template.template_xlsx`, `writing.write_xlsx`, `writing.write_csv`. Nothing is imported
here: the child that reads strangers' files loads this package too, and shall start quickly.
"""
