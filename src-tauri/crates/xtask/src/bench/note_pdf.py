"""Sets a text with Typst several times and prints the CPU seconds of each run, one per line.

Only the compilation counts, not the start of Python: what is measured beside it is a whole program.
"""

import sys
import time

import typst

source, fonts, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
for _ in range(runs):
    before = time.process_time()
    typst.compile(source, output=source + ".pdf", font_paths=[fonts], ignore_system_fonts=True)
    print(time.process_time() - before)
