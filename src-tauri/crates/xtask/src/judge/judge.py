"""Judges every PDF in the folder argv[1]: PDF/UA-1 and PDF/A-3a by page-validation, soundness by qpdf.

Prints each failure and a last line with how many files passed; exits with 1 if one did not.
"""

import pathlib
import shutil
import subprocess
import sys

import page

PROFILES = {"PDF/UA-1": page.ValidationProfile.PDF_UA_1, "PDF/A-3a": page.ValidationProfile.PDF_A_3A}


def faults(path):
    for name, profile in PROFILES.items():
        try:
            report = page.validate_pdf(str(path), profile=profile)
        except page.PageError as error:
            yield f"{name}: cannot be judged: {error}"
            continue
        for failure in report.failures:
            yield f"{name} {failure.rule_id}: {failure.message} (object {failure.object_id})"
    if shutil.which("qpdf"):
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        if checked.returncode != 0:
            yield f"qpdf: {checked.stdout}{checked.stderr}"


files = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
failed = 0
for path in files:
    found = list(faults(path))
    failed += bool(found)
    for fault in found:
        print(f"{path.name}: {fault}")
print(f"{len(files) - failed} passed, {failed} failed")
sys.exit(1 if failed or not files else 0)
