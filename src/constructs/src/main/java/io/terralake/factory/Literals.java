package io.terralake.factory;

import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Text that is somebody's own, for azurerm's resources: Terraform takes it literally. */
public final class Literals {
    private Literals() {}

    public static @Nullable String of(@Nullable String text) {
        return text == null ? null : TerraformText.literal(text);
    }

    public static List<String> of(List<String> texts) {
        return texts.stream().map(TerraformText::literal).toList();
    }

    /** Names and values; null for none, which is what azurerm wants. */
    public static @Nullable Map<String, String> of(Map<String, String> texts) {
        Map<String, String> literals = new TreeMap<>();
        texts.forEach((name, text) -> literals.put(TerraformText.literal(name), TerraformText.literal(text)));
        return literals.isEmpty() ? null : literals;
    }
}
