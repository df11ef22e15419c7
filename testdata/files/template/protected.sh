#!/bin/bash
# A file for templatefile, by what it has.
echo "$${HOME}"
az login --identity
