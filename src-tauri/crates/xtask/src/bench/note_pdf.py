"""Sets a text with Typst once and prints the CPU seconds it took.

Only the compilation counts, not the start of Python: what is measured beside it is a whole program. A second
run in the same process would find the first one's work remembered and measure nothing.
"""

import sys
import time

import typst

source, fonts = sys.argv[1:]
before = time.process_time()
typst.compile(source, output=source + ".pdf", font_paths=[fonts], ignore_system_fonts=True)
print(time.process_time() - before)
