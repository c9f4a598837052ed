/** The OCSP responder (RFC 6960): asked for certificates' status, answers with signatures of its own. */
@NullMarked
package jp.shomei.ca.ocsp;

import org.jspecify.annotations.NullMarked;
