package io.terralake.usersown;

import io.terralake.factory.Dataset;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.Parameter;
import java.util.Map;
import software.constructs.Construct;

/** A dataset of a user's own, with parameters. */
final class Pages extends Construct implements Dataset {
    private final LinkedService service;

    Pages(Construct scope, String id, LinkedService service) {
        super(scope, id);
        this.service = service;
    }

    @Override
    public IDataFactory factory() {
        return service.factory();
    }

    @Override
    public String datasetName() {
        return "Pages";
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("page", Parameter.integer(), "size", Parameter.integer(100));
    }
}
