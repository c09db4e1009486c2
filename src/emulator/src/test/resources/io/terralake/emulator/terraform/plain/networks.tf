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

resource "azurerm_virtual_network" "v" {
  name                = "vnet"
  resource_group_name = local.rg
  location            = local.loc
  address_space       = ["10.0.0.0/16"]
  tags                = { v = var.v }
}
resource "azurerm_subnet" "a" {
  name                 = "a"
  resource_group_name  = local.rg
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.1.0/24"]
  service_endpoints    = ["Microsoft.Storage"]
}
resource "azurerm_subnet" "b" {
  name                 = "b"
  resource_group_name  = local.rg
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.2.0/24"]
  delegation {
    name = "d"
    service_delegation {
      name    = "Microsoft.Web/serverFarms"
      actions = ["Microsoft.Network/virtualNetworks/subnets/action"]
    }
  }
}
resource "azurerm_network_security_group" "n" {
  name                = "nsg"
  resource_group_name = local.rg
  location            = local.loc
  tags                = { v = var.v }
  security_rule {
    name                       = "https"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}
resource "azurerm_network_security_group" "n2" {
  name                = "nsg2"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_network_security_rule" "r" {
  name                        = "ssh"
  priority                    = 110
  direction                   = "Inbound"
  access                      = "Deny"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_ranges     = ["22", "23"]
  source_address_prefix       = "*"
  destination_address_prefix  = "*"
  resource_group_name         = local.rg
  network_security_group_name = azurerm_network_security_group.n2.name
}
resource "azurerm_subnet_network_security_group_association" "x" {
  subnet_id                 = azurerm_subnet.a.id
  network_security_group_id = azurerm_network_security_group.n.id
}
resource "azurerm_route_table" "r" {
  name                = "rt"
  resource_group_name = local.rg
  location            = local.loc
  route {
    name           = "r1"
    address_prefix = "10.1.0.0/16"
    next_hop_type  = "VnetLocal"
  }
  tags = { v = var.v }
}
resource "azurerm_route_table" "r2" {
  name                = "rt2"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_route" "r" {
  name                   = "r"
  resource_group_name    = local.rg
  route_table_name       = azurerm_route_table.r2.name
  address_prefix         = "0.0.0.0/0"
  next_hop_type          = "VirtualAppliance"
  next_hop_in_ip_address = "10.0.0.4"
}
resource "azurerm_subnet_route_table_association" "x" {
  subnet_id      = azurerm_subnet.a.id
  route_table_id = azurerm_route_table.r.id
}
resource "azurerm_public_ip" "nat" {
  name                = "pipnat"
  resource_group_name = local.rg
  location            = local.loc
  allocation_method   = "Static"
  tags                = { v = var.v }
  domain_name_label   = "somelabel"
}
resource "azurerm_nat_gateway" "n" {
  name                = "nat"
  resource_group_name = local.rg
  location            = local.loc
  sku_name            = "Standard"
}
resource "azurerm_nat_gateway_public_ip_association" "n" {
  nat_gateway_id       = azurerm_nat_gateway.n.id
  public_ip_address_id = azurerm_public_ip.nat.id
}
resource "azurerm_subnet_nat_gateway_association" "n" {
  subnet_id      = azurerm_subnet.a.id
  nat_gateway_id = azurerm_nat_gateway.n.id
}
resource "azurerm_virtual_network" "w" {
  name                = "vnet2"
  resource_group_name = local.rg
  location            = local.loc
  address_space       = ["10.2.0.0/16"]
  subnet {
    name             = "inline"
    address_prefixes = ["10.2.1.0/24"]
  }
}
resource "azurerm_virtual_network_peering" "p" {
  name                      = "p"
  resource_group_name       = local.rg
  virtual_network_name      = azurerm_virtual_network.v.name
  remote_virtual_network_id = azurerm_virtual_network.w.id
}
resource "azurerm_public_ip_prefix" "p" {
  name                = "pfx"
  resource_group_name = local.rg
  location            = local.loc
  prefix_length       = 30
}
resource "azurerm_application_security_group" "a" {
  name                = "asg"
  resource_group_name = local.rg
  location            = local.loc
}
resource "azurerm_network_interface" "n" {
  name                = "nic"
  resource_group_name = local.rg
  location            = local.loc
  ip_configuration {
    name                          = "ip"
    subnet_id                     = azurerm_subnet.a.id
    private_ip_address_allocation = "Dynamic"
  }
  tags = { v = var.v }
}
resource "azurerm_network_interface_security_group_association" "n" {
  network_interface_id      = azurerm_network_interface.n.id
  network_security_group_id = azurerm_network_security_group.n2.id
}
resource "azurerm_network_interface_application_security_group_association" "n" {
  network_interface_id          = azurerm_network_interface.n.id
  application_security_group_id = azurerm_application_security_group.a.id
}
data "azurerm_virtual_network" "d" {
  name                = azurerm_virtual_network.v.name
  resource_group_name = local.rg
}
data "azurerm_subnet" "d" {
  name                 = azurerm_subnet.a.name
  virtual_network_name = azurerm_virtual_network.v.name
  resource_group_name  = local.rg
}
data "azurerm_network_security_group" "d" {
  name                = azurerm_network_security_group.n.name
  resource_group_name = local.rg
}
data "azurerm_public_ip" "d" {
  name                = azurerm_public_ip.nat.name
  resource_group_name = local.rg
}
data "azurerm_network_interface" "d" {
  name                = azurerm_network_interface.n.name
  resource_group_name = local.rg
}
data "azurerm_route_table" "d" {
  name                = azurerm_route_table.r.name
  resource_group_name = local.rg
}
output "nic" { value = azurerm_network_interface.n.private_ip_address }
