terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "4.55.0" }
  }
}
provider "azurerm" {
  features {}
}
variable "v" { default = "one" }
variable "password" { sensitive = true }
resource "azurerm_resource_group" "rg" {
  name     = "rg-x"
  location = "westeurope"
  tags     = { v = var.v }
}
locals {
  rg  = azurerm_resource_group.rg.name
  loc = azurerm_resource_group.rg.location
}

resource "azurerm_virtual_network" "v" {
  name                = "vnet"
  resource_group_name = local.rg
  location            = local.loc
  address_space       = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "a" {
  name                 = "a"
  resource_group_name  = local.rg
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_public_ip" "p" {
  name                = "pip"
  resource_group_name = local.rg
  location            = local.loc
  allocation_method   = "Static"
}
resource "azurerm_network_interface" "n" {
  count               = 2
  name                = "nic${count.index}"
  resource_group_name = local.rg
  location            = local.loc
  ip_configuration {
    name                          = "ip"
    subnet_id                     = azurerm_subnet.a.id
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = count.index == 0 ? azurerm_public_ip.p.id : null
  }
}
resource "azurerm_user_assigned_identity" "u" {
  name                = "idx"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_linux_virtual_machine" "v" {
  name                  = "vm"
  resource_group_name   = local.rg
  location              = local.loc
  size                  = "Standard_B1s"
  admin_username        = "adminuser"
  network_interface_ids = [azurerm_network_interface.n[0].id]
  tags                  = { v = var.v }
  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.u.id]
  }
  admin_ssh_key {
    username   = "adminuser"
    public_key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDQFF33p6A1b4fu2jXlzKO9rEmOwuUPudpRD2O1Aid2+hYEUm0pBFc7vOJ+1LnatY6+3i5sY9iwsZD/qXnLaSPwu3qTu49SFzetn2ZNjcDU/sil1Uy5V4GGBSXZK8lQw5xV+rIO7QLXHLHuJHXCF001JstDgZFnhpDDVRjtKaY5DdOtQbQSU+pEKJQ/Ql2RtpmzKwPl3R0D3l1mjtAckC0sJZdkcoggaIywdYav6FOlqtIbmsy30VDvmcoOYDHV15edMq78BYA2qe399b03CW+lNzK+8IiEefl541ecnFzMOd4BJ2yl7wkQIhxHBfefFscCFi8l1tQopwqY2w4hIJBd user@example.com"
  }
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
  source_image_reference {
    publisher = "Canonical"
    offer     = "0001-com-ubuntu-server-jammy"
    sku       = "22_04-lts"
    version   = "latest"
  }
}
resource "azurerm_windows_virtual_machine" "v" {
  name                  = "winvm"
  resource_group_name   = local.rg
  location              = local.loc
  size                  = "Standard_B1s"
  admin_username        = "adminuser"
  admin_password        = var.password
  network_interface_ids = [azurerm_network_interface.n[1].id]
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Standard_LRS"
  }
  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-Datacenter"
    version   = "latest"
  }
}
resource "azurerm_managed_disk" "d" {
  name                 = "disk"
  resource_group_name  = local.rg
  location             = local.loc
  storage_account_type = "Standard_LRS"
  create_option        = "Empty"
  disk_size_gb         = var.v == "one" ? 10 : 20
}
resource "azurerm_virtual_machine_data_disk_attachment" "d" {
  managed_disk_id    = azurerm_managed_disk.d.id
  virtual_machine_id = azurerm_windows_virtual_machine.v.id
  lun                = 10
  caching            = "ReadWrite"
}
resource "azurerm_virtual_machine_extension" "e" {
  name                 = "ext"
  virtual_machine_id   = azurerm_linux_virtual_machine.v.id
  publisher            = "Microsoft.Azure.Extensions"
  type                 = "CustomScript"
  type_handler_version = "2.0"
  settings             = jsonencode({ commandToExecute = "hostname" })
}
resource "azurerm_availability_set" "a" {
  name                = "avail"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_linux_virtual_machine_scale_set" "s" {
  name                            = "vmss"
  resource_group_name             = local.rg
  location                        = local.loc
  sku                             = "Standard_B1s"
  instances                       = 1
  admin_username                  = "adminuser"
  admin_password                  = var.password
  disable_password_authentication = false
  source_image_reference {
    publisher = "Canonical"
    offer     = "0001-com-ubuntu-server-jammy"
    sku       = "22_04-lts"
    version   = "latest"
  }
  os_disk {
    storage_account_type = "Standard_LRS"
    caching              = "ReadWrite"
  }
  network_interface {
    name    = "nic"
    primary = true
    ip_configuration {
      name      = "ip"
      primary   = true
      subnet_id = azurerm_subnet.a.id
    }
  }
}
resource "azurerm_snapshot" "s" {
  name                = "snap"
  resource_group_name = local.rg
  location            = local.loc
  create_option       = "Copy"
  source_uri          = azurerm_managed_disk.d.id
}
resource "azurerm_shared_image_gallery" "g" {
  name                = "gal"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_ssh_public_key" "k" {
  name                = "key"
  resource_group_name = local.rg
  location            = local.loc
  public_key          = azurerm_linux_virtual_machine.v.admin_ssh_key.*.public_key[0]
}
data "azurerm_virtual_machine" "d" {
  name                = azurerm_linux_virtual_machine.v.name
  resource_group_name = local.rg
}
data "azurerm_managed_disk" "d" {
  name                = azurerm_managed_disk.d.name
  resource_group_name = local.rg
}
data "azurerm_user_assigned_identity" "d" {
  name                = azurerm_user_assigned_identity.u.name
  resource_group_name = local.rg
}
