package com.example.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.CustomLinkedService;
import io.terralake.factory.CustomLinkedServiceProps;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import software.constructs.Construct;

/** A factory's connection to a search service, as the factory's identity. */
public final class SearchLinkedService extends Construct implements LinkedService {
    private final LinkedService rest;
    private final SearchService search;

    public SearchLinkedService(Construct scope, String id, IDataFactory factory, SearchService search) {
        super(scope, id);
        this.search = search;
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("url", search.endpoint());
        properties.put("authenticationType", "ManagedServiceIdentity").put("aadResourceId", "https://search.azure.com");
        this.rest = new CustomLinkedService(
                this,
                "Rest",
                CustomLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Search")
                        .type("RestService")
                        .typeProperties(properties)
                        .build());
    }

    @Override
    public IDataFactory factory() {
        return rest.factory();
    }

    @Override
    public String linkedServiceName() {
        return rest.linkedServiceName();
    }

    SearchService search() {
        return search;
    }
}
