source "azure-arm" "a" {
  os_type = "Linux"
}

source "azure-arm" "named" {
  client_id = var.client_id
}

source "azure-arm" "cli" {
  use_azure_cli_auth = true
}

build {
  provisioner "shell" {
    inline = ["az login --identity", "az group list"]
  }
}
