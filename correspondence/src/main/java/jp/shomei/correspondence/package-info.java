/** Writes to the holders: the letters the forwarding agent prints and posts, and the mails. */
@NullMarked
package jp.shomei.correspondence;

import org.jspecify.annotations.NullMarked;
