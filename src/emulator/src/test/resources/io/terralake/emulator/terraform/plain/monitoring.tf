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

resource "azurerm_log_analytics_workspace" "l" {
  name                = "logws"
  resource_group_name = local.rg
  location            = local.loc
  sku                 = "PerGB2018"
  tags                = { v = var.v }
}
resource "azurerm_log_analytics_solution" "s" {
  solution_name         = "ContainerInsights"
  resource_group_name   = local.rg
  location              = local.loc
  workspace_resource_id = azurerm_log_analytics_workspace.l.id
  workspace_name        = azurerm_log_analytics_workspace.l.name
  plan {
    publisher = "Microsoft"
    product   = "OMSGallery/ContainerInsights"
  }
}
resource "azurerm_log_analytics_saved_search" "s" {
  name                       = "ss"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.l.id
  category                   = "c"
  display_name               = "d"
  query                      = "Heartbeat"
}
resource "azurerm_application_insights" "a" {
  name                = "appi"
  resource_group_name = local.rg
  location            = local.loc
  workspace_id        = azurerm_log_analytics_workspace.l.id
  application_type    = "web"
}
resource "azurerm_application_insights_standard_web_test" "a" {
  name                    = "wt"
  resource_group_name     = local.rg
  location                = local.loc
  application_insights_id = azurerm_application_insights.a.id
  geo_locations           = ["emea-nl-ams-azr"]
  request { url = "https://example.com" }
}
resource "azurerm_monitor_action_group" "a" {
  name                = "ag"
  resource_group_name = local.rg
  short_name          = "ag"
  email_receiver {
    name          = "e"
    email_address = "a@example.com"
  }
  tags = { v = var.v }
}
resource "azurerm_monitor_activity_log_alert" "a" {
  name                = "ala"
  resource_group_name = local.rg
  location            = "global"
  scopes              = [azurerm_resource_group.rg.id]
  criteria {
    category = "Recommendation"
  }
  action { action_group_id = azurerm_monitor_action_group.a.id }
}
resource "azurerm_monitor_scheduled_query_rules_alert_v2" "q" {
  name                 = "sqr"
  resource_group_name  = local.rg
  location             = local.loc
  scopes               = [azurerm_log_analytics_workspace.l.id]
  severity             = 4
  evaluation_frequency = "PT10M"
  window_duration      = "PT10M"
  criteria {
    query                   = "Heartbeat"
    time_aggregation_method = "Count"
    threshold               = 1
    operator                = "LessThan"
  }
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name                       = "ds"
  target_resource_id         = azurerm_application_insights.a.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.l.id
  enabled_log { category_group = "allLogs" }
}
resource "azurerm_monitor_data_collection_endpoint" "d" {
  name                = "dce"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_monitor_data_collection_rule" "d" {
  name                = "dcr"
  resource_group_name = local.rg
  location            = local.loc
  destinations {
    log_analytics {
      workspace_resource_id = azurerm_log_analytics_workspace.l.id
      name                  = "d"
    }
  }
  data_flow {
    streams      = ["Microsoft-Perf"]
    destinations = ["d"]
  }
  data_sources {
    performance_counter {
      streams                       = ["Microsoft-Perf"]
      sampling_frequency_in_seconds = 60
      counter_specifiers            = ["Processor(*)\\% Processor Time"]
      name                          = "p"
    }
  }
}
resource "azurerm_portal_dashboard" "d" {
  name                 = "dash"
  resource_group_name  = local.rg
  location             = local.loc
  dashboard_properties = jsonencode({ lenses = {} })
}
resource "azurerm_application_insights_workbook" "w" {
  name                = "85b3e8bb-fc93-40be-83f2-98f6bec18ba0"
  resource_group_name = local.rg
  location            = local.loc
  display_name        = "w"
  data_json           = jsonencode({ version = "Notebook/1.0" })
}
resource "azurerm_automation_account" "a" {
  name                = "autoacc"
  resource_group_name = local.rg
  location            = local.loc
  sku_name            = "Basic"
}
resource "azurerm_automation_variable_string" "a" {
  name                    = "v"
  resource_group_name     = local.rg
  automation_account_name = azurerm_automation_account.a.name
  value                   = var.v
}
resource "azurerm_automation_runbook" "a" {
  name                    = "rb"
  resource_group_name     = local.rg
  location                = local.loc
  automation_account_name = azurerm_automation_account.a.name
  log_verbose             = true
  log_progress            = true
  runbook_type            = "PowerShell"
  content                 = "write-output 1"
}
resource "azurerm_logic_app_workflow" "l" {
  name                = "la"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_logic_app_trigger_recurrence" "l" {
  name         = "r"
  logic_app_id = azurerm_logic_app_workflow.l.id
  frequency    = "Day"
  interval     = 1
}
resource "azurerm_dashboard_grafana" "g" {
  name                  = "graf-x"
  resource_group_name   = local.rg
  location              = local.loc
  grafana_major_version = 11
}
resource "azurerm_monitor_workspace" "m" {
  name                = "amw"
  resource_group_name = local.rg
  location            = local.loc
}
data "azurerm_log_analytics_workspace" "d" {
  name                = azurerm_log_analytics_workspace.l.name
  resource_group_name = local.rg
}
data "azurerm_monitor_action_group" "d" {
  name                = azurerm_monitor_action_group.a.name
  resource_group_name = local.rg
}
