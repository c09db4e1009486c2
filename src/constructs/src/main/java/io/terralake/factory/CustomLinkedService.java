package io.terralake.factory;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.expression.Origin;
import java.util.Set;
import software.constructs.Construct;

/**
 * A factory's connection to any service that Data Factory has a connector for, by the connector's own JSON.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-overview">Connectors</a>
 */
public final class CustomLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when an expression is wrong, or a field is not set */
    public CustomLinkedService(Construct scope, String id, CustomLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ArtifactExpressions.check(this, props.typeProperties(), Origin.LINKED_SERVICE, Set.of());
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.add(
                this,
                factory,
                props.name(),
                props.type(),
                props.typeProperties().deepCopy(),
                LinkedServiceOptions.of(this, factory, props.runtime(), null, props.notes()));
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
