package io.terralake.deployhook.functions;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Publishes packages that differ from what runs. The hash of a package is kept in its deployment, as the name of the deployer: so it
 * comes and goes with the package, whoever publishes something else by hand is seen, and nothing of Terraform's is touched. A hook
 * that is killed finds its deployment when it is run again.
 */
public final class Publishing {
    private static final String API = "2024-04-01";
    private static final String DEPLOYER = "terralake-";

    /** The token goes to App Service and to nobody else. */
    private static final Pattern HOST = Pattern.compile(
            "(?i)[a-z0-9-]+\\.scm\\.([a-z0-9-]+\\.)*(azurewebsites\\.net|azurewebsites\\.us|chinacloudsites\\.cn)");

    private final Supplier<Arm> arm;
    private final Function<String, PublishingEndpoint> endpoints;
    private final Options options;

    /**
     * How it is done.
     *
     * @param patience how long a deployment is waited for
     * @param poll the time between two looks at it
     * @param dryRun whether nothing is published
     */
    public record Options(Duration patience, Duration poll, boolean dryRun) {}

    /**
     * Prepares; nothing is sent yet.
     *
     * @param arm where apps are found
     * @param endpoints gives the endpoint at a host
     * @param options how it is done
     */
    public Publishing(Supplier<Arm> arm, Function<String, PublishingEndpoint> endpoints, Options options) {
        this.arm = arm;
        this.endpoints = endpoints;
        this.options = options;
    }

    /**
     * Publishes a package unless it is what was published last.
     *
     * @param work app and package
     * @return what became of it
     */
    public Item run(PublishWork work) {
        try {
            return publish(work);
        } catch (ArmException e) {
            return item(work, Outcome.FAILED, e.getMessage());
        }
    }

    private Item publish(PublishWork work) {
        PublishingEndpoint endpoint = endpoints.apply(host(work.app()));
        long end = System.nanoTime() + options.patience().toNanos();
        String deployer = DEPLOYER + work.file().hash();
        Optional<Deployment> last = endpoint.newest();
        boolean ours = last.filter(one -> one.deployer().equals(deployer)).isPresent();
        if (last.isPresent() && !last.get().isOver() && !options.dryRun()) {
            last = Optional.of(finished(endpoint, last.get(), end));
            if (ours && last.get().succeeded()) {
                return item(work, Outcome.UPDATED, "an earlier run published it");
            }
        }
        if (ours && last.get().succeeded()) {
            return item(work, Outcome.UNCHANGED, null);
        }
        Outcome outcome = last.isPresent() ? Outcome.UPDATED : Outcome.CREATED;
        if (options.dryRun()) {
            return item(work, outcome, null);
        }
        Deployment done = finished(endpoint, start(endpoint, work, last.map(Deployment::id)), end);
        return done.succeeded()
                ? item(work, outcome, null)
                : item(
                        work,
                        Outcome.FAILED,
                        "deployment %s failed: %s"
                                .formatted(done.id(), done.text().isBlank() ? "status " + done.status() : done.text()));
    }

    private static Deployment start(PublishingEndpoint endpoint, PublishWork work, Optional<String> last) {
        String deployer = DEPLOYER + work.file().hash();
        try {
            return endpoint.deployment(endpoint.publish(work.file().path(), deployer));
        } catch (ArmException e) {
            if (!e.isDoubtful()) {
                throw e;
            }
            // The answer was lost, or tells of an earlier try that was not.
            return endpoint.newest()
                    .filter(one -> one.deployer().equals(deployer) && !one.id().equals(last.orElse(null)))
                    .orElseThrow(() -> e);
        }
    }

    /** @throws ArmException when it takes too long */
    private Deployment finished(PublishingEndpoint endpoint, Deployment deployment, long end) {
        Deployment now = deployment;
        while (!now.isOver()) {
            if (System.nanoTime() > end) {
                throw new ArmException(
                        0,
                        "deployment %s is not over after %d s: run the hook again later"
                                .formatted(now.id(), options.patience().toSeconds()));
            }
            sleep();
            now = endpoint.deployment(now.id());
        }
        return now;
    }

    private void sleep() {
        try {
            Thread.sleep(options.poll().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArmException(0, "interrupted");
        }
    }

    private String host(String app) {
        JsonNode site = arm.get()
                .get(app, API)
                .orElseThrow(() -> new ArmException(404, "there is no app " + app + ": deploy its stack first"));
        String host = StreamSupport.stream(site.path("enabledHostNames").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> name.contains(".scm."))
                .findFirst()
                .orElseThrow(() -> new ArmException(0, "the app has no host that packages are published to"));
        if (!HOST.matcher(host).matches()) {
            throw new ArmException(0, "\"%s\" is no host of App Service: no token is sent there".formatted(host));
        }
        return host;
    }

    private static Item item(PublishWork work, Outcome outcome, @Nullable String detail) {
        String name = work.app().substring(work.app().lastIndexOf('/') + 1);
        return new Item(name, "functions", String.valueOf(work.file().path().getFileName()), outcome, detail);
    }
}
