package io.terralake.factory;

import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a function app that asks for Entra tokens, without a function key.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity">Azure Function
 *     activity</a>
 */
public final class FunctionLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws ConstructException when the address is not HTTPS */
    public FunctionLinkedService(Construct scope, String id, FunctionLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        String url = props.url();
        if (!Tokens.isIn(url) && !url.startsWith("https://")) {
            throw new ConstructException(this, "address \"%s\" is not allowed: one with https://".formatted(url));
        }
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.add(
                this,
                factory,
                props.name(),
                "AzureFunction",
                LinkedServiceResource.json(
                        Map.of("authentication", "MSI", "functionAppUrl", props.url(), "resourceId", props.audience())),
                LinkedServiceOptions.of(this, factory, props.runtime(), props.credential(), props.notes()));
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
