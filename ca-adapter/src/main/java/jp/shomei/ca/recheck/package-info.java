/** Looks again, every night, at what was signed. */
@NullMarked
package jp.shomei.ca.recheck;

import org.jspecify.annotations.NullMarked;
