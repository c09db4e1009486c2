package io.terralake.storage;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Queue}.
 *
 * @param account what it is in; may be in another stack
 * @param name its name, 3 to 63 lower-case letters, digits and hyphens
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record QueueProps(
        IStorageAccount account, String name, @Nullable RemovalPolicy removalPolicy) {

    public static QueuePropsBuilder builder() {
        return QueuePropsBuilder.builder();
    }
}
