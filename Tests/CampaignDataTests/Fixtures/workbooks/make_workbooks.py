"""Makes the workbooks of this folder with other programs, so that reading them is tested against foreign hands.

    pip install openpyxl XlsxWriter && python3 make_workbooks.py

All hold the same cells, but that openpyxl stores no value with a formula.
"""
import datetime
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HEADER = ["text", "number", "date", "time", "flag", "share", "gap", "formula"]
WHEN = datetime.datetime(2025, 3, 29, 9, 30)
DAY = datetime.date(2025, 3, 29)


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Blatt 1"
    sheet.append(["A title", None, None])
    sheet.append(HEADER)
    sheet.append(["Müller & Söhne <GmbH>", 2600, DAY, WHEN, True, 0.45, None, "=1+1"])
    sheet["C3"].number_format = "dd.mm.yyyy"
    sheet["D3"].number_format = "dd.mm.yyyy hh:mm"
    sheet["F3"].number_format = "0 %"
    sheet["A5"] = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    sheet["B5"] = 1.5
    sheet["H5"] = "behind a gap"
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("Zwei").append(["other"])
    book.save("openpyxl.xlsx")


def with_xlsxwriter(name, options):
    book = xlsxwriter.Workbook(name, options)
    book.set_properties({"created": datetime.datetime(2025, 1, 1)})
    sheet = book.add_worksheet("Blatt 1")
    sheet.write_row(0, 0, ["A title"])
    sheet.write_row(1, 0, HEADER)
    sheet.write(2, 0, "Müller & Söhne <GmbH>")
    sheet.write(2, 1, 2600)
    sheet.write_datetime(2, 2, DAY, book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write_datetime(2, 3, WHEN, book.add_format({"num_format": 22}))
    sheet.write_boolean(2, 4, True)
    sheet.write(2, 5, 0.45, book.add_format({"num_format": '0.0 "days" [Red]'}))
    sheet.write_formula(2, 7, "=1+1", None, 2)
    sheet.write_rich_string(4, 0, "plain ", book.add_format({"bold": True}), "bold")
    sheet.write(4, 1, 1.5)
    sheet.write(4, 7, "behind a gap")
    sheet.set_row(4, None, None, {"hidden": True})
    book.add_worksheet("Zwei").write(0, 0, "other")
    book.close()


def as_open_document():
    cells = lambda *texts: "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts)
    content = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>
<table:table table:name="Blatt 1">
<table:table-row>{cells("A title")}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>
<table:table-row>{cells(*HEADER)}</table:table-row>
<table:table-row>{cells("Müller &amp; Söhne &lt;GmbH&gt;")}<table:table-cell office:value-type="float" office:value="2600"><text:p>2.600</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-03-29"><text:p>29.03.2025</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-03-29T09:30:00"><text:p>29.03.25</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45 %</text:p></table:table-cell><table:table-cell/><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>plain <text:span>bold</text:span></text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell table:number-columns-repeated="5"/>{cells("behind a gap")}</table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Zwei"><table:table-row>{cells("other")}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""
    with zipfile.ZipFile("opendocument.ods", "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)


with_openpyxl()
with_xlsxwriter("xlsxwriter.xlsx", {})
with_xlsxwriter("from-1904.xlsx", {"date_1904": True})
as_open_document()
