#!/bin/bash
# It is not known what fills this in.
az login --identity
az group show -n ${group}
