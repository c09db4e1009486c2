package io.terralake.deployhook.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.emulator.http.Reply;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTests {
    private static final String GROUP =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/";
    private static final String ENDPOINT =
            GROUP + "Microsoft.DataFactory/factories/adf-1/managedVirtualNetworks/default/managedPrivateEndpoints/lake";
    private static final String LAKE = GROUP + "Microsoft.Storage/storageAccounts/lake";
    private static final String CONNECTION = LAKE + "/privateEndpointConnections/";

    /** As Microsoft makes them, in a subscription of its own. */
    private static final String MADE =
            "/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/vnet-1/providers"
                    + "/Microsoft.Network/privateEndpoints/";

    private final UnsteadyArm arm = new UnsteadyArm();

    @AfterEach
    void stop() {
        arm.close();
        assertThat(arm.violations())
                .as("requests of another shape than the published one")
                .isEmpty();
    }

    @Test
    void approvesWhatItsFactoryMadeAndNothingElse() {
        endpoint("Pending", LAKE);
        connection("adf-1.lake-1", "ADF-1.lake", "Pending");
        connection("adf-2.lake-2", "adf-2.lake", "Pending");
        connection("somebody", "lake", "Pending");
        assertThat(run(LAKE))
                .isEqualTo(new Item("adf-1", "private endpoint", "lake", Outcome.UPDATED, "approved for " + LAKE));
        JsonNode approved = arm.resource(CONNECTION + "adf-1.lake-1");
        assertThat(approved.path("privateLinkServiceConnectionState"))
                .hasToString("{\"status\":\"Approved\",\"description\":\"approved by the deploy hook\"}");
        assertThat(approved.at("/privateEndpoint/id").asText()).isEqualTo(MADE + "ADF-1.lake");
        assertThat(status("adf-2.lake-2")).isEqualTo("Pending");
        assertThat(status("somebody")).isEqualTo("Pending");
    }

    /** The factory hears of an approval later. */
    @Test
    void approvesOnce() {
        endpoint("Pending", LAKE);
        connection("adf-1.lake-1", "adf-1.lake", "Pending");
        run(LAKE);
        arm.forgetCalls();
        assertThat(run(LAKE).outcome()).isEqualTo(Outcome.UNCHANGED);
        endpoint("Approved", LAKE);
        assertThat(run(LAKE).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(arm.calls()).allMatch(call -> call.startsWith("GET"));
    }

    @Test
    void aDryRunReadsOnly() {
        endpoint("Pending", LAKE);
        connection("adf-1.lake-1", "adf-1.lake", "Pending");
        assertThat(new Approvals(() -> arm.connect(1), true)
                        .run(new PrivateEndpointApproval(ENDPOINT, LAKE))
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
        assertThat(status("adf-1.lake-1")).isEqualTo("Pending");
    }

    /** Whoever asked for it: the description says so until it is approved. */
    @Test
    void knowsAConnectionByWhoAskedForIt() {
        endpoint("Pending", LAKE);
        arm.put(CONNECTION + "1", json("""
                {"privateEndpoint": {"id": "%s"}, "privateLinkServiceConnectionState": {"status": "Pending",
                 "description": "Requested by DataFactory:ADF-1, Name:lake"}}""".formatted(MADE + "cut-off")));
        assertThat(run(LAKE).outcome()).isEqualTo(Outcome.UPDATED);
    }

    /** Anybody may call a private endpoint as the factory does. */
    @Test
    void approvesNoneOfSeveralWithTheSameName() {
        endpoint("Pending", LAKE);
        connection("adf-1.lake-1", "adf-1.lake", "Pending");
        connection("adf-1.lake-2", "adf-1.lake", "Pending");
        fails("2 connections of that name wait for approval: look at them, and approve the right one by hand");
        assertThat(status("adf-1.lake-1")).isEqualTo("Pending");
    }

    @Test
    void approvesNothingThatTheFactoryDoesNotWaitFor() {
        connection("adf-1.lake-1", "adf-1.lake", "Pending");
        fails("there is no endpoint " + ENDPOINT);
        endpoint("Rejected", LAKE);
        fails("its connection is \"Rejected\": only a pending one is approved");
        endpoint("Pending", LAKE + "2");
        fails("connects to \"%s2\", not to the declared target".formatted(LAKE));
        endpoint("Approved", LAKE);
        run(LAKE);
        assertThat(status("adf-1.lake-1")).isEqualTo("Pending");
    }

    @Test
    void saysThatThereIsNothingToApproveYet() {
        endpoint("Pending", LAKE);
        fails("the target has no connection of it yet: run the hook again later");
        connection("adf-1.lake-1", "adf-1.lake", "Rejected");
        fails("the target has no connection of it yet: run the hook again later");
    }

    @Test
    void saysWhatArmSays() {
        arm.fault(request -> Optional.of(Reply.error(403, "AuthorizationFailed", "no")));
        fails("not allowed: the role Contributor is needed (AuthorizationFailed: no)");
        endpoint("Pending", LAKE);
        arm.fault(request -> request.path().endsWith("/privateEndpointConnections")
                ? Optional.of(Reply.error(401, "ExpiredAuthenticationToken", "old"))
                : Optional.empty());
        fails("the token was refused, it may have expired: log in again (ExpiredAuthenticationToken: old)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft.Sql/servers/sql-1", "Microsoft.KeyVault/vaults/kv-1"})
    void asksEachServiceInItsOwnVersion(String target) {
        endpoint("Pending", GROUP + target);
        assertThat(run(GROUP + target).detail()).startsWith("the target has no connection");
    }

    private void fails(String why) {
        assertThat(run(LAKE)).isEqualTo(new Item("adf-1", "private endpoint", "lake", Outcome.FAILED, why));
    }

    private Item run(String target) {
        return new Approvals(() -> arm.connect(1, new Advice("log in again", "")), false)
                .run(new PrivateEndpointApproval(ENDPOINT, target));
    }

    private void endpoint(String status, String target) {
        arm.put(ENDPOINT, json("""
                {"privateLinkResourceId": "%s", "groupId": "dfs", "connectionState": {"status": "%s"}}""".formatted(target, status)));
    }

    private void connection(String name, String endpoint, String status) {
        arm.put(CONNECTION + name, json("""
                {"privateEndpoint": {"id": "%s"}, "privateLinkServiceConnectionState": {"status": "%s"}}""".formatted(MADE + endpoint, status)));
    }

    private String status(String connection) {
        return arm.resource(CONNECTION + connection)
                .at("/privateLinkServiceConnectionState/status")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
