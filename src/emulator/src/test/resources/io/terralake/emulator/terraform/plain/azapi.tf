terraform {
  required_providers {
    azapi = { source = "azure/azapi", version = "2.12.0" }
  }
}
variable "v" { default = "one" }
data "azapi_client_config" "c" {}
resource "azapi_resource" "rg" {
  type     = "Microsoft.Resources/resourceGroups@2024-03-01"
  name     = "rg-api"
  location = "westeurope"
  tags     = { v = var.v }
}
resource "azapi_resource" "sa" {
  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
  name      = "stapiexamplex"
  parent_id = azapi_resource.rg.id
  location  = "westeurope"
  body = {
    kind       = "StorageV2"
    sku        = { name = "Standard_LRS" }
    properties = { allowBlobPublicAccess = false }
  }
  tags                   = { v = var.v }
  response_export_values = ["properties.primaryEndpoints.blob"]
}
resource "azapi_update_resource" "u" {
  type        = "Microsoft.Storage/storageAccounts/blobServices@2023-05-01"
  resource_id = "${azapi_resource.sa.id}/blobServices/default"
  body        = { properties = { deleteRetentionPolicy = { enabled = true, days = var.v == "one" ? 7 : 8 } } }
}
resource "azapi_resource_action" "k" {
  type                   = "Microsoft.Storage/storageAccounts@2023-05-01"
  resource_id            = azapi_resource.sa.id
  action                 = "listKeys"
  response_export_values = ["*"]
}
data "azapi_resource_action" "k" {
  type                   = "Microsoft.Storage/storageAccounts@2023-05-01"
  resource_id            = azapi_resource.sa.id
  action                 = "listKeys"
  response_export_values = ["*"]
}
data "azapi_resource" "d" {
  type                   = "Microsoft.Storage/storageAccounts@2023-05-01"
  resource_id            = azapi_resource.sa.id
  response_export_values = ["*"]
}
data "azapi_resource_list" "l" {
  type                   = "Microsoft.Storage/storageAccounts@2023-05-01"
  parent_id              = azapi_resource.rg.id
  response_export_values = ["*"]
  depends_on             = [azapi_resource.sa]
}
data "azapi_resource_id" "i" {
  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
  parent_id = azapi_resource.rg.id
  name      = "x"
}
output "blob" { value = azapi_resource.sa.output.properties.primaryEndpoints.blob }
output "keys" { value = data.azapi_resource_action.k.output.keys[0].keyName }
