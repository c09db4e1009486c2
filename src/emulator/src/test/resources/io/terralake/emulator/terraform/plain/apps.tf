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

resource "azurerm_service_plan" "p" {
  name                = "asp"
  resource_group_name = local.rg
  location            = local.loc
  os_type             = "Linux"
  sku_name            = "B1"
  tags                = { v = var.v }
}
resource "azurerm_linux_web_app" "w" {
  name                = "app-example-x"
  resource_group_name = local.rg
  location            = local.loc
  service_plan_id     = azurerm_service_plan.p.id
  site_config {
    application_stack { python_version = "3.12" }
  }
  app_settings = { A = var.v }
  connection_string {
    name  = "db"
    type  = "SQLAzure"
    value = "x"
  }
  identity { type = "SystemAssigned" }
}
resource "azurerm_linux_web_app_slot" "s" {
  name           = "slot"
  app_service_id = azurerm_linux_web_app.w.id
  site_config {}
}
resource "azurerm_storage_account" "s" {
  name                     = "stfuncexamplex1"
  resource_group_name      = local.rg
  location                 = local.loc
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
resource "azurerm_linux_function_app" "f" {
  name                       = "func-example-x"
  resource_group_name        = local.rg
  location                   = local.loc
  service_plan_id            = azurerm_service_plan.p.id
  storage_account_name       = azurerm_storage_account.s.name
  storage_account_access_key = azurerm_storage_account.s.primary_access_key
  site_config {
    application_stack { node_version = "20" }
  }
  app_settings = { A = var.v }
}
resource "azurerm_service_plan" "w" {
  name                = "aspw"
  resource_group_name = local.rg
  location            = local.loc
  os_type             = "Windows"
  sku_name            = "B1"
}
resource "azurerm_windows_web_app" "w" {
  name                = "app-example-w"
  resource_group_name = local.rg
  location            = local.loc
  service_plan_id     = azurerm_service_plan.w.id
  site_config {
    application_stack {
      current_stack  = "dotnet"
      dotnet_version = "v8.0"
    }
  }
}
resource "azurerm_static_web_app" "s" {
  name                = "stapp"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_log_analytics_workspace" "l" {
  name                = "logws"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_container_app_environment" "e" {
  name                       = "cae"
  resource_group_name        = local.rg
  location                   = local.loc
  log_analytics_workspace_id = azurerm_log_analytics_workspace.l.id
}
resource "azurerm_container_app" "a" {
  name                         = "ca"
  resource_group_name          = local.rg
  container_app_environment_id = azurerm_container_app_environment.e.id
  revision_mode                = "Single"
  secret {
    name  = "s"
    value = "x"
  }
  template {
    container {
      name   = "c"
      image  = "mcr.microsoft.com/k8se/quickstart:latest"
      cpu    = 0.25
      memory = "0.5Gi"
      env {
        name  = "V"
        value = var.v
      }
    }
  }
  ingress {
    target_port      = 80
    external_enabled = true
    traffic_weight {
      percentage      = 100
      latest_revision = true
    }
  }
}
resource "azurerm_container_app_job" "j" {
  name                         = "caj"
  resource_group_name          = local.rg
  location                     = local.loc
  container_app_environment_id = azurerm_container_app_environment.e.id
  replica_timeout_in_seconds   = 10
  manual_trigger_config {}
  template {
    container {
      name   = "c"
      image  = "mcr.microsoft.com/k8se/quickstart:latest"
      cpu    = 0.25
      memory = "0.5Gi"
    }
  }
}
resource "azurerm_container_group" "g" {
  name                = "ci"
  resource_group_name = local.rg
  location            = local.loc
  os_type             = "Linux"
  ip_address_type     = "Public"
  container {
    name   = "c"
    image  = "mcr.microsoft.com/azuredocs/aci-helloworld:latest"
    cpu    = 0.5
    memory = 1.5
    ports { port = 80 }
  }
}
data "azurerm_linux_web_app" "d" {
  name                = azurerm_linux_web_app.w.name
  resource_group_name = local.rg
}
data "azurerm_service_plan" "d" {
  name                = azurerm_service_plan.p.name
  resource_group_name = local.rg
}
