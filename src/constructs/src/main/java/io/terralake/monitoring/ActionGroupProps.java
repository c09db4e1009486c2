package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.EmailList;
import java.util.List;

/**
 * Properties of an {@link ActionGroup}.
 *
 * @param emails whom alerts are mailed to, 1 to 50 addresses
 */
@RecordBuilder
public record ActionGroupProps(List<String> emails) {

    /** @throws IllegalArgumentException without an address, or with one that is none or there twice */
    public ActionGroupProps {
        emails = emails == null ? emails : EmailList.check("an action group", emails);
    }

    public static ActionGroupPropsBuilder builder() {
        return ActionGroupPropsBuilder.builder();
    }
}
