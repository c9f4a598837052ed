/** What must not be forgotten when the history goes on from a backup: numbers that were given out, and revocations. */
@NullMarked
package jp.shomei.ca.restoration;

import org.jspecify.annotations.NullMarked;
