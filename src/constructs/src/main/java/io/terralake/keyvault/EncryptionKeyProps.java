package io.terralake.keyvault;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link EncryptionKey}.
 *
 * @param vault what keeps it; its purge protection must be on, as it is on those of the library
 * @param name its name in the vault, 1 to 127 letters, digits and hyphens; @default {@code platform}
 */
@RecordBuilder
public record EncryptionKeyProps(KeyVault vault, @Nullable String name) {

    public EncryptionKeyProps {
        name = name == null ? "platform" : name;
    }

    public static EncryptionKeyPropsBuilder builder() {
        return EncryptionKeyPropsBuilder.builder();
    }
}
