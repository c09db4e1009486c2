package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.kubernetes.IKubernetesCluster;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KubernetesExtension}.
 *
 * @param cluster where models run
 * @param tlsSecret the name of the secret in the namespace {@code azureml} of the cluster that has the certificate, {@code cert.pem}, and
 *     its key, {@code key.pem}. It is there before the extension is
 * @param hostName the host name that the certificate is for and endpoints are asked by, such as {@code models.example.com}
 * @param training whether jobs may run in the cluster too; @default false
 * @param highlyAvailable whether three routers take requests, which needs three nodes; @default whether the cluster has as many at the
 *     least, and true for an imported one
 */
@RecordBuilder
public record KubernetesExtensionProps(
        IKubernetesCluster cluster,
        String tlsSecret,
        String hostName,
        @Nullable Boolean training,
        @Nullable Boolean highlyAvailable) {
    /** @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names">Kubernetes: object names</a> */
    private static final Pattern SECRET =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    /** @throws IllegalArgumentException when Kubernetes takes no such name, or there can be no such host */
    public KubernetesExtensionProps {
        if (tlsSecret != null && !SECRET.matcher(tlsSecret).matches()) {
            throw new IllegalArgumentException(
                    "TLS secret \"%s\" is not allowed: the name of a secret, lower-case letters, digits, '-' and '.'"
                            .formatted(tlsSecret));
        }
        if (hostName != null && !HOST.matcher(hostName).matches()) {
            throw new IllegalArgumentException(
                    "host name \"%s\" is not allowed: a name such as models.example.com".formatted(hostName));
        }
        training = training != null && training;
    }

    public static KubernetesExtensionPropsBuilder builder() {
        return KubernetesExtensionPropsBuilder.builder();
    }
}
