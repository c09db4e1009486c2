terraform {
  required_providers {
    azuread = { source = "hashicorp/azuread", version = "3.7.0" }
  }
}
variable "v" { default = "one" }
variable "password" { sensitive = true }
data "azuread_client_config" "c" {}
data "azuread_domains" "d" {}
data "azuread_application_published_app_ids" "k" {}
resource "azuread_application" "a" {
  display_name = "app ${var.v}"
  owners       = [data.azuread_client_config.c.object_id]
  web {
    redirect_uris = ["https://example.com/cb"]
  }
  app_role {
    allowed_member_types = ["User"]
    description          = "d"
    display_name         = "r"
    id                   = "1b19509b-32b1-4e9f-b71d-4992aa991967"
    value                = "r"
  }
}
resource "azuread_service_principal" "s" {
  client_id = azuread_application.a.client_id
}
resource "azuread_application_password" "p" {
  application_id = azuread_application.a.id
}
resource "azuread_application_federated_identity_credential" "f" {
  application_id = azuread_application.a.id
  display_name   = "gh"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:a/b:ref:refs/heads/main"
}
resource "azuread_service_principal_password" "p" {
  service_principal_id = azuread_service_principal.s.id
}
resource "azuread_user" "u" {
  user_principal_name = "a@example.com"
  display_name        = "A ${var.v}"
  password            = var.password
}
resource "azuread_group" "g" {
  display_name     = "g ${var.v}"
  security_enabled = true
  owners           = [data.azuread_client_config.c.object_id]
}
resource "azuread_group_member" "m" {
  group_object_id  = azuread_group.g.object_id
  member_object_id = azuread_user.u.object_id
}
data "azuread_group" "d" {
  object_id = azuread_group.g.object_id
}
data "azuread_user" "d" {
  user_principal_name = azuread_user.u.user_principal_name
}
data "azuread_service_principal" "d" {
  client_id = azuread_service_principal.s.client_id
}
data "azuread_application" "d" {
  client_id = azuread_application.a.client_id
}
