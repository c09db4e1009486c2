package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.identity.ManagedIdentity;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DataFactory}.
 *
 * @param name the factory's name, 3 to 63 letters, digits and hyphens; @default derived from the platform's
 * @param globalParameters constants that every pipeline can read: strings, booleans, integers and doubles, by name;
 *     @default none
 * @param gitHub the repository that people edit the factory in; @default none
 * @param dataFlowMinutes how many minutes the cluster of data flows waits for the next one, 0 to 1440; @default 10
 * @param encryption a key of one's own that data is encrypted with, chosen while the factory is empty; @default a key of Microsoft's
 * @param identities user-assigned identities that its credentials can be of, beside the one that it has of its own; @default none
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record DataFactoryProps(
        @Nullable String name,
        @Nullable Map<String, Object> globalParameters,
        @Nullable GitHubConfiguration gitHub,
        @Nullable Integer dataFlowMinutes,
        @Nullable IEncryptionKey encryption,
        @Nullable List<ManagedIdentity> identities,
        @Nullable RemovalPolicy removalPolicy) {

    public DataFactoryProps {
        identities = RequiredFields.copyOrEmpty(identities);
        globalParameters = Sorted.copyOrEmpty(globalParameters);
        globalParameters.forEach(GlobalParameters::check);
        dataFlowMinutes = Limits.check(
                "data-flow waiting time", dataFlowMinutes == null ? 10 : dataFlowMinutes, 0, 1440, "minutes");
    }

    public static DataFactoryPropsBuilder builder() {
        return DataFactoryPropsBuilder.builder();
    }
}
