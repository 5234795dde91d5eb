"""Names the tests that docs/threat-model.md speaks of and that are not there: a line each."""

import pathlib
import re

text = pathlib.Path("docs/threat-model.md").read_text()
for path, names in re.findall(r'`(Tests/[^`]+)`((?: ?,? ?"[^"]+")*)', text):
    file = pathlib.Path(path)
    if not file.exists():
        print(f"{path} is not there")
        continue
    tests = file.read_text()
    for name in re.findall(r'"([^"]+)"', names):
        if f"`{name}`" not in tests:
            print(f"{path} has no test “{name}”")
