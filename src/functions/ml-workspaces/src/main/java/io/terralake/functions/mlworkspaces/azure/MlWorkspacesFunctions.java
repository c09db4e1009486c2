package io.terralake.functions.mlworkspaces.azure;

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
import io.terralake.functions.mlworkspaces.RegistrationsApi;
import java.util.Optional;

/**
 * The functions of the app. {@code src/main/app} has a {@code function.json} for each, which a test compares. App Service has checked the
 * token of who calls; which role it has is checked here.
 */
public final class MlWorkspacesFunctions {
    private static final Services SERVICES = new Services(System.getenv());

    /** Azure Functions makes one for each call. */
    public MlWorkspacesFunctions() {}

    /**
     * Registers datasets, or says how it went.
     *
     * @param request {@code POST /send_data} or {@code GET /send_data/<id>}
     * @param accepted gets the id of what is carried out later; the caller has no answer before the host has put it into the queue
     * @return the answer
     */
    @FunctionName("send_data")
    public HttpResponseMessage sendData(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.POST, HttpMethod.GET},
                            route = "send_data/{id?}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @QueueOutput(name = "accepted", queueName = "registrations", connection = "AzureWebJobsStorage")
                    OutputBinding<String> accepted) {
        return HttpAnswers.answer(RegistrationsApi.guarded(() -> SERVICES.api(accepted::setValue)), request);
    }

    /**
     * Carries out what was accepted. When it throws, the host gives the message again later.
     *
     * @param message the id of a request
     * @param poison gets the message and what is wrong, when it will never be right
     */
    @FunctionName("register")
    public void register(
            @QueueTrigger(name = "message", queueName = "registrations", connection = "AzureWebJobsStorage")
                    String message,
            @QueueOutput(name = "poison", queueName = "registrations-poison", connection = "AzureWebJobsStorage")
                    OutputBinding<String> poison) {
        SERVICES.handler().handle(message).ifPresent(poison::setValue);
    }
}
