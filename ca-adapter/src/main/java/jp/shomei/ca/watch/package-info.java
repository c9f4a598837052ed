/** What of the authority an operator must know in time. */
@NullMarked
package jp.shomei.ca.watch;

import org.jspecify.annotations.NullMarked;
