/** Holders' keys made ahead, each for one use. */
@NullMarked
package jp.shomei.ca.pool;

import org.jspecify.annotations.NullMarked;
