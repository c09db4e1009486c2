/** JSON that a factory is made of, whoever wrote it: what it names, and what is wrong with it and where. */
@NullMarked
package io.terralake.factory.json;

import org.jspecify.annotations.NullMarked;
