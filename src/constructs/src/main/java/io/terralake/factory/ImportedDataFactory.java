package io.terralake.factory;

import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.Token;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_data_factory.DataAzurermDataFactory;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_data_factory.DataAzurermDataFactoryConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A factory that is managed elsewhere, known by its id. */
final class ImportedDataFactory extends AbstractDataFactory {
    private static final Pattern ID = Pattern.compile(
            "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\\.DataFactory/factories/([^/]+)");
    private static final int RESOURCE_GROUP = 4;
    private static final int NAME = 8;

    private final String factoryId;
    private final String resourceGroup;
    private final String factoryName;
    private final String runtimeName;
    private @Nullable DataAzurermDataFactory found;

    ImportedDataFactory(Construct scope, String id, String factoryId, String runtimeName) {
        super(scope, id);
        if (Token.isUnresolved(factoryId)) {
            List<String> parts = Fn.split("/", factoryId);
            this.resourceGroup = Token.asString(Fn.element(parts, RESOURCE_GROUP));
            this.factoryName = Token.asString(Fn.element(parts, NAME));
        } else {
            Matcher matcher = ID.matcher(factoryId);
            if (!matcher.matches()) {
                throw new ConstructException(
                        this,
                        ("\"%s\" is not the id of a data factory: /subscriptions/<id>/resourceGroups/<name>/providers"
                                        + "/Microsoft.DataFactory/factories/<name>")
                                .formatted(factoryId));
            }
            requireSubscription(matcher.group(1));
            this.resourceGroup = matcher.group(2);
            this.factoryName = matcher.group(3);
        }
        this.factoryId = factoryId;
        this.runtimeName = runtimeName;
    }

    @Override
    public String factoryId() {
        return factoryId;
    }

    @Override
    public String runtimeName() {
        return runtimeName;
    }

    /** Read from Azure, and only for who grants something to the factory. */
    @Override
    public String principalId() {
        DataAzurermDataFactory factory = found;
        if (factory == null) {
            factory = new DataAzurermDataFactory(
                    this,
                    "Resource",
                    DataAzurermDataFactoryConfig.builder()
                            .name(factoryName)
                            .resourceGroupName(resourceGroup)
                            .build());
            found = factory;
        }
        return factory.getIdentity().get(0).getPrincipalId();
    }

    @Override
    public String displayName() {
        return factoryName;
    }

    private void requireSubscription(String subscriptionId) {
        String deployedTo = PlatformStack.of(this).environment().settings().subscriptionId();
        if (deployedTo != null && !deployedTo.equalsIgnoreCase(subscriptionId)) {
            throw new ConstructException(
                    this,
                    "the factory is in the subscription %s, the environment deploys to %s"
                            .formatted(subscriptionId, deployedTo));
        }
    }
}
