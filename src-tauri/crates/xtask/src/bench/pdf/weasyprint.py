"""Sets argv[1] with WeasyPrint once, into argv[2] with the fonts of argv[3], and prints as typst.py does."""

import pathlib
import resource
import sys
import time

import weasyprint

source, pdf, fonts = sys.argv[1:]
faces = {"Regular": "400 normal", "It": "400 italic", "Semibold": "600 normal"}
rules = "".join(
    "@font-face { font-family: 'Source Serif 4'; src: url(%s); font-weight: %s; font-style: %s }"
    % ((pathlib.Path(fonts) / f"SourceSerif4-{face}.ttf").as_uri(), *look.split())
    for face, look in faces.items()
)
before = time.process_time()
weasyprint.HTML(source).write_pdf(pdf, pdf_variant="pdf/ua-1", stylesheets=[weasyprint.CSS(string=rules)])
print(time.process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
