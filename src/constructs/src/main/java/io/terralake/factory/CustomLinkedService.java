package io.terralake.factory;

import software.constructs.Construct;

/**
 * A factory's connection to any service that Data Factory has a connector for, by the connector's own JSON.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-overview">Connectors</a>
 */
public final class CustomLinkedService extends Construct implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    public CustomLinkedService(Construct scope, String id, CustomLinkedServiceProps props) {
        super(scope, id);
        this.factory = props.factory();
        this.linkedServiceName =
                LinkedServiceResource.add(this, factory, props.name(), props.type(), props.typeProperties());
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
