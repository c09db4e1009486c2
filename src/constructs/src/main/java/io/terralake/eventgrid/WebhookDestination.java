package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that events are posted to, by TLS 1.2 or newer. It must be on the internet, and answer Event Grid's validation request while the
 * subscription is made. With an application Event Grid brings a token of Entra for it; there is no other way to prove who calls: a key in the
 * address would be in Terraform's state.
 *
 * @param url the address, {@code https://…}, without a secret in it
 * @param tenantId the tenant of the application, a GUID; @default none
 * @param applicationId the application that the token is for: its id, or the URI that it is known by; @default none
 * @param batching how many events one call has; @default one
 * @param properties headers of the call, up to 10; @default none
 * @see <a href="https://learn.microsoft.com/azure/event-grid/end-point-validation-cloud-events-schema">Endpoint validation</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery">Deliver events to webhooks protected by Microsoft
 *     Entra ID</a>
 */
@RecordBuilder
public record WebhookDestination(
        String url,
        @Nullable String tenantId,
        @Nullable String applicationId,
        @Nullable Batching batching,
        @Nullable List<DeliveryProperty> properties)
        implements EventDestination {
    private static final Pattern GUID = Pattern.compile(Guid.REGEX);

    /**
     * @throws IllegalArgumentException when the address is no HTTPS address, or has a secret in it, there is a tenant without an application or
     *     the reverse, or too many properties or two of a name
     */
    public WebhookDestination {
        if (url != null) {
            WebhookAddress.check(url);
        }
        if ((tenantId == null) != (applicationId == null)) {
            throw new IllegalArgumentException("a webhook needs both tenantId and applicationId, or none of them");
        }
        if (tenantId != null && !GUID.matcher(tenantId).matches()) {
            throw new IllegalArgumentException("tenant \"%s\" is not a GUID".formatted(tenantId));
        }
        batching = batching == null ? Batching.NONE : batching;
        properties = DeliveryProperty.check(properties);
    }

    public static WebhookDestinationBuilder builder() {
        return WebhookDestinationBuilder.builder();
    }

    @Override
    public ObjectNode endpoint() {
        ObjectNode json = Endpoints.properties().put("endpointUrl", url).put("minimumTlsVersionAllowed", "1.2");
        if (applicationId != null) {
            json.put("azureActiveDirectoryTenantId", tenantId)
                    .put("azureActiveDirectoryApplicationIdOrUri", applicationId);
        }
        Objects.requireNonNull(batching).addTo(json);
        DeliveryProperty.addTo(json, Objects.requireNonNull(properties));
        return Endpoints.of("WebHook", json);
    }
}
