package io.terralake.storage;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Zone}.
 *
 * @param tiering when blobs move to cheaper tiers and when they are deleted; @default never
 * @param accessControl @default {@link AccessControl#RBAC}
 */
@RecordBuilder
public record ZoneProps(@Nullable Tiering tiering, @Nullable AccessControl accessControl) {

    public ZoneProps {
        tiering = tiering == null ? Tiering.NONE : tiering;
        accessControl = accessControl == null ? AccessControl.RBAC : accessControl;
    }

    public static ZonePropsBuilder builder() {
        return ZonePropsBuilder.builder();
    }
}
