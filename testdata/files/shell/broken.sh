#!/usr/bin/env bash
az login -i
if broken; then
