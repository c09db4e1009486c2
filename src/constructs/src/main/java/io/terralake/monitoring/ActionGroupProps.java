package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Properties of an {@link ActionGroup}.
 *
 * @param emails whom alerts are mailed to, one address or more
 */
@RecordBuilder
public record ActionGroupProps(List<String> emails) {

    /** @throws IllegalArgumentException without an address */
    public ActionGroupProps {
        emails = List.copyOf(emails);
        if (emails.isEmpty()) {
            throw new IllegalArgumentException("an action group needs at least one email address");
        }
    }

    public static ActionGroupPropsBuilder builder() {
        return ActionGroupPropsBuilder.builder();
    }
}
