package io.terralake.settings;

/** A stack's section of the settings, with rules that look at what every environment has. */
public interface SectionSettings {

    /**
     * Reports what does not go with the rest of the settings; pointers are relative to this section, and
     * {@link Problems#atRoot} leads out of it. It is asked only when
     * both are well-formed.
     */
    void check(EnvironmentSettings settings, Problems problems);
}
