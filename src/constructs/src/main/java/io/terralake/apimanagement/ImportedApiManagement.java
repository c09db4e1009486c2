package io.terralake.apimanagement;

import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A service that is managed elsewhere. */
final class ImportedApiManagement extends StackPart implements IApiManagement {
    private final ImportedId imported;

    ImportedApiManagement(Construct scope, String id, String serviceId) {
        super(scope, id);
        this.imported = new ImportedId(this, serviceId, "Microsoft.ApiManagement/service");
    }

    @Override
    public String serviceId() {
        return imported.toString();
    }

    @Override
    public String serviceName() {
        return imported.name(0);
    }

    @Override
    public String serviceResourceGroupName() {
        return imported.resourceGroupName();
    }

    @Override
    public String gatewayUrl() {
        return "https://%s.azure-api.net".formatted(serviceName());
    }
}
