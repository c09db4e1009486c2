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

resource "azurerm_servicebus_namespace" "s" {
  name                = "sbns-example-x"
  resource_group_name = local.rg
  location            = local.loc
  sku                 = "Standard"
  tags                = { v = var.v }
}
resource "azurerm_servicebus_namespace_authorization_rule" "r" {
  name         = "r"
  namespace_id = azurerm_servicebus_namespace.s.id
  listen       = true
}
resource "azurerm_servicebus_queue" "q" {
  name         = "q"
  namespace_id = azurerm_servicebus_namespace.s.id
}
resource "azurerm_servicebus_topic" "t" {
  name         = "t"
  namespace_id = azurerm_servicebus_namespace.s.id
}
resource "azurerm_servicebus_subscription" "t" {
  name               = "t"
  topic_id           = azurerm_servicebus_topic.t.id
  max_delivery_count = var.v == "one" ? 1 : 2
}
resource "azurerm_servicebus_subscription_rule" "t" {
  name            = "t"
  subscription_id = azurerm_servicebus_subscription.t.id
  filter_type     = "SqlFilter"
  sql_filter      = "color = 'red'"
}
resource "azurerm_redis_cache" "r" {
  name                = "redis-example-x"
  resource_group_name = local.rg
  location            = local.loc
  capacity            = 0
  family              = "C"
  sku_name            = "Standard"
  tags                = { v = var.v }
}
resource "azurerm_redis_firewall_rule" "r" {
  name                = "r"
  redis_cache_name    = azurerm_redis_cache.r.name
  resource_group_name = local.rg
  start_ip            = "1.2.3.4"
  end_ip              = "1.2.3.5"
}
resource "azurerm_eventhub_namespace" "e" {
  name                = "evhns-example-x"
  resource_group_name = local.rg
  location            = local.loc
  sku                 = "Standard"
}
resource "azurerm_eventhub_namespace_authorization_rule" "e" {
  name                = "r"
  namespace_name      = azurerm_eventhub_namespace.e.name
  resource_group_name = local.rg
  listen              = true
}
resource "azurerm_eventhub_namespace_schema_group" "e" {
  name                 = "sg"
  namespace_id         = azurerm_eventhub_namespace.e.id
  schema_compatibility = "Forward"
  schema_type          = "Avro"
}
resource "azurerm_relay_namespace" "r" {
  name                = "relay-example-x"
  resource_group_name = local.rg
  location            = local.loc
  sku_name            = "Standard"
}
resource "azurerm_signalr_service" "s" {
  name                = "sigr-example-x"
  resource_group_name = local.rg
  location            = local.loc
  sku {
    name     = "Free_F1"
    capacity = 1
  }
}
resource "azurerm_web_pubsub" "s" {
  name                = "wps-example-x"
  resource_group_name = local.rg
  location            = local.loc
  sku                 = "Standard_S1"
  capacity            = 1
}
resource "azurerm_notification_hub_namespace" "n" {
  name                = "ntfns-example-x"
  resource_group_name = local.rg
  location            = local.loc
  namespace_type      = "NotificationHub"
  sku_name            = "Free"
}
resource "azurerm_eventgrid_topic" "t" {
  name                = "egt-example"
  resource_group_name = local.rg
  location            = local.loc
  tags                = { v = var.v }
}
data "azurerm_servicebus_namespace" "d" {
  name                = azurerm_servicebus_namespace.s.name
  resource_group_name = local.rg
}
data "azurerm_redis_cache" "d" {
  name                = azurerm_redis_cache.r.name
  resource_group_name = local.rg
}
