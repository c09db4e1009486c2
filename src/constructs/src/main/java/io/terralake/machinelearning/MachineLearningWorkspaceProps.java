package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.containerregistry.IContainerRegistry;
import io.terralake.core.RequiredFields;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.keyvault.IKeyVault;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.settings.RemovalPolicy;
import io.terralake.storage.IStorageAccount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link MachineLearningWorkspace}. What it stands on is its own unless it is given: other workspaces then share its
 * names and its firewall.
 *
 * @param purpose what it is for, in derived names, its own and those of what it stands on, such as {@code ml}
 * @param name its name, 3 to 33 characters; @default derived from the platform's
 * @param vault keeps the secrets of connections; @default one of its own
 * @param insights takes telemetry; @default the platform's, or one of its own where that has none
 * @param storage keeps code, outputs and logs of jobs; it may have no hierarchical namespace; @default an account of its own
 * @param registry keeps the images of environments; @default one of its own
 * @param isolation whom its machines may send to; @default {@link Isolation#ALLOW_ONLY_APPROVED_OUTBOUND} in private mode, else
 *     {@link Isolation#ALLOW_INTERNET_OUTBOUND}
 * @param outboundRules whom they may send to besides, by the rules' names; @default nobody
 * @param highBusinessImpact whether Microsoft is to collect less about what runs in it, fixed at creation; @default false
 * @param encryption a key of one's own that its metadata is encrypted with, as is storage of its own, fixed at creation; @default a key
 *     of Microsoft's
 * @param removalPolicy that of the workspace and of what it stands on; @default the environment's
 */
@RecordBuilder
public record MachineLearningWorkspaceProps(
        String purpose,
        @Nullable String name,
        @Nullable IKeyVault vault,
        @Nullable IApplicationInsights insights,
        @Nullable IStorageAccount storage,
        @Nullable IContainerRegistry registry,
        @Nullable Isolation isolation,
        @Nullable Map<String, OutboundRule> outboundRules,
        @Nullable Boolean highBusinessImpact,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {

    public MachineLearningWorkspaceProps {
        outboundRules = outboundRules == null ? Map.of() : RequiredFields.copy(outboundRules);
        highBusinessImpact = highBusinessImpact != null && highBusinessImpact;
    }

    public static MachineLearningWorkspacePropsBuilder builder() {
        return MachineLearningWorkspacePropsBuilder.builder();
    }
}
