package io.terralake.sql;

import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A server that is managed elsewhere. */
final class ImportedSqlServer extends StackPart implements ISqlServer {
    private final ImportedId server;

    ImportedSqlServer(Construct scope, String id, String serverId) {
        super(scope, id);
        this.server = new ImportedId(this, serverId, "Microsoft.Sql/servers");
    }

    @Override
    public String serverId() {
        return server.toString();
    }

    @Override
    public String host() {
        return server.name(0) + ".database.windows.net";
    }
}
