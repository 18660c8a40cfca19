"""Sets argv[1] with Typst once, into argv[2] with the fonts of argv[3]; prints the CPU seconds and the KiB it took.

Only the compilation counts, not the start of Python: what is measured beside it is a whole program. A second
run in the same process would find the first one's work remembered and measure nothing.
"""

import resource
import sys
import time

import typst

source, pdf, fonts = sys.argv[1:]
before = time.process_time()
typst.compile(source, output=pdf, font_paths=[fonts], ignore_system_fonts=True)
print(time.process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
