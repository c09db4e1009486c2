package io.terralake.factory.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link FactoryContent}.
 *
 * @param factory the factory that gets everything
 * @param path the Git folder of a factory, the folder of an ARM template that one was exported to, or the template
 * @param parameters values of a template's parameters, by name; @default its defaults
 * @param replacements what differs from the files, such as a server in another environment; @default nothing
 * @param linkedServices those that stand for others, by the name that the files have for them; @default none
 * @param integrationRuntimes the names of those that stand for others, by the name that the files have for them; @default none
 * @param allowKeys whether keys and passwords are warnings only; they stand in Terraform's state;
 *     @default false, they are refused
 * @param withoutSynapse whether what belongs to Synapse only is left out, with what names it; @default false, it is refused
 */
@RecordBuilder
public record FactoryContentProps(
        IDataFactory factory,
        Path path,
        @Nullable Map<String, Object> parameters,
        @Nullable List<Replacement> replacements,
        @Nullable Map<String, LinkedService> linkedServices,
        @Nullable Map<String, String> integrationRuntimes,
        @Nullable Boolean allowKeys,
        @Nullable Boolean withoutSynapse) {

    public FactoryContentProps {
        parameters = Sorted.copyOrEmpty(parameters);
        replacements = RequiredFields.copyOrEmpty(replacements);
        linkedServices = Sorted.copyOrEmpty(linkedServices);
        integrationRuntimes = Sorted.copyOrEmpty(integrationRuntimes);
        allowKeys = allowKeys != null && allowKeys;
        withoutSynapse = withoutSynapse != null && withoutSynapse;
    }

    public static FactoryContentPropsBuilder builder() {
        return FactoryContentPropsBuilder.builder();
    }
}
