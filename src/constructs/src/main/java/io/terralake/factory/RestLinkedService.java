package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import software.constructs.Construct;

/**
 * A factory's connection to a REST API.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-rest">REST connector</a>
 */
public final class RestLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when the address is not HTTPS, a name is not allowed or taken, or a field is not set */
    public RestLinkedService(Construct scope, String id, RestLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.addJson(
                        this,
                        factory,
                        props.name(),
                        "RestService",
                        Contract.at(this, "", () -> typeProperties(props)),
                        LinkedServiceOptions.of(this, factory, props.runtime(), null, props.notes()))
                .resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    private static ObjectNode typeProperties(RestLinkedServiceProps props) {
        String url = props.url();
        if (!Tokens.isIn(url) && !url.startsWith("https://")) {
            throw new BrokenContractException("address \"%s\" is not allowed: one with https://".formatted(url));
        }
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("url", url).put("enableServerCertificateValidation", true);
        RestAuthentication login = props.authentication();
        return json.setAll(Contract.ask(login, "json", () -> login.json(props.factory())));
    }
}
