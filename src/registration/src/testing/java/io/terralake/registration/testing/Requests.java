package io.terralake.registration.testing;

import io.terralake.registration.RegistrationRequest;
import io.terralake.registration.RequestReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Registration requests. */
public final class Requests {
    /** As the reference system documents it, with its three lists, spaces and all. */
    public static final String ORIGINAL = """
            {
                "workspace_definition" : [{
                    "workspace_name" : "ml-ws-1",
                    "subscription_id" : "11111111-2222-3333-4444-555555555555",
                    "resource_group" : "test"
                    },
                    {
                    "workspace_name" : "ml-ws-2",
                    "subscription_id" : "11111111-2222-3333-4444-555555555555",
                    "resource_group" : "test"
                    }],
                "datastore_definition" : [{
                    "adlsgen2_datastore_name" : "silver",
                    "account_name" : "sourcedata",
                    "filesystem" : "silver"
                    }],

                "dataset_definition" : [{
                    "dataset_name" : "accounting_dataset",
                    "dataset_path" : "accounting/accounting_data.csv"
                    },
                    {
                    "dataset_name" : "sales_dataset",
                    "dataset_path" : "sales/sales_data.csv"
                    }]
            }
            """;

    /** The same, each list with one element as a bare object, in one workspace. */
    public static final String BARE = """
            {
              "workspace_definition": {"workspace_name": "ml-ws-1",
                "subscription_id": "11111111-2222-3333-4444-555555555555", "resource_group": "test"},
              "datastore_definition": {"adlsgen2_datastore_name": "silver", "account_name": "sourcedata", "filesystem": "silver"},
              "dataset_definition": {"dataset_name": "sales", "dataset_path": "sales/sales.csv"}
            }
            """;

    private Requests() {}

    /** Many datasets in many workspaces, for benchmarks. */
    public static String many(List<String> workspaces, int datasets) {
        String where = workspaces.stream().map(name -> """
                        {"workspace_name": "%s", "subscription_id": "11111111-2222-3333-4444-555555555555", \
                        "resource_group": "test"}""".formatted(name)).collect(Collectors.joining(","));
        String what = IntStream.range(0, datasets)
                .mapToObj("{\"dataset_name\": \"set%1$d\", \"dataset_path\": \"%1$d.csv\"}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"datastore_definition": {"adlsgen2_datastore_name": "silver", "account_name": "sourcedata", \
                "filesystem": "silver"}, "workspace_definition": [%s], "dataset_definition": [%s]}""".formatted(where, what);
    }

    public static RegistrationRequest read(String text) {
        return RequestReader.read("request.json", text);
    }
}
