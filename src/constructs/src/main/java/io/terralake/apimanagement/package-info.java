/** API Management: the front door of HTTP APIs, which knows the callers and hides the backends. */
@NullMarked
package io.terralake.apimanagement;

import org.jspecify.annotations.NullMarked;
