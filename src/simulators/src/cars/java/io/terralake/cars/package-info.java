/**
 * Used cars: the record that flows through the platform, and what makes such records. Knows neither Spark nor Azure; its sources are
 * compiled into every program that has to do with cars, so that each is built alone and is one file.
 */
@NullMarked
package io.terralake.cars;

import org.jspecify.annotations.NullMarked;
