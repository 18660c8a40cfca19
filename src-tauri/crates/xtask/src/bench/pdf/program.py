"""Runs the program in argv[1:] and prints the CPU seconds and the KiB of memory that it took at most."""

import os
import sys

program = sys.argv[1:]
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawnp(program[0], program, os.environ, file_actions=quiet)
_, status, used = os.wait4(child, 0)
if status != 0:
    sys.exit(f"{program[0]} failed")
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
