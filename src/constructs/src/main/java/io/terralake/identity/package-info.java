/** Who may do what: principals, roles and the grants that join them. */
@NullMarked
package io.terralake.identity;

import org.jspecify.annotations.NullMarked;
