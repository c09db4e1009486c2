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

data "azurerm_client_config" "c" {}
data "azurerm_subscription" "s" {}
resource "azurerm_key_vault" "k" {
  name                = "kv-example-x1"
  resource_group_name = local.rg
  location            = local.loc
  tenant_id           = data.azurerm_client_config.c.tenant_id
  sku_name            = "standard"
  tags                = { v = var.v }
  access_policy {
    tenant_id               = data.azurerm_client_config.c.tenant_id
    object_id               = data.azurerm_client_config.c.object_id
    secret_permissions      = ["Get", "Set", "List", "Delete", "Purge", "Recover"]
    key_permissions         = ["Get", "Create", "List", "Delete", "Purge", "Recover", "GetRotationPolicy"]
    certificate_permissions = ["Get", "Create", "List", "Delete", "Purge", "Recover"]
  }
}
resource "azurerm_key_vault_secret" "s" {
  name         = "secret"
  value        = var.v
  key_vault_id = azurerm_key_vault.k.id
}
resource "azurerm_key_vault_key" "k" {
  name         = "key"
  key_vault_id = azurerm_key_vault.k.id
  key_type     = "RSA"
  key_size     = 2048
  key_opts     = ["decrypt", "encrypt", "sign", "unwrapKey", "verify", "wrapKey"]
  tags         = { v = var.v }
}
resource "azurerm_key_vault_certificate" "c" {
  name         = "cert"
  key_vault_id = azurerm_key_vault.k.id
  tags         = { v = var.v }
  certificate_policy {
    issuer_parameters { name = "Self" }
    key_properties {
      exportable = true
      key_size   = 2048
      key_type   = "RSA"
      reuse_key  = true
    }
    secret_properties { content_type = "application/x-pkcs12" }
    x509_certificate_properties {
      key_usage          = ["digitalSignature"]
      subject            = "CN=example"
      validity_in_months = 12
    }
  }
}
resource "azurerm_key_vault" "p" {
  name                = "kv-example-x2"
  resource_group_name = local.rg
  location            = local.loc
  tenant_id           = data.azurerm_client_config.c.tenant_id
  sku_name            = "standard"
}
resource "azurerm_key_vault_access_policy" "p" {
  key_vault_id       = azurerm_key_vault.p.id
  tenant_id          = data.azurerm_client_config.c.tenant_id
  object_id          = data.azurerm_client_config.c.object_id
  secret_permissions = ["Get"]
}
data "azurerm_key_vault" "d" {
  name                = azurerm_key_vault.k.name
  resource_group_name = local.rg
}
data "azurerm_key_vault_secret" "d" {
  name         = azurerm_key_vault_secret.s.name
  key_vault_id = azurerm_key_vault.k.id
}
data "azurerm_key_vault_key" "d" {
  name         = azurerm_key_vault_key.k.name
  key_vault_id = azurerm_key_vault.k.id
}
data "azurerm_key_vault_certificate" "d" {
  name         = azurerm_key_vault_certificate.c.name
  key_vault_id = azurerm_key_vault.k.id
}
data "azurerm_key_vault_secrets" "d" {
  key_vault_id = azurerm_key_vault.k.id
  depends_on   = [azurerm_key_vault_secret.s]
}
