/** Renewal of certificates: a new generation, handed out as a download is. */
@NullMarked
package jp.shomei.ca.renewal;

import org.jspecify.annotations.NullMarked;
