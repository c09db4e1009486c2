package io.terralake.deployhook.endpoints;

import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the ids of an approval must look like. */
public final class EndpointForms {
    /** A managed private endpoint of a data factory. */
    public static final Form ENDPOINT =
            Forms.azureId("Microsoft.DataFactory/factories/managedVirtualNetworks/managedPrivateEndpoints");

    /** A service whose connections the hook knows. */
    public static final Form TARGET = value -> Forms.AZURE_ID
            .problem(value)
            .or(() -> Form.of(
                            id -> TargetType.of(id).isPresent(),
                            Arrays.stream(TargetType.values())
                                    .map(TargetType::azureType)
                                    .collect(Collectors.joining(", ", "is not allowed: the id of one of ", "")))
                    .problem(value));

    private EndpointForms() {}
}
