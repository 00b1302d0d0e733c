# SPDX-License-Identifier: MIT
"""A format of govconv in Python: table cells stand between exclamation marks. See docs/plugin-guide.md."""
import json
import sys


def read(data):
    blocks, table, offset = [], None, 0
    for line in data.split(b"\n"):
        if b"!" not in line:
            table = None
            blocks.append({"paragraph": line.decode(), "at": offset})
        else:
            if table is None:
                table = []
                blocks.append({"table": table})
            table.append([])
            at = offset
            for cell in line.split(b"!"):
                table[-1].append({"text": cell.decode(), "at": at})
                at += len(cell) + 1
        offset += len(line) + 1
    json.dump({"blocks": blocks}, sys.stdout)


def write(data):
    for line in data.decode().splitlines() if data.count(b'"govconv"') > 1 else [data]:
        for name, table in json.loads(line)["tables"].items():
            for row, cells in table["rows"].items():
                print(name, row, *("-" if value is None else value for value in cells.values()), sep="!")


{"read": read, "write": write}[sys.argv[1]](sys.stdin.buffer.read())
