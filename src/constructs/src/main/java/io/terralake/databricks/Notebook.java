package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.notebook.NotebookConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/** A notebook of the repository in a workspace. A new version of the source overwrites what somebody changed there. */
public final class Notebook extends StackPart {
    private final com.hashicorp.cdktf.providers.databricks.notebook.Notebook resource;

    /** @throws ConstructException when the path or the source has another form */
    public Notebook(Construct scope, String id, NotebookProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspacePath.check(this, props.path(), props.source());
        NotebookLanguage language = NotebookLanguage.of(props.source())
                .orElseThrow(() -> new ConstructException(
                        this,
                        "source \"%s\" is not allowed: its name ends with one of %s"
                                .formatted(props.source(), NotebookLanguage.endings())));
        WorkspaceProvider.configure(this, props.workspace());
        this.resource = new com.hashicorp.cdktf.providers.databricks.notebook.Notebook(
                this,
                "Resource",
                NotebookConfig.builder()
                        .path(TerraformText.literal(props.path()))
                        .language(language.name())
                        .contentBase64(content(props))
                        .build());
    }

    /** Its path in the workspace, as a token that makes who uses it wait for it. */
    public String path() {
        return resource.getPath();
    }

    /** Terraform reads the file, so that a synth does not depend on what is in it. */
    private String content(NotebookProps props) {
        String text = "file(\"%s\")"
                .formatted(TerraformText.inQuotes(PlatformStack.of(this).repository() + props.source()));
        for (Map.Entry<String, String> value :
                Objects.requireNonNull(props.values()).entrySet()) {
            text = "replace(%s, \"{{%s}}\", \"%s\")"
                    .formatted(text, value.getKey(), TerraformText.inQuotes(value.getValue()));
        }
        return "${base64encode(%s)}".formatted(text);
    }
}
