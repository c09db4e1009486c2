package io.terralake.functions.usedcars.azure;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.OdometerClass;
import io.terralake.functions.usedcars.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries of Cosmos DB, where {@code id} is the day. Their texts are made of constants only: every value is a parameter. */
final class CosmosQueries {
    private static final String CAR =
            "c.Rego, c.Brand, c.Model, c.Trim, c.Year, c.Odometer, c.Price, c[\"Date listed\"],"
                    + " c[\"Date removed\"], c.Turnover";
    private static final String CLASS = "FLOOR(c.Odometer / %d)".formatted(OdometerClass.WIDTH);

    private final List<String> conditions = new ArrayList<>();
    private final List<SqlParameter> parameters = new ArrayList<>();

    private CosmosQueries(Filters filters) {
        where("c.Brand = @brand", "@brand", filters.brand());
        where("c.Model = @model", "@model", filters.model());
        where("c.Year = @year", "@year", filters.year());
        where("c.Price >= @minPrice", "@minPrice", filters.minPrice());
        where("c.Price <= @maxPrice", "@maxPrice", filters.maxPrice());
    }

    /** Needs the composite index of {@code /Rego} and {@code /id}, both ascending. */
    static SqlQuerySpec listings(Filters filters, @Nullable Position after, int most) {
        CosmosQueries query = new CosmosQueries(filters);
        query.parameters.add(new SqlParameter("@most", most));
        if (after != null) {
            query.conditions.add("(c.Rego > @rego OR (c.Rego = @rego AND c.id > @listed))");
            query.parameters.add(new SqlParameter("@rego", after.rego()));
            query.parameters.add(new SqlParameter("@listed", after.listed()));
        }
        return query.select("TOP @most " + CAR, "ORDER BY c.Rego, c.id");
    }

    static SqlQuerySpec lastListing(String rego) {
        CosmosQueries query = new CosmosQueries(Filters.NONE);
        query.where("c.Rego = @rego", "@rego", rego);
        return query.select("TOP 1 " + CAR, "ORDER BY c.id DESC");
    }

    static SqlQuerySpec turnover(Filters filters) {
        return new CosmosQueries(filters)
                .select(
                        "c.Brand AS brand, c.Model AS model, COUNT(1) AS listings, SUM(c.Turnover) AS days",
                        "GROUP BY c.Brand, c.Model");
    }

    static SqlQuerySpec prices(Filters filters) {
        return new CosmosQueries(filters)
                .select(
                        CLASS + " AS class, COUNT(1) AS listings, SUM(c.Price) AS prices,"
                                + " MIN(c.Price) AS lowestPrice, MAX(c.Price) AS highestPrice",
                        "GROUP BY " + CLASS);
    }

    static SqlQuerySpec days(Filters filters) {
        return new CosmosQueries(filters)
                .select("c[\"Date listed\"] AS date, COUNT(1) AS listings", "GROUP BY c[\"Date listed\"]");
    }

    static SqlQuerySpec choices() {
        return new CosmosQueries(Filters.NONE)
                .select("c.Brand AS brand, c.Model AS model, c.Year AS year", "GROUP BY c.Brand, c.Model, c.Year");
    }

    private void where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.add(new SqlParameter(parameter, value));
        }
    }

    private SqlQuerySpec select(String what, String end) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new SqlQuerySpec("SELECT %s FROM c%s %s".formatted(what, where, end), parameters);
    }
}
