/** Private keys that the authority made, kept until the end of the download period. */
@NullMarked
package jp.shomei.ca.escrow;

import org.jspecify.annotations.NullMarked;
