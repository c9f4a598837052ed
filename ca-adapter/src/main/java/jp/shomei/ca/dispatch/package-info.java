/** How this room speaks to the command side: with deadlines, and outside its callers' transactions. */
@NullMarked
package jp.shomei.ca.dispatch;

import org.jspecify.annotations.NullMarked;
