package io.terralake.core;

import com.hashicorp.cdktf.LocalExecProvisioner;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.declarations.FunctionPackage;
import io.terralake.declarations.HookDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs the deploy hook inside {@code cdktf deploy}, on the machine that Terraform runs on, whenever what it has to do or a
 * file that it reads has changed. The hook's JAR must have been built.
 */
final class HookProvisioner extends StackPart {
    private static final String JAR = "src/deploy-hook/target/deploy-hook.jar";

    /** @param json the declaration as the hook is given it */
    HookProvisioner(PlatformStack stack, HookDeclaration declaration, String json) {
        super(stack, "DeployHook");
        Map<String, Object> triggers = new TreeMap<>();
        for (Database database : Objects.requireNonNull(declaration.databases())) {
            if (database.migrations() != null) {
                triggers.put(TerraformText.literal(database.migrations()), folderHash(stack, database.migrations()));
            }
        }
        Stream.concat(
                        Objects.requireNonNull(declaration.registrations()).stream()
                                .map(DatasetRegistration::request),
                        Objects.requireNonNull(declaration.functionPackages()).stream()
                                .map(FunctionPackage::file))
                .forEach(file -> triggers.put(
                        TerraformText.literal(file),
                        "${filesha256(\"%s\")}".formatted(TerraformText.inQuotes(stack.repository() + file))));
        triggers.put("declaration", TerraformText.literal(json));
        // CDKTF's DataResource would ask Terraform for its version at every synth, and fail without Terraform.
        TerraformResource run = new TerraformResource(
                this,
                "Resource",
                TerraformResourceConfig.builder()
                        .terraformResourceType("terraform_data")
                        .provisioners(List.of(LocalExecProvisioner.builder()
                                .type("local-exec")
                                .command("java -jar " + JAR)
                                .workingDir(stack.repository())
                                .environment(Map.of("TERRALAKE_DEPLOYMENT", TerraformText.literal(json)))
                                .build()))
                        .build());
        run.addOverride("triggers_replace", triggers);
    }

    /** A hash of all scripts of a folder, which Terraform computes when it plans. */
    private static String folderHash(PlatformStack stack, String folder) {
        String path = TerraformText.inQuotes(stack.repository() + folder);
        return "${sha256(join(\"\", [for script in sort(fileset(\"%1$s\", \"*.sql\")) : filesha256(\"%1$s/${script}\")]))}"
                .formatted(path);
    }
}
