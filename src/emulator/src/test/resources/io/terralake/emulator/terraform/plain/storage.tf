terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm", version = "4.55.0" }
  }
}
provider "azurerm" {
  features {}
}
variable "v" { default = "one" }
resource "azurerm_resource_group" "rg" {
  name     = "rg-x"
  location = "westeurope"
  tags     = { v = var.v }
}
locals {
  rg  = azurerm_resource_group.rg.name
  loc = azurerm_resource_group.rg.location
}

resource "azurerm_storage_account" "s" {
  name                     = "stexamplex1"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "LRS"
  tags                     = { v = var.v }
}
resource "azurerm_storage_container" "c" {
  name               = "cont"
  storage_account_id = azurerm_storage_account.s.id
}
resource "azurerm_storage_container" "old" {
  name                 = "contold"
  storage_account_name = azurerm_storage_account.s.name
}
resource "azurerm_storage_blob" "b" {
  name                   = "b.txt"
  storage_account_name   = azurerm_storage_account.s.name
  storage_container_name = azurerm_storage_container.c.name
  type                   = "Block"
  source_content         = var.v
}
resource "azurerm_storage_queue" "q" {
  name                 = "queue"
  storage_account_name = azurerm_storage_account.s.name
}
resource "azurerm_storage_queue" "q2" {
  name               = "queue2"
  storage_account_id = azurerm_storage_account.s.id
}
resource "azurerm_storage_table" "t" {
  name                 = "mytab"
  storage_account_name = azurerm_storage_account.s.name
}
resource "azurerm_storage_share" "s" {
  name               = "share"
  storage_account_id = azurerm_storage_account.s.id
  quota              = var.v == "one" ? 5 : 6
}
resource "azurerm_storage_share" "s2" {
  name                 = "share2"
  storage_account_name = azurerm_storage_account.s.name
  quota                = 5
}
resource "azurerm_storage_management_policy" "m" {
  storage_account_id = azurerm_storage_account.s.id
  rule {
    name    = "r"
    enabled = true
    filters { blob_types = ["blockBlob"] }
    actions {
      base_blob { delete_after_days_since_modification_greater_than = 100 }
    }
  }
}
resource "azurerm_storage_account" "lake" {
  name                     = "stexamplex2"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  is_hns_enabled           = true
  network_rules {
    default_action = "Allow"
  }
  blob_properties {
    delete_retention_policy { days = 7 }
  }
}
resource "azurerm_storage_data_lake_gen2_filesystem" "f" {
  name               = "fsys"
  storage_account_id = azurerm_storage_account.lake.id
}
resource "azurerm_storage_account" "web" {
  name                     = "stexamplex3"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
resource "azurerm_storage_account_static_website" "w" {
  storage_account_id = azurerm_storage_account.web.id
  index_document     = "index.html"
}
resource "azurerm_storage_account_network_rules" "n" {
  storage_account_id = azurerm_storage_account.web.id
  default_action     = "Allow"
  bypass             = ["AzureServices"]
}
data "azurerm_storage_account" "d" {
  name                = azurerm_storage_account.s.name
  resource_group_name = local.rg
}
data "azurerm_storage_container" "d" {
  name               = azurerm_storage_container.c.name
  storage_account_id = azurerm_storage_account.s.id
}
data "azurerm_storage_account_sas" "d" {
  connection_string = azurerm_storage_account.s.primary_connection_string
  start             = "2026-01-01"
  expiry            = "2027-01-01"
  resource_types {
    service   = true
    container = true
    object    = true
  }
  services {
    blob  = true
    queue = false
    table = false
    file  = false
  }
  permissions {
    read    = true
    write   = false
    delete  = false
    list    = true
    add     = false
    create  = false
    update  = false
    process = false
    tag     = false
    filter  = false
  }
}
