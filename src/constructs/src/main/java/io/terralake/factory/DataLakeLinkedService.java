package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_data_lake_storage_gen2.DataFactoryLinkedServiceDataLakeStorageGen2;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_data_lake_storage_gen2.DataFactoryLinkedServiceDataLakeStorageGen2Config;
import io.terralake.storage.IDataLake;
import software.constructs.Construct;

/** A factory's connection to a data lake. The factory needs grants on the zones that it works in. */
public final class DataLakeLinkedService extends LinkedService {
    private final String linkedServiceName;

    /** @param name the name in the factory */
    public DataLakeLinkedService(Construct scope, String id, DataFactory factory, String name, IDataLake lake) {
        super(scope, id, factory);
        this.linkedServiceName = new DataFactoryLinkedServiceDataLakeStorageGen2(
                        this,
                        "Resource",
                        DataFactoryLinkedServiceDataLakeStorageGen2Config.builder()
                                .name(checked(name))
                                .dataFactoryId(factory.factoryId())
                                .integrationRuntimeName(factory.runtimeName())
                                .useManagedIdentity(true)
                                .url("https://" + lake.dfsHost())
                                .build())
                .getName();
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
