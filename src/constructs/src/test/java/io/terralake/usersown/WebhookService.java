package io.terralake.usersown;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceConfig;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import software.constructs.Construct;

/** A linked service of a user's own. */
final class WebhookService extends Construct implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    WebhookService(Construct scope, String id, IDataFactory factory) {
        super(scope, id);
        this.factory = factory;
        this.linkedServiceName = new DataFactoryLinkedCustomService(
                        this,
                        "Resource",
                        DataFactoryLinkedCustomServiceConfig.builder()
                                .name("Webhooks")
                                .dataFactoryId(factory.factoryId())
                                .type("HttpServer")
                                .typePropertiesJson("{\"url\": \"https://example.com\"}")
                                .build())
                .getName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
