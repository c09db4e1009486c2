package io.terralake.deployhook.database;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The checked scripts, as Flyway reads them: nothing else that may lie in the folder, such as settings of a script. */
final class ScriptResources implements ResourceProvider {
    private final Scripts scripts;

    ScriptResources(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.find(name).map(ScriptResource::new).orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<String> endings = List.of(suffixes);
        return scripts.scripts().stream()
                .filter(script ->
                        script.name().startsWith(prefix) && endings.stream().anyMatch(script.name()::endsWith))
                .<LoadableResource>map(ScriptResource::new)
                .toList();
    }

    private static final class ScriptResource extends LoadableResource {
        private final Script script;

        ScriptResource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
