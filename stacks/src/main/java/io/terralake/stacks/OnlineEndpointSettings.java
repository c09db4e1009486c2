package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.AzureId;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * An online endpoint of Azure ML that scores images.
 *
 * @param url where it is asked; a host of Azure ML, because it is shown a token that works there
 * @param id its Azure id, on which whoever asks gets a role
 */
@RecordBuilder
public record OnlineEndpointSettings(
        @NotNull @Pattern(
                regexp =
                        "^https://[a-z][a-z0-9-]{1,30}[a-z0-9]\\.[a-z0-9]+\\.inference\\.ml\\.azure\\.com/[A-Za-z0-9._/-]*$")
        @JsonPropertyDescription("where it is asked, such as https://<name>.<region>.inference.ml.azure.com/score")
        String url,

        @NotNull @Size(max = 1024) @JsonPropertyDescription("Azure id of the online endpoint")
        String id)
        implements Checked {
    private static final String TYPE = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints";
    private static final int NAME = "https://".length();

    @Override
    public void check(Problems problems) {
        problems.capture("/id", () -> {
            String name = AzureId.parse(id, TYPE).name();
            if (!url.startsWith(name.toLowerCase(Locale.ROOT) + ".", NAME)) {
                throw new IllegalArgumentException("\"%s\" is not the endpoint of %s".formatted(name, url));
            }
        });
    }
}
