package io.terralake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.registration.RegistrationRequest.Dataset;
import io.terralake.registration.RegistrationRequest.Datastore;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.testing.Requests;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTests {

    @Test
    void readsTheOriginalRequest() {
        RegistrationRequest request = Requests.read(Requests.ORIGINAL);
        assertThat(request.workspaces())
                .containsExactly(
                        new Workspace("ml-ws-1", "11111111-2222-3333-4444-555555555555", "test"),
                        new Workspace("ml-ws-2", "11111111-2222-3333-4444-555555555555", "test"));
        assertThat(request.datastores()).containsExactly(new Datastore("silver", "sourcedata", "silver"));
        assertThat(request.datasets())
                .contains(new Dataset(
                        "sales_dataset",
                        "sales/sales_data.csv",
                        "silver",
                        Dataset.Type.URI_FILE,
                        Optional.empty(),
                        Map.of()));
    }

    /** The reference system's own README gives objects where its code wants lists. */
    @Test
    void readsBareObjects() {
        assertThat(Requests.read(Requests.BARE).datasets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sales\"| \"a b\" |#/dataset_definition/dataset_name: \"a b\" is not allowed: letters, digits and '_.-'",
                "\"sales/sales.csv\"| \"../secret.csv\" |#/dataset_definition/dataset_path: \"../secret.csv\" is not allowed: a path below the datastore, with / between its parts, without ..",
                "\"sales/sales.csv\"| \"a/../../b\" |#/dataset_definition/dataset_path: \"a/../../b\" is not allowed",
                "\"sales/sales.csv\"| \"a/%2E./b\" |#/dataset_definition/dataset_path: \"a/%2E./b\" is not allowed",
                "\"sales/sales.csv\"| \"%2e%2E\" |#/dataset_definition/dataset_path: \"%2e%2E\" is not allowed",
                "\"sales/sales.csv\"| \"/etc/passwd\" |#/dataset_definition/dataset_path: \"/etc/passwd\" is not allowed",
                "\"sales/sales.csv\"| \"a\\\\b\" |#/dataset_definition/dataset_path: \"a\\b\" is not allowed",
                "\"sales/sales.csv\"| \"https://x\" |#/dataset_definition/dataset_path: \"https://x\" is not allowed",
                "\"sales/sales.csv\"| 7 |#/dataset_definition/dataset_path: a string is expected, found number",
                "\"dataset_name\"| \"dataset_nam\" |#/dataset_definition/dataset_name: missing",
                "\"dataset_path\": \"sales/sales.csv\"| \"dataset_path\": \"x\", \"type\": \"csv\" |#/dataset_definition/type: \"csv\" is not allowed: uri_file, uri_folder or mltable",
                "\"dataset_path\": \"sales/sales.csv\"| \"dataset_path\": \"x\", \"datastore\": \"gold\" |#/dataset_definition/datastore: \"gold\" is unknown, there are [silver]",
                "\"dataset_path\": \"sales/sales.csv\"| \"dataset_path\": \"x\", \"tags\": {\"a\": 1} |#/dataset_definition/tags/a: a string is expected",
                "\"dataset_path\": \"sales/sales.csv\"| \"dataset_path\": \"x\", \"colour\": \"red\" |#/dataset_definition/colour: unknown, there are [dataset_name, dataset_path, datastore, description, tags, type]",
                "\"adlsgen2_datastore_name\": \"silver\"| \"adlsgen2_datastore_name\": \"sil-ver\" |#/datastore_definition/adlsgen2_datastore_name: \"sil-ver\" is not allowed: letters, digits and '_'",
                "\"sourcedata\"| \"Source\" |#/datastore_definition/account_name: \"Source\" is not allowed: 3 to 24 lower-case letters and digits",
                "\"11111111-2222-3333-4444-555555555555\"| \"mine\" |#/workspace_definition/subscription_id: \"mine\" is not allowed: a GUID",
                "\"datastore_definition\"| \"datastore\" |#/datastore: unknown, there are [workspace_definition, datastore_definition, dataset_definition]",
                "\"datastore_definition\"| \"datastore\" |#/datastore_definition: missing",
            })
    void saysWhereAndWhatIsWrong(String part, String replacement, String message) {
        assertThatThrownBy(() -> Requests.read(Requests.BARE.replace(part, replacement)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("request.json" + message);
    }

    @Test
    void refusesEmptyListsAndNamesThatAreThereTwice() {
        assertThatThrownBy(() -> Requests.read("{\"datastore_definition\": [], \"dataset_definition\": [1]}"))
                .hasMessage(
                        "request.json#/datastore_definition: a list with at least one object is expected%n".formatted()
                                + "request.json#/dataset_definition/0: an object is expected");
        assertThatThrownBy(() -> Requests.read(Requests.ORIGINAL.replace("accounting_dataset", "sales_dataset")))
                .hasMessage("request.json#/dataset_definition: \"sales_dataset\" is there twice");
        assertThatThrownBy(() -> Requests.read(Requests.ORIGINAL.replace("ml-ws-2", "ml-ws-1")))
                .hasMessageEndingWith("/workspaces/ml-ws-1\" is there twice");
    }

    @Test
    void wantsADatastoreNamedWhereThereAreSeveral() {
        assertThatThrownBy(() -> Requests.read("""
                        {"datastore_definition": [
                          {"adlsgen2_datastore_name": "raw", "account_name": "source", "filesystem": "bronze"},
                          {"adlsgen2_datastore_name": "clean", "account_name": "source", "filesystem": "silver"}],
                         "dataset_definition": [{"dataset_name": "a", "dataset_path": "a.csv"}]}"""))
                .hasMessage(
                        "request.json#/dataset_definition/0/datastore: missing: with several datastores a dataset names"
                                + " its own, one of [raw, clean]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2", "{\"a\": 1} x", "{\"a\": 1, \"a\": 2}", "nothing"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Requests.read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("request.json");
    }

    @Test
    void survivesTenMegabytesOfNesting() {
        assertThatThrownBy(() -> Requests.read("[".repeat(10_000_000)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("nesting depth");
    }
}
