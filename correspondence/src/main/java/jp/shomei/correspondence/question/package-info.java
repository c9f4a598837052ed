/** What this room asks the others. */
@NullMarked
package jp.shomei.correspondence.question;

import org.jspecify.annotations.NullMarked;
