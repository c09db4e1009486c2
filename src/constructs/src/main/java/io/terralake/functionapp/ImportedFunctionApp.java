package io.terralake.functionapp;

import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A function app that is managed elsewhere. */
final class ImportedFunctionApp extends StackPart implements IFunctionApp {
    private final ImportedId imported;

    ImportedFunctionApp(Construct scope, String id, String functionAppId) {
        super(scope, id);
        this.imported = new ImportedId(this, functionAppId, "Microsoft.Web/sites");
    }

    @Override
    public String functionAppId() {
        return imported.toString();
    }

    @Override
    public String hostName() {
        return imported.name(0) + ".azurewebsites.net";
    }
}
