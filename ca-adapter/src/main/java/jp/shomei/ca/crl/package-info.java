/** Certificate revocation lists: made, published, and handed out. */
@NullMarked
package jp.shomei.ca.crl;

import org.jspecify.annotations.NullMarked;
