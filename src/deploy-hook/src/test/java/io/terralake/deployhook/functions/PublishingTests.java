package io.terralake.deployhook.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTests {
    private static final String APP =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.Web/sites/func-1";
    private static final String DEPLOYED_BY_HAND = "az_cli";

    /** How often somebody looked at a deployment. */
    private static final int UNDER_WAY = 1;

    private static final int OVER = 3;

    private final UnsteadyArm arm = new UnsteadyArm();
    private final AppService service = new AppService();
    private PackageFile file;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        file = PackageFile.read(Zips.write(folder.resolve("cars.zip"), Map.of("host.json", "{}")));
        site("func-1.scm.azurewebsites.net");
    }

    @AfterEach
    void stop() {
        service.close();
        arm.close();
    }

    @Test
    void publishesWhatWasNeverPublished() {
        assertThat(run()).isEqualTo(item(Outcome.CREATED, null));
        assertThat(service.calls)
                .startsWith(
                        "GET /api/deployments", "POST /api/publish?RemoteBuild=false&Deployer=terralake-" + file.hash())
                .endsWith("GET /api/deployments/" + AppService.id(1));
    }

    @Test
    void doesNothingWhenItRunsAlready() {
        run();
        service.calls.clear();
        assertThat(run()).isEqualTo(item(Outcome.UNCHANGED, null));
        assertThat(service.calls).containsExactly("GET /api/deployments");
    }

    @Test
    void publishesOverWhatSomebodyPublishedByHand() {
        run();
        service.deploy(DEPLOYED_BY_HAND, OVER);
        assertThat(run()).isEqualTo(item(Outcome.UPDATED, null));
        assertThat(service.deployments())
                .containsExactly("terralake-" + file.hash(), DEPLOYED_BY_HAND, "terralake-" + file.hash());
    }

    @Test
    void publishesAgainWhatFailedBefore() {
        service.fail(1);
        service.deploy("terralake-" + file.hash(), OVER);
        assertThat(run()).isEqualTo(item(Outcome.UPDATED, null));
    }

    /** A hook that was killed left it there. */
    @Test
    void waitsForADeploymentOfItsOwn() {
        service.deploy("terralake-" + file.hash(), UNDER_WAY);
        assertThat(run()).isEqualTo(item(Outcome.UPDATED, "an earlier run published it"));
        assertThat(service.calls).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void waitsForADeploymentOfSomebodyElse() {
        service.deploy(DEPLOYED_BY_HAND, UNDER_WAY);
        assertThat(run()).isEqualTo(item(Outcome.UPDATED, null));
        assertThat(service.deployments()).containsExactly(DEPLOYED_BY_HAND, "terralake-" + file.hash());
    }

    @Test
    void looksForADeploymentWhoseAnswerWasLost() {
        service.loseAnswer();
        assertThat(run()).isEqualTo(item(Outcome.CREATED, null));
        assertThat(service.deployments()).containsExactly("terralake-" + file.hash());
    }

    @Test
    void aDryRunReadsOnly() {
        assertThat(run(true, Duration.ofSeconds(5))).isEqualTo(item(Outcome.CREATED, null));
        service.deploy(DEPLOYED_BY_HAND, UNDER_WAY);
        assertThat(run(true, Duration.ofSeconds(5))).isEqualTo(item(Outcome.UPDATED, null));
        assertThat(service.calls).containsOnly("GET /api/deployments");
    }

    @Test
    void saysWhyADeploymentFailed() {
        service.fail(1);
        assertThat(run())
                .isEqualTo(item(Outcome.FAILED, "deployment %s failed: no such runtime".formatted(AppService.id(1))));
    }

    @Test
    void saysThatADeploymentTakesTooLong() {
        assertThat(run(false, Duration.ZERO))
                .isEqualTo(item(
                        Outcome.FAILED,
                        "deployment %s is not over after 0 s: run the hook again later".formatted(AppService.id(1))));
    }

    @Test
    void saysWhatTheEndpointSays() {
        service.fault(request -> Optional.of(Reply.text(403, "text/plain", "Ip Forbidden")));
        assertThat(run())
                .isEqualTo(item(
                        Outcome.FAILED,
                        "not allowed: the role Website Contributor is needed, and an address of the allow-list or one"
                                + " inside the network (HTTP 403: Ip Forbidden)"));
        service.fault(request -> Optional.of(Reply.empty(401)));
        assertThat(run())
                .isEqualTo(item(
                        Outcome.FAILED,
                        "the token was refused: log in again, with the role Website Contributor (HTTP 401)"));
        service.fault(request -> Optional.of(Reply.text(200, "text/html", "<html>")));
        assertThat(run()).isEqualTo(item(Outcome.FAILED, "the answer is no JSON: <html>"));
        service.fault(request -> request.method().equals("POST") ? Optional.of(Reply.empty(409)) : Optional.empty());
        assertThat(run())
                .isEqualTo(
                        item(Outcome.FAILED, "another deployment is under way: run the hook again later (HTTP 409)"));
    }

    @Test
    void sendsItsTokenToNobodyElse() throws IOException {
        site("func-1.scm.azurewebsites.net.example.com");
        assertThat(run())
                .isEqualTo(item(
                        Outcome.FAILED,
                        "\"func-1.scm.azurewebsites.net.example.com\" is no host of App Service: no token is sent"
                                + " there"));
        assertThat(service.calls).isEmpty();
    }

    @Test
    void needsAnAppThatIsThere() throws IOException {
        arm.change(APP, ObjectNode::removeAll);
        assertThat(run()).isEqualTo(item(Outcome.FAILED, "the app has no host that packages are published to"));
        PublishWork other = new PublishWork(APP + "2", file);
        assertThat(publishing(false, Duration.ofSeconds(5)).run(other).detail())
                .isEqualTo("there is no app %s2: deploy its stack first".formatted(APP));
    }

    private Item run() {
        return run(false, Duration.ofSeconds(5));
    }

    private Item run(boolean dryRun, Duration patience) {
        return publishing(dryRun, patience).run(new PublishWork(APP, file));
    }

    private Publishing publishing(boolean dryRun, Duration patience) {
        AzureArm.Options quick = new AzureArm.Options(null, "a-token", Duration.ofMillis(5), 2, UnsteadyArm.ADVICE);
        return new Publishing(
                () -> arm.connect(1),
                host -> new PublishingEndpoint(AzureArm.pipeline(quick, service.http()), AppService.address()),
                new Publishing.Options(patience, Duration.ofMillis(5), dryRun));
    }

    private void site(String host) throws IOException {
        arm.put(
                APP,
                new JsonMapper()
                        .readTree("{\"enabledHostNames\": [\"func-1.azurewebsites.net\", \"%s\"]}".formatted(host)));
    }

    private static Item item(Outcome outcome, String detail) {
        return new Item("func-1", "functions", "cars.zip", outcome, detail);
    }
}
