"""Prints the calls in Python files, for the truth test: one JSON object a file.

Usage: calls.py FOLDER ...

What was installed beside a library, in site-packages, is left out.
"""

import ast
import json
import os
import sys
import warnings


def name(node):
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    return ""


def calls(source):
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            keywords = [k.arg or "" for k in node.keywords]
            found.append([node.lineno, name(node.func), len(node.args), keywords])
    return found


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    for folder in sys.argv[1:]:
        for root, _, files in sorted(os.walk(folder)):
            if "site-packages" in os.path.relpath(root, folder):
                continue
            for file in sorted(files):
                if not file.endswith(".py"):
                    continue
                path = os.path.join(root, file)
                try:
                    with open(path, "rb") as f:
                        found = calls(f.read())
                except (SyntaxError, ValueError, RecursionError, MemoryError, OSError):
                    continue
                print(json.dumps({"file": path, "calls": found}))


main()
