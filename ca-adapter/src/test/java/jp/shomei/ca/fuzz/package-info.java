/** What anybody may send, in every form nobody should. */
@NullMarked
package jp.shomei.ca.fuzz;

import org.jspecify.annotations.NullMarked;
