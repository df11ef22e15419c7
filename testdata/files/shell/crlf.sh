#!/bin/bash
az login --identity
bash -c "az login -i"
