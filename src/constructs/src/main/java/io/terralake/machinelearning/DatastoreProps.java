package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Datastore}.
 *
 * @param workspace what it is in
 * @param zone what it stands for
 * @param name its name in the workspace, 1 to 255 letters, digits, {@code _} and {@code -}; @default that of the zone
 * @param description @default none
 */
@RecordBuilder
public record DatastoreProps(
        IMachineLearningWorkspace workspace,
        Zone zone,
        @Nullable String name,
        @Nullable String description) {

    public static DatastorePropsBuilder builder() {
        return DatastorePropsBuilder.builder();
    }
}
