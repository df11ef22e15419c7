terraform {
  backend "azurerm" {
    container_name = "state"
    key            = "a"
    use_msi        = true
  }
}

provider "azurerm" {
  features {}
  use_msi = true
}

provider "azurerm" {
  alias     = "named"
  use_msi   = true
  client_id = var.client_id
}

provider "azurerm" {
  alias     = "empty"
  use_msi   = true
  client_id = ""
}

provider "azurerm" {
  alias         = "secret"
  use_msi       = true
  client_secret = var.secret
}

provider "azurerm" {
  alias   = "chosen"
  use_msi = var.use_msi
}

provider "azuread" {
  use_msi = true # whichid:system-assigned -- the agent has one only
}

provider "databricks" {
  azure_use_msi = true
}

data "terraform_remote_state" "a" {
  backend = "azurerm"
  config = {
    container_name = "state"
    key            = "a"
    use_msi        = true
  }
}

data "terraform_remote_state" "named" {
  backend = "azurerm"
  config = {
    container_name = "state"
    key            = "a"
    use_msi        = true
    client_id      = local.client_id
  }
}
