package io.terralake.factory;

import com.hashicorp.cdktf.Token;
import io.terralake.core.ConstructException;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a function app that asks for Entra tokens, without a function key.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity">Azure Function
 *     activity</a>
 */
public final class FunctionLinkedService extends CustomLinkedService {

    /**
     * @param name the name in the factory
     * @param url the address of the function app, such as {@code https://func-registration.azurewebsites.net}
     * @param audience the application id URI of the app registration that guards it, such as {@code api://<client id>}
     * @throws ConstructException when the address is not HTTPS
     */
    public FunctionLinkedService(
            Construct scope, String id, DataFactory factory, String name, String url, String audience) {
        super(
                scope,
                id,
                factory,
                name,
                "AzureFunction",
                Map.of("authentication", "MSI", "functionAppUrl", url, "resourceId", audience));
        if (!Token.isUnresolved(url) && !url.startsWith("https://")) {
            throw new ConstructException(this, "address \"%s\" is not allowed: one with https://".formatted(url));
        }
    }
}
