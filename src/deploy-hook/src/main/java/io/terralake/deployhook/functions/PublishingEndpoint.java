package io.terralake.deployhook.functions;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.arm.AzureArm;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The endpoint that packages of Flex Consumption are published to, by a token for ARM.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-deployment-technologies#one-deploy">One deploy</a>
 */
public final class PublishingEndpoint {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 300;

    private final HttpPipeline pipeline;
    private final String address;

    /** @param address such as {@code https://func-1.scm.azurewebsites.net} */
    PublishingEndpoint(HttpPipeline pipeline, String address) {
        this.pipeline = pipeline;
        this.address = address;
    }

    /**
     * The endpoint at a host of App Service.
     *
     * @param options how ARM is reached, whose tokens it takes
     * @param host such as {@code func-1.scm.azurewebsites.net}
     * @return a connection that asks for a token with its first call
     */
    public static PublishingEndpoint connect(AzureArm.Options options, String host) {
        return new PublishingEndpoint(AzureArm.pipeline(options, HttpClient.createDefault()), "https://" + host);
    }

    /** The newest deployment; empty when there was none. */
    Optional<Deployment> newest() {
        JsonNode all = json(send(new HttpRequest(HttpMethod.GET, address + "/api/deployments")));
        return StreamSupport.stream(all.spliterator(), false)
                .max(Comparator.comparing(one -> one.path("received_time").asText()))
                .map(Deployment::of);
    }

    /** What became of a deployment by now. One that was just accepted may not be there yet. */
    Deployment deployment(String id) {
        try {
            return Deployment.of(json(send(new HttpRequest(HttpMethod.GET, address + "/api/deployments/" + id))));
        } catch (ArmException e) {
            if (e.isNotFound()) {
                return new Deployment(id, "", 0, "");
            }
            throw e;
        }
    }

    /**
     * Publishes a package.
     *
     * @param deployer what is kept with the deployment
     * @return the deployment's id
     */
    String publish(Path file, String deployer) {
        HttpRequest request = new HttpRequest(
                        HttpMethod.POST, "%s/api/publish?RemoteBuild=false&Deployer=%s".formatted(address, deployer))
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/zip")
                .setBody(BinaryData.fromFile(file));
        String id = send(request).strip().replaceAll("^\"|\"$", "");
        if (!id.matches("[A-Za-z0-9-]{1,100}")) {
            throw new ArmException(0, "the answer is no id of a deployment: " + shortened(id));
        }
        return id;
    }

    private String send(HttpRequest request) {
        int status;
        String body;
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            status = response.getStatusCode();
            body = response.getBodyAsBinaryData().toString();
        } catch (RuntimeException e) {
            throw ArmException.unreachable(e);
        }
        if (status / 100 == 2) {
            return body;
        }
        String said = "HTTP %d%s".formatted(status, body.isBlank() ? "" : ": " + shortened(body));
        throw new ArmException(
                status,
                switch (status) {
                    case 401 ->
                        "the token was refused: log in again, with the role Website Contributor (%s)".formatted(said);
                    case 403 ->
                        "not allowed: the role Website Contributor is needed, and an address of the allow-list or one inside the network (%s)"
                                .formatted(said);
                    case 409 -> "another deployment is under way: run the hook again later (%s)".formatted(said);
                    default -> said;
                });
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ArmException(0, "the answer is no JSON: " + shortened(body));
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "…" : line;
    }
}
