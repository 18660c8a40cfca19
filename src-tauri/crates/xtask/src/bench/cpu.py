"""Runs the program in argv[2:] argv[1] times and prints the CPU seconds of each run, one per line."""

import resource
import subprocess
import sys

runs, program = int(sys.argv[1]), sys.argv[2:]
for _ in range(runs):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
