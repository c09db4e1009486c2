package io.terralake.functions.usedcars;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what the OpenAPI document {@code stacks/used-cars/api/openapi.json} describes, below {@code /v1}. */
public final class Api implements Handler {
    /** The role that callers need in Azure. */
    public static final String ROLE = "Listings.Read";

    private static final Pattern REGO = Pattern.compile("[A-Z]{3}[0-9]{3}");
    private static final int LONGEST_TOKEN = 4096;
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 100;
    private static final List<String> PAGE_NAMES = Stream.concat(
                    Filters.NAMES.stream(), Stream.of("limit", "continuationToken"))
            .toList();
    private static final List<String> NAMES_OF_BRAND =
            Filters.NAMES.stream().filter(name -> !name.equals("brand")).toList();

    private final Supplier<Store> store;

    /**
     * An API over listings.
     *
     * @param store gives where they are, each time; may throw {@link StoreException}
     */
    public Api(Supplier<Store> store) {
        this.store = store;
    }

    /**
     * A page of listings.
     *
     * @param items by registration and day
     * @param continuationToken for the next one; none on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CarPage(List<Car> items, @Nullable String continuationToken) {}

    private record Items(List<?> items) {}

    private record Turnover(String model, int listings, double averageTurnover) {}

    private record BrandTurnover(String brand, int listings, double averageTurnover, List<Turnover> models) {}

    @Override
    public Response handle(Request request) {
        request.requireMethod("GET");
        List<String> path = request.path();
        try {
            return Response.json(answer(request, path.subList(1, path.size())));
        } catch (StoreException e) {
            throw ProblemException.unavailable("the listings cannot be read just now", e);
        }
    }

    private Object answer(Request request, List<String> path) {
        if (path.isEmpty()) {
            return NOTHING.handle(request);
        }
        return switch (path.get(0) + path.size()) {
            case "cars1" -> page(request);
            case "cars2" -> car(request, path.get(1));
            case "brands3" -> path.get(2).equals("turnover") ? brand(request, path.get(1)) : NOTHING.handle(request);
            case "statistics2" -> statistics(request, path.get(1));
            default -> NOTHING.handle(request);
        };
    }

    private Object statistics(Request request, String name) {
        return switch (name) {
            case "turnover" -> items(request, Store::turnover);
            case "prices" -> items(request, Store::prices);
            case "days" -> items(request, Store::days);
            case "choices" -> {
                Parameters.of(request, List.of()).throwIfAny();
                yield store.get().choices();
            }
            default -> NOTHING.handle(request);
        };
    }

    private Items items(Request request, BiFunction<Store, Filters, List<?>> figures) {
        Parameters parameters = Parameters.of(request, Filters.NAMES);
        Filters filters = Filters.read(parameters);
        parameters.throwIfAny();
        return new Items(figures.apply(store.get(), filters));
    }

    private CarPage page(Request request) {
        Parameters parameters = Parameters.of(request, PAGE_NAMES);
        Filters filters = Filters.read(parameters);
        int limit = Objects.requireNonNullElse(parameters.integer("limit", 1, LARGEST_PAGE), PAGE);
        Position after = after(parameters, filters);
        parameters.throwIfAny();
        // One more than the page has tells whether there is another.
        List<Car> cars = store.get().listings(filters, after, limit + 1);
        if (cars.size() <= limit) {
            return new CarPage(cars, null);
        }
        List<Car> items = cars.subList(0, limit);
        return new CarPage(items, PageToken.write(Position.of(items.get(limit - 1)), filters));
    }

    private static @Nullable Position after(Parameters parameters, Filters filters) {
        String token = parameters.text("continuationToken", LONGEST_TOKEN);
        if (token == null) {
            return null;
        }
        return PageToken.read(token, filters).orElseGet(() -> {
            parameters.refuse(
                    "continuationToken",
                    "\"%s\" is not allowed: the token of the page before, with the same filters"
                            .formatted(Parameters.quoted(token)));
            return null;
        });
    }

    private Car car(Request request, String rego) {
        Parameters parameters = Parameters.of(request, List.of());
        if (!REGO.matcher(rego).matches()) {
            parameters.refuse(
                    "rego",
                    "\"%s\" is not allowed: three letters A to Z and three digits".formatted(Parameters.quoted(rego)));
        }
        parameters.throwIfAny();
        return store.get()
                .lastListing(rego)
                .orElseThrow(() -> ProblemException.notFound("there is no car %s".formatted(rego)));
    }

    private BrandTurnover brand(Request request, String brand) {
        Parameters parameters = Parameters.of(request, NAMES_OF_BRAND).with("brand", brand);
        Filters filters = Filters.read(parameters);
        parameters.throwIfAny();
        List<ModelTurnover> models = store.get().turnover(filters);
        if (models.isEmpty() && store.get().turnover(Filters.ofBrand(brand)).isEmpty()) {
            throw ProblemException.notFound("there is no brand \"%s\"".formatted(Parameters.quoted(brand)));
        }
        int listings = models.stream().mapToInt(ModelTurnover::listings).sum();
        long days = models.stream().mapToLong(ModelTurnover::days).sum();
        return new BrandTurnover(
                brand,
                listings,
                listings == 0 ? 0 : (double) days / listings,
                models.stream()
                        .map(model -> new Turnover(model.model(), model.listings(), model.averageTurnover()))
                        .toList());
    }
}
