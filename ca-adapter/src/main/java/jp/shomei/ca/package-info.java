/** The authority: keys, certificates, PKCS#12. The only room that knows Bouncy Castle and keys. */
@NullMarked
package jp.shomei.ca;

import org.jspecify.annotations.NullMarked;
