seal "azurekeyvault" {
  vault_name = "a"
}
