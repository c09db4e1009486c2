package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_azurerm_data_factory.DataAzurermDataFactory;
import com.hashicorp.cdktf.providers.azurerm.data_azurerm_data_factory.DataAzurermDataFactoryConfig;
import io.terralake.core.ImportedId;
import io.terralake.core.PlatformStack;
import io.terralake.core.Tokens;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A factory that is managed elsewhere, known by its id. */
final class ImportedDataFactory extends AbstractDataFactory {
    private final ImportedId factory;
    private final String runtimeName;
    private @Nullable DataAzurermDataFactory found;

    ImportedDataFactory(Construct scope, String id, String factoryId, String runtimeName) {
        super(scope, id);
        this.factory = new ImportedId(this, factoryId, "Microsoft.DataFactory/factories")
                .requireOwnSubscription("Terraform reads the factory's identity and writes its artifacts there");
        this.runtimeName = Tokens.isIn(runtimeName)
                ? runtimeName
                : PlatformStack.of(this).nameOf(this, FactoryNames.RUNTIME, runtimeName);
    }

    @Override
    public String factoryId() {
        return factory.toString();
    }

    @Override
    public String runtimeName() {
        return runtimeName;
    }

    /** Read from Azure, and only for who grants something to the factory. */
    @Override
    public String principalId() {
        DataAzurermDataFactory data = found;
        if (data == null) {
            data = new DataAzurermDataFactory(
                    this,
                    "Resource",
                    DataAzurermDataFactoryConfig.builder()
                            .name(factory.name(0))
                            .resourceGroupName(factory.resourceGroupName())
                            .build());
            found = data;
        }
        return data.getIdentity().get(0).getPrincipalId();
    }

    @Override
    public String displayName() {
        return factory.name(0);
    }
}
