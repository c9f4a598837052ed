/** Files that only their owner may read. */
@NullMarked
package jp.shomei.ca.secret;

import org.jspecify.annotations.NullMarked;
