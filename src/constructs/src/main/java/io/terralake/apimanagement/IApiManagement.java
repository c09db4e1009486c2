package io.terralake.apimanagement;

import software.constructs.IConstruct;

/** An API Management service, made here or imported. */
public interface IApiManagement extends IConstruct {

    /** The Azure id of the service. */
    String serviceId();

    /** Its name. */
    String serviceName();

    /** Its resource group, which its APIs are made in. */
    String serviceResourceGroupName();

    /** Where callers go, such as {@code https://apim-tlake-dev-weu.azure-api.net}. */
    String gatewayUrl();
}
