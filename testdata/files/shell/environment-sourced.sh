# What is sourced may name the identity.
source ./vars.sh
export ARM_USE_MSI=true
export AZCOPY_AUTO_LOGIN_TYPE=MSI
terraform apply
