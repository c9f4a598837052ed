/** The events that could not be handled, for the operator. */
@NullMarked
package jp.shomei.http.deadletter;

import org.jspecify.annotations.NullMarked;
