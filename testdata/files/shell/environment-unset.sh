# Run where ARM_ variables are set: one of them may name the identity.
if [ "$USE_MSI" = true ]; then
  unset ARM_CLIENT_SECRET
  export ARM_USE_MSI=true
fi
terraform apply
