package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import io.terralake.identity.Principal;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * A program with an identity in Entra: a managed identity, or the service principal of an application.
 *
 * @param name its display name
 * @param objectId its object id, a GUID; that of the service principal, not of the application
 */
@RecordBuilder
public record ServicePrincipalSettings(
        @NotNull @Pattern(regexp = "^(?=.{1,256}$).*\\S.*$") @JsonPropertyDescription("display name of the identity")
        String name,

        @NotNull @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription("object id of the service principal")
        String objectId) {

    /**
     * Checks that no program is in a list twice, by whatever name.
     *
     * @param pointer where the list is, relative to the place of the problems
     */
    static void checkDistinct(List<ServicePrincipalSettings> programs, String pointer, Problems problems) {
        problems.addTwice(
                pointer, programs, program -> program.objectId().toLowerCase(Locale.ROOT), "", "the program %s");
    }

    Principal principal() {
        return Principal.servicePrincipal(name, objectId);
    }
}
