#!/bin/bash
export ARM_USE_MSI=true
export ARM_CLIENT_ID="$CLIENT_ID"
if [ -n "$ID" ]; then
  export AZCOPY_MSI_CLIENT_ID="$ID"
fi
AZCOPY_AUTO_LOGIN_TYPE=MSI azcopy copy a b
