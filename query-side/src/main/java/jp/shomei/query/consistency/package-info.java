/** Lets a client see what it has just done. */
@NullMarked
package jp.shomei.query.consistency;

import org.jspecify.annotations.NullMarked;
