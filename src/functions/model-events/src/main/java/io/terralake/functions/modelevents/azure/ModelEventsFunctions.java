package io.terralake.functions.modelevents.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.terralake.functions.azure.HttpAnswers;
import io.terralake.functions.modelevents.EventsApi;
import java.util.List;
import java.util.Optional;

/**
 * The functions of the app. {@code src/main/app} has a {@code function.json} for each, which a test compares. App Service has checked the
 * token of who calls over HTTP; which role it has is checked here.
 */
public final class ModelEventsFunctions {
    private static final Services SERVICES = new Services(System.getenv());

    /** Azure Functions makes one for each call. */
    public ModelEventsFunctions() {}

    /**
     * Handles a message of the queue. When it throws, the host gives the message again later.
     *
     * @param message an event
     * @param poison gets the message and what is wrong, when it will never be right
     */
    @FunctionName("dispatch")
    public void dispatch(
            @QueueTrigger(name = "message", queueName = "%EVENTS_QUEUE%", connection = "EVENTS") String message,
            @QueueOutput(name = "poison", queueName = "%EVENTS_POISON_QUEUE%", connection = "EVENTS")
                    OutputBinding<String> poison) {
        SERVICES.handler().handle(message).ifPresent(poison::setValue);
    }

    /**
     * Takes events of those who subscribe by webhook.
     *
     * @param request with one event, or with a list of them
     * @param accepted gets those that are right; the caller has no answer before the host has put them into the queue
     * @return the answer
     */
    @FunctionName("events")
    public HttpResponseMessage events(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.POST, HttpMethod.OPTIONS},
                            route = "events",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @QueueOutput(name = "accepted", queueName = "%EVENTS_QUEUE%", connection = "EVENTS")
                    OutputBinding<List<String>> accepted) {
        return HttpAnswers.answer(
                new EventsApi(accepted::setValue).forRole(EventsApi.ROLE).guarded(), request);
    }
}
