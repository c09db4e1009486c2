package io.terralake.storage;

import io.terralake.core.AzureResource;
import io.terralake.core.ConstructException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.constructs.Construct;

/** A lake that is managed elsewhere, known by the id of its storage account. */
final class ImportedDataLake extends AbstractDataLake {
    private static final Pattern ACCOUNT_ID = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Storage/storageAccounts/([^/]+)",
            Pattern.CASE_INSENSITIVE);

    private final String accountId;
    private final String accountName;

    ImportedDataLake(Construct scope, String id, String accountId, String... zones) {
        super(scope, id);
        Matcher matcher = ACCOUNT_ID.matcher(accountId);
        if (!matcher.matches()) {
            throw new ConstructException(
                    this,
                    ("\"%s\" is not the id of a storage account: /subscriptions/<id>/resourceGroups/<name>/providers"
                                    + "/Microsoft.Storage/storageAccounts/<name>")
                            .formatted(accountId));
        }
        this.accountId = accountId;
        this.accountName = stack().nameOf(this, AzureResource.STORAGE_ACCOUNT, matcher.group(1));
        for (String zone : zones) {
            requireNew(zone);
            register(Zone.existing(this, stack().nameOf(this, AzureResource.CONTAINER, zone)));
        }
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return accountName;
    }

    @Override
    public String dfsHost() {
        return accountName + ".dfs.core.windows.net";
    }
}
