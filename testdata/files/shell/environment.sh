#!/bin/bash
export ARM_USE_MSI=true ARM_TENANT_ID=$TENANT
terraform apply
AZCOPY_AUTO_LOGIN_TYPE=MSI azcopy copy a b
# Other ways to log in.
export AZCOPY_AUTO_LOGIN_TYPE=AZCLI
ARM_USE_MSI=false terraform plan
