package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.NamedReferences;
import io.terralake.factory.json.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.constructs.Construct;

/** Something in a factory that is written as JSON. */
abstract class JsonArtifact extends StackPart implements FactoryArtifact {
    private final IDataFactory factory;
    private final ObjectNode properties;
    private final String name;

    /**
     * @param props what the construct was given
     * @throws ConstructException with every mistake in the JSON
     */
    JsonArtifact(Construct scope, String id, ArtifactKind kind, Record props, Written written) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = written.factory();
        this.properties = written.properties();
        // The content of a factory was checked as a whole.
        if (!(scope instanceof FactoryContent)) {
            check(kind, written);
        }
        this.name = ArtifactName.claimAsIs(this, factory, kind, written.name());
    }

    @Override
    public final IDataFactory factory() {
        return factory;
    }

    final ObjectNode properties() {
        return properties;
    }

    final String givenName() {
        return name;
    }

    /** Lets its resource wait for what the JSON names. */
    final void order(TerraformResource resource) {
        NamedReferences.wait(this, factory, resource, properties);
    }

    /**
     * The resource, by the JSON as it is. Microsoft's schema does not look at it: the service takes more than the schema says, such
     * as names of types in any letter case.
     */
    final AzapiResource resource(String type) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", properties);
        AzapiResource resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type("Microsoft.DataFactory/factories/%s@2018-06-01".formatted(type))
                        .name(name)
                        .parentId(factory.factoryId())
                        .body(body)
                        .schemaValidation(false)
                        .ignoreCasing(true)
                        .build());
        order(resource);
        return resource;
    }

    private void check(ArtifactKind kind, Written written) {
        List<Finding> findings = new ArrayList<>();
        Artifact artifact = new Artifact(kind, written.name(), "", "", properties);
        ArtifactChecks.check(artifact, factory.globalParameters(), written.allowKeys(), findings);
        String errors = findings.stream()
                .filter(finding -> !finding.warning())
                .map(Finding::toString)
                .collect(Collectors.joining("; "));
        if (!errors.isEmpty()) {
            throw new ConstructException(this, "%s \"%s\": %s".formatted(kind.label(), written.name(), errors));
        }
        findings.forEach(finding ->
                Annotations.of(this).addWarning("%s \"%s\": %s".formatted(kind.label(), written.name(), finding)));
    }
}
