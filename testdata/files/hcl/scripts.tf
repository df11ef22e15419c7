resource "null_resource" "a" {
  provisioner "local-exec" {
    command = "az login --identity"
  }
  provisioner "local-exec" {
    command = "az login --identity --client-id ${var.client_id}"
  }
  provisioner "local-exec" {
    command     = "Connect-AzAccount -Identity"
    interpreter = ["pwsh", "-Command"]
  }
  provisioner "remote-exec" {
    inline = [
      "az login --identity",
      "az login --identity ${var.flags}",
    ]
  }
}

resource "azurerm_virtual_machine_extension" "a" {
  settings = <<-X
    {"commandToExecute": "az login --identity && echo \"done\""}
  X
}

resource "azurerm_virtual_machine_extension" "b" {
  settings = jsonencode({
    commandToExecute = "az login --identity"
  })
}

locals {
  script = <<-X
    #!/bin/bash
    # ${local.name}
    az login --identity
    %{ for g in var.groups }
    az group show -n ${g}
    %{ endfor }
  X
  data   = base64encode("#!/bin/bash\naz login -i\n")
  advice = "run az login --identity first"
}
