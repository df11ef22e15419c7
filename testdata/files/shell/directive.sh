#!/bin/bash
az login -i # whichid:system-assigned -- the VM has one
# whichid:ignore command -- a sample
az login -i
# whichid:ignore -- all of it
if true; then
  az login -i
fi
# whichid:ignore -- also the words behind
# another comment
curl -s \
  "http://169.254.169.254/metadata/identity/oauth2/token?resource=$R"
# whichid:ignore
az login -i
# whichid:ignored -- no such word
az login -i
# whichid:ignore commands -- no such rule
az login -i
# whichid:ignore command -- silences nothing
az account show
# whichid: prose about the tool
