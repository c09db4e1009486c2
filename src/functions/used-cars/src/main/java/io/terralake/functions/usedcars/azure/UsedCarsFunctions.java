package io.terralake.functions.usedcars.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.terralake.functions.azure.HttpAnswers;
import java.util.Optional;

/**
 * The functions of the app. App Service has checked the caller's token (so there are no keys: the functions are anonymous to the host);
 * which role it has is checked here. {@code src/main/app} has a {@code function.json} for each, which a test compares.
 */
public final class UsedCarsFunctions {
    private static final Services SERVICES = new Services(System.getenv());

    /** Azure Functions makes one for each call. */
    public UsedCarsFunctions() {}

    /**
     * The API.
     *
     * @param request any below {@code v1}
     * @return the answer
     */
    @FunctionName("api")
    public HttpResponseMessage api(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "v1/{*path}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return HttpAnswers.answer(SERVICES.api(), request);
    }

    /**
     * The page's files.
     *
     * @param request for a file, or for the folder
     * @return the answer
     */
    @FunctionName("dashboard")
    public HttpResponseMessage dashboard(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "dashboard/{file?}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return HttpAnswers.answer(SERVICES.page(), request);
    }

    /**
     * Makes listings.
     *
     * @param request says how many
     * @return the answer
     */
    @FunctionName("listings")
    public HttpResponseMessage listings(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "listings",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return HttpAnswers.answer(SERVICES.listings(), request);
    }
}
