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

resource "azurerm_data_factory" "f" {
  name                = "adf-example-x"
  resource_group_name = local.rg
  location            = local.loc
  identity { type = "SystemAssigned" }
  tags = { v = var.v }
  global_parameter {
    name  = "g"
    type  = "String"
    value = "x"
  }
}
resource "azurerm_storage_account" "s" {
  name                     = "stdfexamplex1"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
resource "azurerm_data_factory_linked_service_azure_blob_storage" "l" {
  name              = "blob"
  data_factory_id   = azurerm_data_factory.f.id
  connection_string = azurerm_storage_account.s.primary_connection_string
}
resource "azurerm_data_factory_dataset_delimited_text" "d" {
  name                = "csv"
  data_factory_id     = azurerm_data_factory.f.id
  linked_service_name = azurerm_data_factory_linked_service_azure_blob_storage.l.name
  azure_blob_storage_location {
    container = "c"
    path      = "p"
    filename  = "f.csv"
  }
  column_delimiter    = ","
  row_delimiter       = "\n"
  encoding            = "UTF-8"
  quote_character     = "x"
  escape_character    = "f"
  first_row_as_header = true
  null_value          = "NULL"
}
resource "azurerm_data_factory_pipeline" "p" {
  name            = "pipe"
  data_factory_id = azurerm_data_factory.f.id
  variables       = { v = var.v }
  activities_json = jsonencode([{ name = "Append", type = "AppendVariable", dependsOn = [], userProperties = [], typeProperties = { variableName = "v", value = "x" } }])
}
resource "azurerm_data_factory_trigger_schedule" "t" {
  name            = "t"
  data_factory_id = azurerm_data_factory.f.id
  pipeline_name   = azurerm_data_factory_pipeline.p.name
  interval        = 5
  frequency       = "Day"
}
resource "azurerm_data_factory_integration_runtime_azure" "i" {
  name            = "irx"
  data_factory_id = azurerm_data_factory.f.id
  location        = local.loc
}
resource "azurerm_data_factory_integration_runtime_self_hosted" "i" {
  name            = "irs"
  data_factory_id = azurerm_data_factory.f.id
}
resource "azurerm_storage_account" "lake" {
  name                     = "stdfexamplex2"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "LRS"
  is_hns_enabled           = true
}
resource "azurerm_storage_data_lake_gen2_filesystem" "f" {
  name               = "fsys"
  storage_account_id = azurerm_storage_account.lake.id
}
resource "azurerm_stream_analytics_job" "j" {
  name                 = "asa"
  resource_group_name  = local.rg
  location             = local.loc
  streaming_units      = 3
  transformation_query = "SELECT * INTO a FROM b"
}
resource "azurerm_databricks_workspace" "w" {
  name                = "dbw"
  resource_group_name = local.rg
  location            = local.loc
  sku                 = "premium"
  tags                = { v = var.v }
}
data "azurerm_data_factory" "d" {
  name                = azurerm_data_factory.f.name
  resource_group_name = local.rg
}
