package io.terralake.deployhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.declarations.FunctionPackage;
import io.terralake.declarations.HookDeclaration;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.declarations.ProcedureName;
import io.terralake.declarations.RepositoryPath;
import io.terralake.deployhook.database.DatabaseForms;
import io.terralake.deployhook.endpoints.EndpointForms;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import io.terralake.registration.input.JsonFields;
import io.terralake.registration.input.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a declaration. {@code deploy-hook.schema.json} says the same to editors, and a test compares the two. */
final class DeclarationFields {
    private static final Form STACK = Form.of("[\\w.-]{1,128}", 128, "1 to 128 letters, digits, '_', '.' and '-'");
    private static final Form PROCEDURE = Form.of(ProcedureName.REGEX, 261, ProcedureName.FORM);

    /** Files and folders below the repository. */
    private static final Form PATH = Form.of(RepositoryPath.REGEX, RepositoryPath.LONGEST, RepositoryPath.FORM);

    private static final Form PACKAGE = Form.of(FunctionPackage.FILE_REGEX, 1024, FunctionPackage.FILE_FORM);

    /** What stands for an id that was refused; nothing is done with it. */
    private static final String REFUSED = "";

    private DeclarationFields() {}

    /** @param stack whose output it is; null where the declaration says so itself */
    static Declared read(JsonNode value, Problems place, @Nullable String stack) {
        JsonNode version = value.path("version");
        if (value.isObject() && !(version.isInt() && version.intValue() == HookDeclaration.VERSION)) {
            place.field("version")
                    .add(
                            version.isMissingNode()
                                    ? "missing: a declaration for the hook has %d there%s"
                                            .formatted(HookDeclaration.VERSION, terraformAdvice(value))
                                    : "%s is not known, only %d: use the hook of the same release as the stacks"
                                            .formatted(JsonFields.shown(version), HookDeclaration.VERSION));
            return new Declared(place, REFUSED, empty());
        }
        HookDeclaration declaration =
                JsonFields.read(value, place, DeclarationFields::declaration).orElseGet(DeclarationFields::empty);
        return new Declared(place, owner(declaration, place, stack), declaration);
    }

    private static String terraformAdvice(JsonNode value) {
        return value.has("value") && value.has("sensitive")
                ? "; terraform output -json wraps it: give what is in \"value\", or the file of cdktf deploy --outputs-file"
                : "";
    }

    private static String owner(HookDeclaration declaration, Problems place, @Nullable String stack) {
        String owner = declaration.stack() == null ? stack : declaration.stack();
        if (owner != null) {
            STACK.problem(owner).ifPresent(place::add);
            return owner;
        }
        if (declaration.databases().stream()
                .anyMatch(database -> !database.users().isEmpty())) {
            place.field("stack").add("missing: the stack owns the users that are made for it");
        }
        return REFUSED;
    }

    private static HookDeclaration declaration(JsonFields fields) {
        fields.accept("version");
        String stack = fields.optional("stack", STACK).orElse(null);
        List<PrivateEndpointApproval> approvals =
                fields.objects("privateEndpointApprovals", DeclarationFields::approval);
        JsonFields.unique(approvals, PrivateEndpointApproval::endpoint, fields.at("privateEndpointApprovals"));
        List<FunctionPackage> packages = fields.objects("functionPackages", DeclarationFields::functionPackage);
        JsonFields.unique(packages, FunctionPackage::app, fields.at("functionPackages"));
        return new HookDeclaration(
                HookDeclaration.VERSION,
                stack,
                fields.objects("databases", DeclarationFields::database),
                fields.objects("registrations", DeclarationFields::registration),
                approvals,
                packages);
    }

    private static Database database(JsonFields fields) {
        List<DatabaseUser> users = fields.objects("users", DeclarationFields::user);
        JsonFields.unique(users, DatabaseUser::name, fields.at("users"));
        return new Database(
                fields.text("server", DatabaseForms.SERVER),
                fields.text("database", DatabaseForms.DATABASE),
                fields.optional("migrations", PATH).orElse(null),
                users);
    }

    private static DatabaseUser user(JsonFields fields) {
        String name = fields.text("name", DatabaseForms.USER);
        Optional<String> objectId = fields.optional("objectId", Forms.GUID);
        Optional<String> identityOf = fields.optional("identityOf", Forms.AZURE_ID);
        boolean group = fields.flag("group");
        if (fields.has("objectId") == fields.has("identityOf")) {
            fields.problem("one of objectId and identityOf is needed");
        } else if (group && !fields.has("objectId")) {
            fields.problem("group", "only with an objectId");
        }
        return new DatabaseUser(
                name,
                identityOf.isPresent() ? null : objectId.orElse(REFUSED),
                group,
                identityOf.orElse(null),
                fields.list("roles", DatabaseForms.ROLE),
                fields.list("execute", PROCEDURE));
    }

    private static DatasetRegistration registration(JsonFields fields) {
        return new DatasetRegistration(
                fields.list("workspaces", Forms.azureId("Microsoft.MachineLearningServices/workspaces")),
                fields.text("request", PATH));
    }

    private static PrivateEndpointApproval approval(JsonFields fields) {
        return new PrivateEndpointApproval(
                fields.text("endpoint", EndpointForms.ENDPOINT), fields.text("target", EndpointForms.TARGET));
    }

    private static FunctionPackage functionPackage(JsonFields fields) {
        return new FunctionPackage(
                fields.text("app", Forms.azureId("Microsoft.Web/sites")), fields.text("file", PACKAGE));
    }

    private static HookDeclaration empty() {
        return new HookDeclaration(HookDeclaration.VERSION, null, null, null, null, null);
    }
}
