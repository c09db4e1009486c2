package io.terralake.functions.http;

/**
 * What is wrong at a place of a request's body.
 *
 * @param pointer where, after <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 * @param detail what is wrong, the given value, what is allowed
 */
public record Mistake(String pointer, String detail) {}
