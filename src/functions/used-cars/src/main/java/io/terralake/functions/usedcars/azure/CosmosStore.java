package io.terralake.functions.usedcars.azure;

import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.ThrottlingRetryOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlQuerySpec;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.usedcars.Car;
import io.terralake.functions.usedcars.Choices;
import io.terralake.functions.usedcars.Day;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.ModelTurnover;
import io.terralake.functions.usedcars.OdometerClass;
import io.terralake.functions.usedcars.Position;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.StoreException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Listings in a container of Cosmos DB, whose partition key is {@code /Rego} and whose items have the day as their id. */
final class CosmosStore implements Store {
    /** A caller waits: the service's refusals for want of throughput are his to try again. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final CosmosContainer container;

    CosmosStore(CosmosContainer container) {
        this.container = container;
    }

    /**
     * A container, by the identity that {@code DefaultAzureCredential} finds.
     *
     * @throws StoreException when the account cannot be reached
     */
    static CosmosStore open(String endpoint, String database, String container) {
        try {
            return new CosmosStore(new CosmosClientBuilder()
                    .endpoint(endpoint)
                    .credential(new DefaultAzureCredentialBuilder().build())
                    // One port, which a private endpoint and a firewall let through, and quicker to open than one for
                    // each replica.
                    .gatewayMode()
                    .throttlingRetryOptions(new ThrottlingRetryOptions().setMaxRetryWaitTime(LONGEST_WAIT))
                    .buildClient()
                    .getDatabase(database)
                    .getContainer(container));
        } catch (RuntimeException e) {
            throw new StoreException("%s cannot be reached".formatted(endpoint), e);
        }
    }

    @Override
    public List<Car> listings(Filters filters, @Nullable Position after, int most) {
        return query(CosmosQueries.listings(filters, after, most), new CosmosQueryRequestOptions(), Car.class);
    }

    @Override
    public Optional<Car> lastListing(String rego) {
        CosmosQueryRequestOptions partition = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(rego));
        return query(CosmosQueries.lastListing(rego), partition, Car.class).stream()
                .findFirst();
    }

    @Override
    public List<ModelTurnover> turnover(Filters filters) {
        return groups(CosmosQueries.turnover(filters)).stream()
                .map(group -> new ModelTurnover(
                        group.path("brand").asText(),
                        group.path("model").asText(),
                        group.path("listings").asInt(),
                        group.path("days").asLong()))
                .sorted(ModelTurnover.ORDER)
                .toList();
    }

    @Override
    public List<OdometerClass> prices(Filters filters) {
        return groups(CosmosQueries.prices(filters)).stream()
                .map(group -> new OdometerClass(
                        group.path("class").asInt() * OdometerClass.WIDTH,
                        group.path("listings").asInt(),
                        group.path("prices").asLong(),
                        group.path("lowestPrice").asInt(),
                        group.path("highestPrice").asInt()))
                .sorted(Comparator.comparing(OdometerClass::odometer))
                .toList();
    }

    @Override
    public List<Day> days(Filters filters) {
        return groups(CosmosQueries.days(filters)).stream()
                .map(group -> new Day(
                        group.path("date").asText(), group.path("listings").asInt()))
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }

    @Override
    public Choices choices() {
        Choices.Builder choices = new Choices.Builder();
        groups(CosmosQueries.choices())
                .forEach(group -> choices.add(
                        group.path("brand").asText(),
                        group.path("model").asText(),
                        group.path("year").asInt()));
        return choices.build();
    }

    private List<JsonNode> groups(SqlQuerySpec query) {
        return query(query, new CosmosQueryRequestOptions(), JsonNode.class);
    }

    private <T> List<T> query(SqlQuerySpec query, CosmosQueryRequestOptions options, Class<T> type) {
        try {
            return container.queryItems(query, options, type).stream().toList();
        } catch (RuntimeException e) {
            // The client's own exceptions, those of the login, of a wait that took too long.
            throw new StoreException("the container %s cannot be read".formatted(container.getId()), e);
        }
    }
}
