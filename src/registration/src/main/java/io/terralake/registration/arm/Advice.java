package io.terralake.registration.arm;

/**
 * What whoever reads a refusal can do about it, which depends on the program that calls ARM.
 *
 * @param login what helps against a token that was refused, such as {@code log in again}
 * @param later what helps when ARM is busy, such as {@code run the hook again later}
 */
public record Advice(String login, String later) {}
