#!/bin/bash
export ARM_CLIENT_ID=$ID
terraform init -backend-config="use_msi=true"
