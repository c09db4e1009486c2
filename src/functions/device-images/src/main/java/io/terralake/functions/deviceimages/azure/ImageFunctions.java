package io.terralake.functions.deviceimages.azure;

import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;

/** The function of the app. {@code src/main/app} has a {@code function.json} for it, which a test compares. */
public final class ImageFunctions {
    private static final Services SERVICES = new Services(System.getenv());

    /** Azure Functions makes one for each call. */
    public ImageFunctions() {}

    /**
     * Handles a message of the queue. When it throws, the host gives the message again later.
     *
     * @param message an event of Event Grid
     * @param poison gets the message and what is wrong, when it will never be right
     */
    @FunctionName("images")
    public void images(
            @QueueTrigger(name = "message", queueName = "%IMAGES_QUEUE%", connection = "IMAGES") String message,
            @QueueOutput(name = "poison", queueName = "%IMAGES_POISON_QUEUE%", connection = "IMAGES")
                    OutputBinding<String> poison) {
        SERVICES.handler().handle(message).ifPresent(poison::setValue);
    }
}
