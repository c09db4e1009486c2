package io.terralake.functions.usedcars.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.SqlQuerySpec;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.Position;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CosmosQueriesTests {
    private static final Filters ALL = new Filters("' OR 1=1 --", "@brand", 2020, 1, 2);
    private static final String CAR =
            "c.Rego, c.Brand, c.Model, c.Trim, c.Year, c.Odometer, c.Price, c[\"Date listed\"],"
                    + " c[\"Date removed\"], c.Turnover";
    private static final String WHERE = "WHERE c.Brand = @brand AND c.Model = @model AND c.Year = @year"
            + " AND c.Price >= @minPrice AND c.Price <= @maxPrice";
    private static final String VALUES = "{@brand=' OR 1=1 --, @model=@brand, @year=2020, @minPrice=1, @maxPrice=2}";

    @Test
    void listingsBeginAfterAPlace() {
        assertThat(text(CosmosQueries.listings(ALL, new Position("AAA111", "2020-01-01"), 26)))
                .isEqualTo("SELECT TOP @most " + CAR + " FROM c " + WHERE
                        + " AND (c.Rego > @rego OR (c.Rego = @rego AND c.id > @listed)) ORDER BY c.Rego, c.id"
                        + " {@brand=' OR 1=1 --, @model=@brand, @year=2020, @minPrice=1, @maxPrice=2, @most=26,"
                        + " @rego=AAA111, @listed=2020-01-01}");
        assertThat(text(CosmosQueries.listings(Filters.NONE, null, 1)))
                .isEqualTo("SELECT TOP @most " + CAR + " FROM c ORDER BY c.Rego, c.id {@most=1}");
    }

    @Test
    void aCarsLastListing() {
        assertThat(text(CosmosQueries.lastListing("AAA111")))
                .isEqualTo("SELECT TOP 1 " + CAR + " FROM c WHERE c.Rego = @rego ORDER BY c.id DESC {@rego=AAA111}");
    }

    @Test
    void figuresAreMadeByTheService() {
        assertThat(List.of(
                        text(CosmosQueries.turnover(ALL)),
                        text(CosmosQueries.prices(ALL)),
                        text(CosmosQueries.days(ALL)),
                        text(CosmosQueries.choices())))
                .containsExactly(
                        "SELECT c.Brand AS brand, c.Model AS model, COUNT(1) AS listings, SUM(c.Turnover) AS days FROM c "
                                + WHERE + " GROUP BY c.Brand, c.Model " + VALUES,
                        "SELECT FLOOR(c.Odometer / 10000) AS class, COUNT(1) AS listings, SUM(c.Price) AS prices,"
                                + " MIN(c.Price) AS lowestPrice, MAX(c.Price) AS highestPrice FROM c " + WHERE
                                + " GROUP BY FLOOR(c.Odometer / 10000) " + VALUES,
                        "SELECT c[\"Date listed\"] AS date, COUNT(1) AS listings FROM c " + WHERE
                                + " GROUP BY c[\"Date listed\"] " + VALUES,
                        "SELECT c.Brand AS brand, c.Model AS model, c.Year AS year FROM c"
                                + " GROUP BY c.Brand, c.Model, c.Year {}");
    }

    private static String text(SqlQuerySpec query) {
        return query.getQueryText()
                + query.getParameters().stream()
                        .map(parameter -> parameter.getName() + "=" + parameter.getValue(Object.class))
                        .collect(Collectors.joining(", ", " {", "}"));
    }
}
