/** What users write in projects of their own: nothing here sees more of the library than they do. */
@NullMarked
package io.terralake.usersown;

import org.jspecify.annotations.NullMarked;
