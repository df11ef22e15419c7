#!/bin/bash
terraform init -backend-config="use_msi=true" -backend-config="storage_account_name=x"
terraform init --backend-config use_msi=true -input=false
terraform -chdir=infra init -backend-config="use_msi=true" -backend-config="client_id="

# Named, another way, or unknown.
terraform init -backend-config="use_msi=true" -backend-config="client_id=$ID"
terraform init -backend-config="use_msi=true" -backend-config="access_key=$KEY"
terraform init -backend-config="use_msi=true" -backend-config=prod.tfbackend
terraform init -backend-config="use_msi=true" $MORE
terraform init -backend-config="use_msi=$USE"
terraform init -backend-config="use_msi=false"
terraform plan
