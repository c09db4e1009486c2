package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.settings.Environment;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import software.constructs.Construct;

public final class Reports extends PlatformStack {

    public Reports(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "reports", environment, landingZone.platform());
        SqlDatabase database = new SqlDatabase(
                this,
                "Database",
                SqlDatabaseProps.builder()
                        .server(landingZone.sqlServer())
                        .name("reports")
                        .build());
        database.grantRead(Principal.group("analysts", "11111111-2222-3333-4444-555555555555"));
    }
}
